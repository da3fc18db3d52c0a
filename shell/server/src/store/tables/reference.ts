import type { Generated, GeneratedAlways } from "kysely";
import type { Big, Day, Instant, Json, MaybeInstant } from "./column.ts";

/** What a row of an import is beside the library. */
export type ImportRowKind = "new" | "changed" | "same" | "bad";

/** What a version was compared with: the edition and clause of the official text, when, and what was noted. */
export type Verification = {
  readonly edition: string;
  readonly clause: string;
  readonly comparedOn: string;
  readonly note: string | null;
};

type Status = "read" | "recalled" | "proposed" | "verified" | "retired";

/** What applies, who may do what and with which instrument. */
export type ReferenceTables = {
  rule_version: {
    id: string;
    kind:
      | "product"
      | "document"
      | "characteristic"
      | "method"
      | "relation"
      | "market"
      | "acceptance"
      | "method-relation";
    row_id: string;
    body: Json;
    status: Status;
    effective_from: Day | null;
    effective_to: Day | null;
    recorded_at: Instant;
    recorded_by: string | null;
    reason: string;
    verification: Json<Verification | null> | null;
  };
  requirement: {
    id: string;
    row_id: string;
    product: string;
    market: string;
    document: string;
    clause: string;
    characteristic: string;
    variant: Json | null;
    limits: Json;
    unit: string | null;
    methods: string[];
    force: "mandatory" | "voluntary" | "conditional";
    effective_from: Day | null;
    effective_to: Day | null;
    confidence: "high" | "medium";
    basis: string;
    status: Status;
    source: string | null;
    note: string | null;
    extra: Json | null;
    recorded_at: Instant;
    recorded_by: string | null;
    verified_by: string | null;
    verified_on: Day | null;
    reason: string;
    verification: Json<Verification | null> | null;
    /** Order of recording. */
    serial: GeneratedAlways<number>;
  };
  library_import: {
    id: string;
    person_id: string;
    file_name: string;
    state: "reading" | "ready" | "confirmed" | "cancelled" | "failed";
    total: Generated<number>;
    done: Generated<number>;
    counts: Json<Readonly<Partial<Record<ImportRowKind, number>>>>;
    problem: Json | null;
    reason: string | null;
    created_at: Instant;
    changed_at: Instant;
  };
  library_import_row: {
    import_id: string;
    line: number;
    kind: ImportRowKind;
    row_id: string | null;
    body: Json | null;
    before_version: string | null;
    changes: Json;
    problems: Json;
  };
  library_state: {
    one: Generated<boolean>;
    generation: Big;
  };
  library_flag: {
    id: string;
    kind: "requirement" | "scope-line";
    subject: string;
    document: string;
    reason: "withdrawn" | "superseded";
    successor: string | null;
    since: Day | null;
    found_at: Instant;
    cleared_at: MaybeInstant;
  };
  accreditation: {
    id: string;
    institution_id: string;
    body: string;
    number: string;
    arrangement: string | null;
    valid_from: Day;
    valid_to: Day;
    invented: Generated<boolean>;
  };
  scope_line: {
    id: string;
    accreditation_id: string;
    institution_id: string;
    method: string;
    characteristic: string;
    object_zh: string;
    object_en: string;
    range_min: string | null;
    range_max: string | null;
    unit: string;
    cmc: string | null;
    valid_from: Day;
    valid_to: Day;
  };
  scope_import: {
    id: string;
    accreditation_id: string;
    institution_id: string;
    person_id: string;
    file_name: string;
    state: "ready" | "confirmed" | "declined";
    counts: Json<Record<string, number>>;
    beside: string;
    reason: string | null;
    decided_by: string | null;
    created_at: Instant;
    decided_at: MaybeInstant;
  };
  scope_import_row: {
    import_id: string;
    serial: number;
    line: number | null;
    kind: "new" | "changed" | "ended" | "same" | "bad";
    line_id: string | null;
    before: Json | null;
    after: Json | null;
    changes: Json;
    problems: Json;
    in_use: number;
  };
  scope_change: {
    import_id: string;
    line_id: string;
    kind: "new" | "changed" | "ended";
    before: Json | null;
    after: Json | null;
    reason: string;
    recorded_at: Instant;
  };
  lab_terms: {
    institution_id: string;
    fixed_fen: Big;
    ship_days: number;
    discount: Json;
    preps: Json;
    instruments: Json;
    daily_capacity: number;
  };
  offer: {
    id: string;
    institution_id: string;
    method: string;
    definition: string | null;
    characteristics: Json;
    accredited_by: string[];
    /** numeric: exact decimal text. */
    severity: string | null;
    price_fen: Big;
    lead_days: number;
    sample_qty: number;
    destructive: boolean;
    instrument: string | null;
    hours: number | null;
    prep: string | null;
    valid_from: Day;
    valid_to: Day;
  };
  competence: {
    id: string;
    person_id: string;
    institution_id: string;
    activity: "test" | "review" | "sign" | "sample";
    definition: string;
    valid_from: Day;
    valid_to: Day;
    evidence: string;
  };
  instrument: {
    id: string;
    institution_id: string;
    type: string;
    name_zh: string;
    name_en: string;
    serial: string;
    giai: string | null;
    status: "in-service" | "defective" | "retired";
    calibrated_on: Day;
    due_on: Day;
    certificate: string;
    calibrated_by: string;
  };
};
