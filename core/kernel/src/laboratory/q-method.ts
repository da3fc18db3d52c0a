import { normalQuantile } from "../distributions.ts";
import { refuse } from "../refusals.ts";
import { needFinite, needWhole } from "./finite.ts";
import { type Cell, filledCells } from "./precision-experiment.ts";

/**
 * Robust standard deviation by the Q method, from the differences between the results of different laboratories.
 *
 * H(x) = share of pairs of laboratories that differ by at most x; G interpolates its steps at half height;
 * s* = G⁻¹(0.25 + 0.75 H(0)) / (√2 Φ⁻¹(0.625 + 0.375 H(0)))
 *
 * With several results per laboratory it is the reproducibility standard deviation. Ties do not bring it to zero
 * unless almost all pairs agree; then it is zero, which the caller must flag.
 *
 * @example qScale([0.04, 0.055, 0.178, 0.202, 0.206, 0.227, 0.228, 0.23, 0.23, 0.235, 0.236, 0.237, 0.243, 0.244, 0.245, 0.2555, 0.26, 0.264, 0.267, 0.27, 0.273, 0.274, 0.274, 0.278, 0.2811, 0.287, 0.287, 0.288, 0.289, 0.295, 0.296, 0.311, 0.331, 0.4246].map((x, i) => ({ laboratory: String(i + 1), results: [x] }))) // → 0.0426 (ISO 13528:2022, E.3)
 * @throws Refusal `too-few-values` below two laboratories, `not-finite`; `outside-domain` above 3000 results
 * @source ISO 13528:2022, C.5.2
 */
export function qScale(cells: readonly Cell[]): number {
  const filled = filledCells(cells);
  if (filled.length < 2) refuse("too-few-values", { given: filled.length, needed: 2 });
  needWhole("results", filled.flatMap(({ results }) => results).length, 2, MOST_RESULTS);
  const largest = filled.flatMap(({ results }) => results).reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  needFinite("difference", [2 * largest]);
  const steps = cumulative(pairDifferences(filled), TIE * largest);
  const first = steps[0];
  const atZero = first?.at === 0 ? first.height : 0;
  if (steps.length === 1 && atZero > 0) return 0;
  const target = 0.25 + 0.75 * atZero;
  return inverse(steps, target) / (Math.SQRT2 * normalQuantile(0.625 + 0.375 * atZero));
}

/** All pairs are formed; beyond this no round of proficiency testing goes, and memory would end. */
const MOST_RESULTS = 3000;

type Weighted = { readonly at: number; readonly weight: number };
type HeightStep = { readonly at: number; readonly height: number };

function pairDifferences(cells: readonly Cell[]): Weighted[] {
  const pairs: Weighted[] = [];
  const share = 2 / (cells.length * (cells.length - 1));
  for (const [i, a] of cells.entries()) {
    for (const b of cells.slice(i + 1)) {
      const weight = share / (a.results.length * b.results.length);
      for (const x of a.results) for (const y of b.results) pairs.push({ at: Math.abs(x - y), weight });
    }
  }
  return pairs.toSorted((a, b) => a.at - b.at);
}

/**
 * Differences that are equal in decimals differ in binary by at most this share of the largest result (0.3 − 0.2 and
 * 0.2 − 0.1 differ in the last bit); they must fall on one step.
 */
const TIE = 4 * Number.EPSILON;

/** The steps of H at its points of discontinuity, in order. A step begins with its smallest difference. */
function cumulative(pairs: readonly Weighted[], tie: number): HeightStep[] {
  const steps: HeightStep[] = [];
  let height = 0;
  let first = pairs[0]?.at ?? 0;
  for (const [i, { at, weight }] of pairs.entries()) {
    if (at - first > tie) first = at;
    height += weight;
    const next = pairs[i + 1]?.at;
    if (next === undefined || next - first > tie) steps.push({ at: first <= tie ? 0 : first, height });
  }
  return steps;
}

/** G is 0 at 0, half way up each step of H at the step, and linear between. */
function inverse(steps: readonly HeightStep[], target: number): number {
  let [x, g, before] = [0, 0, 0];
  for (const { at, height } of steps) {
    if (at > 0) {
      const next = 0.5 * (height + before);
      if (next >= target) return x + ((at - x) * (target - g)) / (next - g);
      [x, g] = [at, next];
    }
    before = height;
  }
  return x;
}
