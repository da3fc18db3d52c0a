import { refuse } from "../refusals.ts";

/** What trials say of several outputs together: estimates and their covariance. */
export type JointSummary = { readonly y: readonly number[]; readonly covariance: readonly (readonly number[])[] };

/**
 * Averages and covariance of the values of several outputs, trial by trial.
 *
 * @param columns one per output, equally long; they must not have been sorted
 * @throws Refusal `too-few-values`, `values-differ-in-number`; `model-not-finite` where a trial had no finite value
 * @source JCGM 102:2011, 7.6
 */
export function jointSummary(columns: readonly Float64Array[]): JointSummary {
  const trials = columns[0]?.length ?? 0;
  if (trials < 2) return refuse("too-few-values", { given: trials, needed: 2 });
  for (const { length } of columns)
    if (length !== trials) refuse("values-differ-in-number", { given: length, needed: trials });
  const y = columns.map((column) => total(trials, (t) => column[t]!) / trials);
  const covariance = columns.map((a, i) =>
    columns.map((b, j) => total(trials, (t) => (a[t]! - y[i]!) * (b[t]! - y[j]!)) / (trials - 1)),
  );
  if (!covariance.flat().every(Number.isFinite)) return refuse("model-not-finite", { output: "" });
  return { y, covariance };
}

/** Summed in chunks, so that rounding does not grow with the number of trials. */
function total(trials: number, at: (t: number) => number): number {
  let sum = 0;
  for (let start = 0; start < trials; start += 1024) {
    let part = 0;
    for (let t = start; t < Math.min(trials, start + 1024); t++) part += at(t);
    sum += part;
  }
  return sum;
}
