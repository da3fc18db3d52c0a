import { refuse } from "../refusals.ts";
import { type Tails, tailsOf } from "./tails.ts";

export type Interval = { readonly low: number; readonly high: number };

/** What the trials say of an output: estimate, standard uncertainty and coverage intervals. Figures unrounded. */
export type TrialSummary = {
  readonly trials: number;
  readonly y: number;
  readonly u: number;
  readonly symmetric: Interval;
  readonly shortest: Interval;
};

/**
 * Summarises the values of one output.
 *
 * @param values are left as they are
 * @throws Refusal `model-not-finite` where a trial had no finite value; `outside-domain` for an impossible probability;
 * `too-few-values` where the trials cannot leave out a share on either side
 * @source JCGM 101:2008, 7.6 and 7.7
 * @example summarize("y", Float64Array.from({ length: 100 }, (_, k) => k + 1), 0.9) // → { trials: 100, y: 50.5, u: 29.0115, symmetric: { low: 5, high: 95 }, shortest: { low: 1, high: 91 } } (JCGM 101:2008, 7.7: q = 90, r = (100 − 90)/2 = 5; u² = 100·101/12)
 */
export function summarize(output: string, values: Float64Array, probability: number): TrialSummary {
  if (!(probability > 0 && probability < 1)) {
    refuse("outside-domain", { name: "probability", given: probability, min: 0, max: 1 });
  }
  const needed = Math.ceil(2 / (1 - probability));
  if (values.length < needed) refuse("too-few-values", { given: values.length, needed });
  const { y, u } = momentsOf(values);
  if (!Number.isFinite(y) || !Number.isFinite(u)) {
    refuse("model-not-finite", { output, trial: values.findIndex((value) => !Number.isFinite(value)) });
  }
  const trials = values.length;
  const q = inside(trials, probability);
  const { low, high } = tailsOf(values, trials - q + 1);
  const ends = { low, high: high.subarray(high.length - (trials - q + 1)) };
  return { trials, y, u, symmetric: symmetric(ends, trials - q), shortest: shortest(ends, trials - q) };
}

/** Mean and standard deviation in two passes, always in the order of the trials. */
function momentsOf(values: Float64Array): { readonly y: number; readonly u: number } {
  const n = values.length;
  const rough = totals(values, 0).sum / n;
  const { sum, squares } = totals(values, rough);
  return { y: rough + sum / n, u: Math.sqrt(Math.max(0, squares - (sum * sum) / n) / (n - 1)) };
}

/** Σ (v − center) and Σ (v − center)², summed in chunks so that rounding does not grow with the number of trials. */
function totals(values: Float64Array, center: number): { readonly sum: number; readonly squares: number } {
  let [sum, squares] = [0, 0];
  for (let start = 0; start < values.length; start += 1024) {
    let [part, square] = [0, 0];
    const end = Math.min(values.length, start + 1024);
    for (let i = start; i < end; i++) {
      const d = values[i]! - center;
      part += d;
      square += d * d;
    }
    sum += part;
    squares += square;
  }
  return { sum, squares };
}

/** q = pM trials lie inside, rounded as in 7.7.1. */
function inside(trials: number, probability: number): number {
  return Math.floor(probability * trials * (1 + 1e-15) + 0.5);
}

/** Leaves out the same number of trials on either side. `high[k]` has the rank q + k. @source JCGM 101:2008, 7.7.2 */
function symmetric({ low, high }: Tails, left: number): Interval {
  const r = Math.floor((left + 1) / 2);
  return { low: low[r - 1]!, high: high[r]! };
}

/** The first of the shortest intervals that hold the trials. @source JCGM 101:2008, 7.7.4 */
function shortest({ low, high }: Tails, left: number): Interval {
  let best = 0;
  for (let r = 1; r < left; r++) {
    if (high[r + 1]! - low[r]! < high[best + 1]! - low[best]!) best = r;
  }
  return { low: low[best]!, high: high[best + 1]! };
}
