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
  readonly status: PatternStatus;
  /** Acceptance numbers whose pattern two independent sources give alike. */
  readonly compared?: { readonly double: readonly string[]; readonly multiple: readonly string[] };
  readonly double: Readonly<Record<string, string>>;
  readonly multiple: Readonly<Record<string, string>>;
  /** Patterns that tables 3-C and 4-C give instead, for reduced inspection. */
  readonly reduced?: {
    readonly double: Readonly<Record<string, string>>;
    readonly multiple: Readonly<Record<string, string>>;
  };
};

/** `compared`: two independent sources agree; `secondary`: read in one secondary source; `recalled`: from memory. */
export type PatternStatus = "compared" | "secondary" | "recalled";

export type StagedAttributePlan = {
  /** The kind that applies: single where the tables have no plan of the kind asked for at this cell. */
  readonly kind: PlanKind;
  readonly letter: string;
  readonly stages: readonly Stage[];
  readonly single: AttributePlan;
  /** How its numbers are known. */
  readonly status: PatternStatus;
  /** True where the stages together ask for the lot or more. */
  readonly fullInspection: boolean;
};

/** Sample sizes in the order of the code letters; each stage of a double plan has the one before, of a multiple plan the third before. */
const SIZES = [2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150];
const STEPS = { double: 1, multiple: 3 } as const;

/**
 * The double or multiple sampling plan for a lot. Where the single plan accepts with 0, or its sample is too small to be
 * parted, the single plan holds; where it can be parted in two but not in five, the double plan does, as the tables say
 * with * and ++.
 *
 * @example stagedAttributePlan({ aql: ["0.65", "1.0"], levels: ["II"], lots: [{ from: 1201, to: 3200, letters: "K" }], plans: { normal: [{ letter: "K", n: 125, cells: "2 3" }], tightened: [{ letter: "K", n: 125, cells: "1 2" }], reduced: [{ letter: "K", n: 50, cells: "1 2" }] } }, { double: { 3: "1/3 4/5" } }, "double", 2000, { level: "II", aql: "1.0", counting: "nonconforming-items" }, "normal") // → { kind: "double", letter: "K", stages: [{ n: 80, acceptance: 1, rejection: 3 }, { n: 80, acceptance: 4, rejection: 5 }] } (GB/T 2828.1-2012, table 3-A)
 * @throws Refusal as `attributePlan`; `no-sampling-plan` for an acceptance number whose stages are not known
 * @source GB/T 2828.1-2012 (ISO 2859-1:1999), 11.1.2, 11.1.3, tables 3 and 4 (read in secondary sources; see data/sampling/SOURCE.md)
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
  if (kind === "single" || single.acceptance === 0) return singleStage(single, lotSize);
  const n = SIZES[SIZES.indexOf(single.tableSize) - STEPS[kind]];
  if (n === undefined && kind === "multiple") {
    return stagedAttributePlan(tables, patterns, "double", lotSize, scheme, severity);
  }
  if (n === undefined) return singleStage(single, lotSize);
  const { text, status } = patternOf(patterns, kind, String(single.acceptance), severity);
  const stages = text.split(" ").map((cell): Stage => {
    const [ac = "", re = ""] = cell.split("/");
    return { n, acceptance: ac === "#" ? null : Number(ac), rejection: Number(re) };
  });
  return { kind, letter: single.letter, stages, single, status, fullInspection: n * stages.length >= lotSize };
}

function patternOf(
  patterns: StagePatterns,
  kind: "double" | "multiple",
  acceptance: string,
  severity: Severity,
): { readonly text: string; readonly status: PatternStatus } {
  const reduced = severity === "reduced" ? patterns.reduced?.[kind][acceptance] : undefined;
  if (reduced !== undefined) return { text: reduced, status: patterns.status };
  const text = patterns[kind][acceptance];
  if (text === undefined) return refuse("no-sampling-plan", { name: "Ac", given: acceptance });
  const compared = patterns.compared?.[kind].includes(acceptance) ?? false;
  return { text, status: compared ? "compared" : patterns.status };
}

function singleStage(single: AttributePlan, lotSize: number): StagedAttributePlan {
  const { letter, sampleSize: n, acceptance, rejection } = single;
  const stages = [{ n, acceptance, rejection }];
  return { kind: "single", letter, stages, single, status: "compared", fullInspection: n >= lotSize };
}
