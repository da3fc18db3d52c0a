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

/** The result that an evaluation makes. `covers` as in `MeasuredResult`. */
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
