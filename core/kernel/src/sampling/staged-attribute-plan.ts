import { refuse } from "../refusals.ts";
import { type AttributePlan, type AttributeScheme, attributePlan } from "./attribute-plan.ts";
import type { AttributeTables, Severity } from "./attribute-tables.ts";
import type { Stage } from "./staged-plan.ts";

export type PlanKind = "single" | "double" | "multiple";

/**
 * Acceptance and rejection numbers of double and multiple plans by the acceptance number of the single plan of the same
 * cell, as `data/sampling/stages.json` keeps them: `Ac/Re` per stage, `#` where a stage cannot accept.
 */
export type StagePatterns = {
  readonly document: string;
  /** Of every pattern that is not named in `compared`. */
  readonly status: "compared" | "recalled";
  /** Acceptance numbers whose pattern agrees with an independent transcription of the standard. */
  readonly compared?: { readonly double: readonly string[]; readonly multiple: readonly string[] };
  readonly double: Readonly<Record<string, string>>;
  readonly multiple: Readonly<Record<string, string>>;
};

export type StagedAttributePlan = {
  /** The kind that applies: single where the tables have no plan of the kind asked for at this cell. */
  readonly kind: PlanKind;
  readonly letter: string;
  readonly stages: readonly Stage[];
  readonly single: AttributePlan;
  /** How its numbers are known: agreeing with an independent transcription, or from memory. */
  readonly status: "compared" | "recalled";
  /** True where the stages together ask for the lot or more. */
  readonly fullInspection: boolean;
};

/** Sample sizes in the order of the code letters; each stage of a double plan has the one before, of a multiple plan the third before. */
const SIZES = [2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150];
const STEPS = { double: 1, multiple: 3 } as const;

/**
 * The double or multiple sampling plan for a lot. Where the single plan accepts with 0, or its sample is too small to
 * be
 * parted, the single plan holds, as the tables say.
 *
 * @example stagedAttributePlan({ aql: ["0.65", "1.0"], levels: ["II"], lots: [{ from: 1201, to: 3200, letters: "K" }], plans: { normal: [{ letter: "K", n: 125, cells: "2 3" }], tightened: [{ letter: "K", n: 125, cells: "1 2" }], reduced: [{ letter: "K", n: 50, cells: "1 2" }] } }, { double: { 3: "1/3 4/5" } }, "double", 2000, { level: "II", aql: "1.0", counting: "nonconforming-items" }, "normal") // → { kind: "double", letter: "K", stages: [{ n: 80, acceptance: 1, rejection: 3 }, { n: 80, acceptance: 4, rejection: 5 }] } (GB/T 2828.1-2012, table 3-A, recalled)
 * @throws Refusal as `attributePlan`; `no-sampling-plan` for an acceptance number whose stages are not known
 * @source GB/T 2828.1-2012 (ISO 2859-1:1999), 11.1.2, 11.1.3, tables 3 and 4 (recalled; see data/sampling/SOURCE.md)
 */
export function stagedAttributePlan(
  tables: AttributeTables,
  patterns: StagePatterns,
  kind: PlanKind,
  lotSize: number,
  scheme: AttributeScheme,
  severity: Severity,
): StagedAttributePlan {
  const single = attributePlan(tables, lotSize, scheme, severity);
  const n = kind === "single" ? undefined : SIZES[SIZES.indexOf(single.tableSize) - STEPS[kind]];
  if (kind === "single" || n === undefined || single.acceptance === 0) return singleStage(single, lotSize);
  const pattern = patterns[kind][String(single.acceptance)];
  if (pattern === undefined) return refuse("no-sampling-plan", { name: "Ac", given: single.acceptance });
  const stages = pattern.split(" ").map((cell): Stage => {
    const [ac = "", re = ""] = cell.split("/");
    return { n, acceptance: ac === "#" ? null : Number(ac), rejection: Number(re) };
  });
  const compared = patterns.compared?.[kind].includes(String(single.acceptance)) ?? false;
  const status = compared ? "compared" : patterns.status;
  return { kind, letter: single.letter, stages, single, status, fullInspection: n * stages.length >= lotSize };
}

function singleStage(single: AttributePlan, lotSize: number): StagedAttributePlan {
  const { letter, sampleSize: n, acceptance, rejection } = single;
  const stages = [{ n, acceptance, rejection }];
  return { kind: "single", letter, stages, single, status: "compared", fullInspection: n >= lotSize };
}
