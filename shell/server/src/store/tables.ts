import type { CompareTables } from "./tables/compare.ts";
import type { DraftingTables } from "./tables/drafting.ts";
import type { NumberingTables } from "./tables/numbering.ts";
import type { PartyTables } from "./tables/party.ts";
import type { ReferenceTables } from "./tables/reference.ts";
import type { SessionTables } from "./tables/session.ts";
import type { StatementTables } from "./tables/statement.ts";
import type { TraceTables } from "./tables/trace.ts";
import type { TraceabilityTables } from "./tables/traceability.ts";
import type { WorkTables } from "./tables/work.ts";

/** Every table of the migrations as the typed queries see it. A column added there is added here. */
export type Tables = PartyTables &
  SessionTables &
  ReferenceTables &
  WorkTables &
  StatementTables &
  TraceTables &
  NumberingTables &
  CompareTables &
  DraftingTables &
  TraceabilityTables;
