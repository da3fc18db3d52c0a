import { cholesky } from "../linear/correlation-matrix.ts";
import { refuse } from "../refusals.ts";

/** What trials say of several outputs together: estimates and their covariance. */
export type JointSummary = { readonly y: readonly number[]; readonly covariance: readonly (readonly number[])[] };

/**
 * Averages and covariance of the values of several outputs, trial by trial.
 *
 * @param columns one per output, equally long; they must not have been sorted
 * @throws Refusal `too-few-values`, `values-differ-in-number`; `model-not-finite` where a trial had no finite value
 * @source JCGM 102:2011, 7.6
 * @example jointSummary([Float64Array.of(1, 2, 3), Float64Array.of(2, 4, 6)]) // → { y: [2, 4], covariance: [[1, 2], [2, 4]] } (the second is twice the first; (1 + 0 + 1)/2 = 1)
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

/**
 * Coverage factors of the regions that hold a share of the trials: the ellipsoid (η − y)ᵀ U_y⁻¹ (η − y) ≤ k², and the box
 * y_j ± k u(y_j). Null for the ellipsoid where one output follows from the others.
 */
export type JointRegions = { readonly ellipsoid: number | null; readonly box: number };

/**
 * Coverage factors of the ellipsoid and of the box about the averages that hold a share of the trials.
 *
 * @param columns one per output, as for `jointSummary`
 * @param probability between 0 and 1
 * @throws Refusal `outside-domain`, and those of `jointSummary`
 * @source JCGM 102:2011, 7.7.2 and 7.7.3
 * @example jointRegions([Float64Array.of(-1, 0, 1)], 0.95) // → { ellipsoid: 1, box: 1 } (u = 1, and the farthest of three trials lies 1 away)
 */
export function jointRegions(columns: readonly Float64Array[], probability: number): JointRegions {
  if (!(probability > 0 && probability < 1)) {
    return refuse("outside-domain", { name: "probability", given: probability, min: 0, max: 1 });
  }
  const { y, covariance } = jointSummary(columns);
  const u = covariance.map((row, k) => Math.sqrt(row[k]!));
  // Outputs that do not vary lie in any region.
  const varying = [...u.keys()].filter((k) => u[k]! > 0);
  const lower = cholesky(varying.map((i) => Float64Array.from(varying, (j) => covariance[i]![j]! / (u[i]! * u[j]!))));
  const regular = lower?.every((row, k) => row[k]! > 1e-6) ?? false;
  const trials = columns[0]!.length;
  const [ellipsoid, box] = [new Float64Array(trials), new Float64Array(trials)];
  for (let t = 0; t < trials; t++) {
    const z = varying.map((k) => (columns[k]![t]! - y[k]!) / u[k]!);
    box[t] = z.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (lower && regular) ellipsoid[t] = Math.hypot(...forward(lower, z));
  }
  const place = Math.min(trials - 1, Math.ceil(probability * trials) - 1);
  return { ellipsoid: regular ? ellipsoid.sort()[place]! : null, box: box.sort()[place]! };
}

/** w with L w = z. */
function forward(lower: readonly Float64Array[], z: readonly number[]): number[] {
  const w: number[] = [];
  for (const [i, row] of lower.entries()) {
    w.push((z[i]! - w.reduce((sum, value, j) => sum + row[j]! * value, 0)) / row[i]!);
  }
  return w;
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
