import { refuse } from "../refusals.ts";

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
 * @param values is sorted in place
 * @throws Refusal `model-not-finite` where a trial had no finite value; `outside-domain` for an impossible probability;
 * `too-few-values` where the trials cannot leave out a share on either side
 * @source JCGM 101:2008, 7.6 and 7.7
 */
export function summarize(output: string, values: Float64Array, probability: number): TrialSummary {
  if (!(probability > 0 && probability < 1)) {
    refuse("outside-domain", { name: "probability", given: probability, min: 0, max: 1 });
  }
  const needed = Math.ceil(2 / (1 - probability));
  if (values.length < needed) refuse("too-few-values", { given: values.length, needed });
  const { y, u } = momentsOf(values);
  if (!Number.isFinite(y) || !Number.isFinite(u)) refuse("model-not-finite", { output });
  values.sort();
  return {
    trials: values.length,
    y,
    u,
    symmetric: symmetric(values, probability),
    shortest: shortest(values, probability),
  };
}

/** Mean and standard deviation in two passes, always in the order of the trials. */
function momentsOf(values: Float64Array): { readonly y: number; readonly u: number } {
  const rough = total(values, 0, 1) / values.length;
  const y = rough + total(values, rough, 1) / values.length;
  return { y, u: Math.sqrt(total(values, y, 2) / (values.length - 1)) };
}

/** Σ (v − center)^power, summed in chunks so that rounding does not grow with the number of trials. */
function total(values: Float64Array, center: number, power: 1 | 2): number {
  let sum = 0;
  for (let start = 0; start < values.length; start += 1024) {
    let part = 0;
    const end = Math.min(values.length, start + 1024);
    for (let i = start; i < end; i++) {
      const d = values[i]! - center;
      part += power === 1 ? d : d * d;
    }
    sum += part;
  }
  return sum;
}

/** q = pM trials lie inside, rounded as in 7.7.1. */
function inside(sorted: Float64Array, probability: number): number {
  return Math.floor(probability * sorted.length * (1 + 1e-15) + 0.5);
}

/** Leaves out the same number of trials on either side. @source JCGM 101:2008, 7.7.2 */
function symmetric(sorted: Float64Array, probability: number): Interval {
  const q = inside(sorted, probability);
  const r = Math.floor((sorted.length - q + 1) / 2);
  return { low: sorted[r - 1]!, high: sorted[r + q - 1]! };
}

/** The first of the shortest intervals that hold the trials. @source JCGM 101:2008, 7.7.4 */
function shortest(sorted: Float64Array, probability: number): Interval {
  const q = inside(sorted, probability);
  let best = 0;
  for (let r = 1; r + q < sorted.length; r++) {
    if (sorted[r + q]! - sorted[r]! < sorted[best + q]! - sorted[best]!) best = r;
  }
  return { low: sorted[best]!, high: sorted[best + q]! };
}
