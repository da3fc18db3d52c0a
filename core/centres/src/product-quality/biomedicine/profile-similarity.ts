import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundPlaces } from "@quanheng/kernel/rounding.ts";
import { sum } from "@quanheng/kernel/statistics.ts";
import { needEachWithin, needRows } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Fewest time points of a comparison. @source FDA guidance on dissolution testing of IR solid oral dosage forms, 1997 */
const FEWEST_POINTS = 3;
/** Similar from here on. @source as above; EMA guideline on bioequivalence, appendix I */
const SIMILAR_FROM = 50;

export type ProfileSimilarity = {
  /** Difference factor. [%] */
  readonly f1: number;
  /** Similarity factor. */
  readonly f2: number;
  /** f₂ to two places, half up. */
  readonly f2Reported: string;
  readonly similar: boolean;
};

/**
 * Difference and similarity of two dissolution profiles at the same times.
 *
 * f₁ = Σ|R_t − T_t| / ΣR_t · 100;  f₂ = 50·lg{100 / √[1 + Σ(R_t − T_t)²/n]}; similar ⇔ f₂ ≥ 50, unrounded
 *
 * @param reference, test means of the units at each time [% of label]
 * @throws Refusal `too-few-points` below three times, `columns-differ`; `outside-method-range` for a negative amount, one
 *   above 200 %, or a reference that dissolves nothing
 * @example profileSimilarity([34.9166666667, 59.5, 79.2666666667, 95.075], [40.3391666667, 67.1458333333, 87.0075, 97.725]).f2 // → 60.03 (Shah et al. 1998)
 * @source Shah VP et al., Pharm Res 15 (1998) 889; FDA guidance 1997; EMA CPMP/EWP/QWP/1401/98 Rev. 1, appendix I
 */
export function profileSimilarity(reference: readonly number[], test: readonly number[]): ProfileSimilarity {
  needRows("test", test, reference.length);
  if (reference.length < FEWEST_POINTS) {
    refuse("too-few-points", { field: "reference", given: reference.length, needed: FEWEST_POINTS });
  }
  needEachWithin("reference", reference, { min: 0, max: 200, unit: "%" });
  needEachWithin("test", test, { min: 0, max: 200, unit: "%" });
  const total = sum(reference);
  if (!(total > 0)) refuse("outside-method-range", { field: "reference", given: total, min: 0, max: 200, unit: "%" });
  const gaps = reference.map((value, k) => value - test[k]!);
  const f1 = (sum(gaps.map(Math.abs)) / total) * 100;
  const f2 = 50 * Math.log10(100 / Math.sqrt(1 + sum(gaps.map((gap) => gap * gap)) / gaps.length));
  const f2Reported = formatDecimal(roundPlaces(cleanNoise(f2), 2, "half-up"));
  return { f1, f2, f2Reported, similar: f2 >= SIMILAR_FROM };
}
