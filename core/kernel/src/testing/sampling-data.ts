import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AttributeTables } from "../sampling/attribute-tables.ts";
import type { DirectiveRules } from "../sampling/directive-lot.ts";
import type { IsolatedLotTables } from "../sampling/isolated-lot.ts";
import type { NetContentEdition } from "../sampling/net-content.ts";
import type { StagePatterns } from "../sampling/staged-attribute-plan.ts";
import type { VariablesTables } from "../sampling/variables-tables.ts";

const folder = join(import.meta.dirname, "../../../../data/sampling");
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));

/** The project's tables of acceptance sampling, for tests. */
export const attributeTables = read("gbt2828-1-2012.json") as AttributeTables;
export const stagePatterns = read("stages.json") as StagePatterns;
export const isolatedLots = read("iso2859-2.json") as IsolatedLotTables;
export const variablesTables = read("z1-9.json") as VariablesTables;
export const netContent = read("net-content.json") as {
  readonly editions: readonly NetContentEdition[];
  readonly eu76211: DirectiveRules;
};
