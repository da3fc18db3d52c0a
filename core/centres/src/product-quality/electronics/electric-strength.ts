import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Test voltages by insulation for rated voltages up to 250 V [V], as `data/methods/iec60335-1.json` keeps them. */
export type StrengthTable = {
  readonly document: string;
  readonly electricStrengthV: Readonly<Record<string, string>>;
};

/** The voltage is held for one minute. [s] @source IEC 60335-1:2020, 13.3 (recalled) */
const HELD_S = 60;
/** The table is for appliances rated up to here; above it the voltage follows from the working voltage. [V] */
const HIGHEST_RATED_V = 250;

/** What was put on the insulation. */
export type StrengthTest = {
  readonly insulation: string;
  readonly ratedV: number;
  readonly appliedV: number;
  readonly heldS: number;
  readonly breakdown: boolean;
};

/**
 * Whether an insulation held the test voltage for a minute without breakdown.
 *
 * @returns the voltage required [V] and whether the test was passed
 * @throws Refusal `limit-not-loaded` for an insulation that the table does not hold or a rated voltage above 250 V;
 *   `outside-method-range`
 * @example electricStrength({ document: "", electricStrengthV: { basic: "1000", reinforced: "3000" } }, { insulation: "reinforced", ratedV: 230, appliedV: 3000, heldS: 60, breakdown: false }).pass // → true
 * electricStrength({ document: "", electricStrengthV: { basic: "1000", reinforced: "3000" } }, { insulation: "basic", ratedV: 230, appliedV: 990, heldS: 60, breakdown: false }).pass // → false (990 V is less than 1000 V)
 * @source IEC 60335-1:2020 (GB 4706.1-2024), 13.3 and its table of voltages (recalled)
 */
export function electricStrength(table: StrengthTable, test: StrengthTest) {
  const { insulation, ratedV, appliedV, heldS, breakdown } = test;
  needWithin("ratedV", ratedV, { above: 0, unit: "V" });
  needWithin("appliedV", appliedV, { min: 0, unit: "V" });
  needWithin("heldS", heldS, { min: 0, unit: "s" });
  const required = ratedV > HIGHEST_RATED_V ? undefined : table.electricStrengthV[insulation];
  if (required === undefined) return refuse("limit-not-loaded", { item: insulation, table: table.document });
  const requiredV = Number(required);
  return { requiredV, pass: !breakdown && appliedV >= requiredV && heldS >= HELD_S };
}
