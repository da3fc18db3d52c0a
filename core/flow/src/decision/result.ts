import type { ExpandedEvaluation } from "../determination/evaluate.ts";
import { computedDigits } from "../determination/reported.ts";

/** A result as conformity is decided on: decimal digits, unrounded, with its uncertainty. */
export type MeasuredResult = {
  readonly characteristic: string;
  /** `<` and `>`: the quantity lies below or above `value`, which is a limit of quantification or of range. */
  readonly operator: "=" | "<" | ">";
  readonly value: string;
  /** Standard and expanded uncertainty; null where none is known, which is not zero. */
  readonly u: string | null;
  readonly expanded: string | null;
  /** Degrees of freedom of u; null is infinite. */
  readonly dof: string | null;
  readonly unit: string;
  readonly reported: string;
  /** How much was examined, e.g. "250 g", where the result only says whether something is there. */
  readonly examined?: string;
  /** Requirement rows this result answers; absent answers every row of its characteristic. */
  readonly covers?: readonly string[];
};

/**
 * The result that an evaluation makes; one below what can be quantified is its bound with `<`.
 *
 * @param covers requirement rows that it answers; all of its characteristic where left out
 * @example resultOf("lead", { measurement: { value: 9.8, u: 0.05, dof: Infinity, unit: "mg/kg", budget: [{}] }, expanded: 0.1, reported: "9.8" }) // → { operator: "=", value: "9.8", u: "0.05", expanded: "0.1", dof: null } (the digits as they are)
 * @example resultOf("mould", { measurement: { value: 3, u: 0, dof: Infinity, unit: "1", budget: [] }, expanded: 0, reported: "3" }).u // → null (without a budget no uncertainty is known, which is not zero)
 * @source ISO/IEC 17025:2017, 7.8.6.2 (conformity is stated on results)
 */
export function resultOf(
  characteristic: string,
  evaluation: ExpandedEvaluation,
  covers?: readonly string[],
): MeasuredResult {
  const { measurement, operator, quantifiedFrom, expanded, reported, examined } = evaluation;
  const stated = measurement.budget.length > 0;
  const below = operator === "<" && quantifiedFrom !== undefined;
  return {
    characteristic,
    operator: below ? "<" : "=",
    value: computedDigits(below ? quantifiedFrom : measurement.value),
    u: stated ? computedDigits(measurement.u) : null,
    expanded: stated ? computedDigits(expanded) : null,
    dof: Number.isFinite(measurement.dof) ? String(measurement.dof) : null,
    unit: measurement.unit,
    reported,
    ...(examined === undefined ? {} : { examined }),
    ...(covers ? { covers } : {}),
  };
}
