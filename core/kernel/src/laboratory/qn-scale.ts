import { refuse } from "../refusals.ts";
import { needFinite } from "./finite.ts";

/** The factor that makes Qn consistent for normal results: as first printed, or as amended in 2026. */
export type QnEdition = "2022" | "amendment-2026";
const CONSISTENCY: Readonly<Record<QnEdition, number>> = { "2022": 2.2219, "amendment-2026": 2.2191 };

/** All pairs are formed; beyond this no round of proficiency testing goes, and memory would end. */
const MOST_RESULTS = 3000;

/**
 * Robust standard deviation Qn, from the small ones of the differences between all pairs of results; it needs no centre.
 *
 * Qn = 2.2219 · b_p · {|x_i − x_j|; i < j}_(k),  h = ⌊p/2⌋ + 1,  k = h (h − 1)/2
 *
 * It is zero where more than half of the results are equal, which the caller must flag.
 *
 * @param values one result of each laboratory
 * @param edition whose consistency factor holds
 * @example qnScale([1, 2, 4, 8, 16]) // → 5.626 (h = 3, k = 3: the third of the differences 1, 2, 3, 4, 6, …; 2.2219·0.844·3)
 * @example qnScale([5, 5, 5, 9]) // → 0 (three of four are equal)
 * @throws Refusal `too-few-values` below two values, `not-finite`; `outside-domain` above 3000 results
 * @source ISO 13528:2022, C.5.2, and its amendment 1 of 2026 (both recalled); P. J. Rousseeuw and C. Croux, JASA 88 (1993)
 * 1273; the factors b_p for few results: C. Croux and P. J. Rousseeuw, COMPSTAT 1 (1992) 411
 */
export function qnScale(values: readonly number[], edition: QnEdition = "2022"): number {
  needFinite("values", values, 2);
  const p = values.length;
  if (p > MOST_RESULTS) refuse("outside-domain", { name: "results", given: p, min: 2, max: MOST_RESULTS });
  const sorted = values.toSorted((a, b) => a - b);
  needFinite("difference", [sorted.at(-1)! - sorted[0]!]);
  const differences = new Float64Array((p * (p - 1)) / 2);
  let at = 0;
  for (let i = 1; i < p; i++) for (let j = 0; j < i; j++) differences[at++] = sorted[i]! - sorted[j]!;
  const half = Math.floor(p / 2) + 1;
  const chosen = differences.sort()[(half * (half - 1)) / 2 - 1]!;
  return CONSISTENCY[edition] * smallSample(p) * chosen;
}

/** b_p for 2 to 9 results. */
const FEW = [0.399, 0.994, 0.512, 0.844, 0.611, 0.857, 0.669, 0.872];

function smallSample(p: number): number {
  const few = FEW[p - 2];
  if (few !== undefined) return few;
  const r = p % 2 === 1 ? 1.6019 + (-2.128 - 5.172 / p) / p : 3.6756 + (1.965 + (6.987 - 77 / p) / p) / p;
  return 1 / (r / p + 1);
}
