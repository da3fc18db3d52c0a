import { mean, sampleSd } from "@quanheng/kernel/statistics.ts";
import type { Repeatability } from "./method.ts";

/** Critical range factors f(n) at 95 % for n results. @source ISO 5725-6:1994, table 1 */
const CRITICAL_FACTOR = [0, 0, 2.8, 3.3, 3.6, 3.9, 4.0, 4.2, 4.3, 4.4, 4.5] as const;

export type Precision = {
  readonly mean: number;
  /** Standard uncertainty of the mean from scatter, with its degrees of freedom. */
  readonly u: number;
  readonly dof: number;
  readonly range: number;
  /** Greatest range that the method allows for this number of results. */
  readonly allowed: number;
  readonly exceeded: boolean;
};

/**
 * What replicates say about the mean.
 *
 * While their range is within the critical range, the scatter is the method's own: s_r = r/2.8, well known, u = s_r/√n.
 * Beyond it the method's figure no longer describes this work: the observed scatter counts, with n − 1 degrees of
 * freedom.
 * A single result carries s_r.
 *
 * @param results at least one, in the unit of the output
 * @example precisionOf([10, 10.2], { kind: "absolute", limit: "0.28" }) // → { mean: 10.10, u: 0.0707, dof: Infinity, range: 0.20, allowed: 0.28, exceeded: false } (s_r = 0.28/2.8 = 0.1; 0.1/√2)
 * @example precisionOf([10, 10.4], { kind: "absolute", limit: "0.28" }) // → { u: 0.200, dof: 1, exceeded: true } (0.4 > 0.28: s = 0.4/√2, u = s/√2)
 * @source ISO 5725-6:1994, 4.1 and 5.2
 */
export function precisionOf(results: readonly number[], repeatability: Repeatability): Precision {
  const n = results.length;
  const center = mean(results);
  const limit = Number(repeatability.limit) * (repeatability.kind === "relative" ? Math.abs(center) : 1);
  const methodSd = limit / CRITICAL_FACTOR[2];
  const range = Math.max(...results) - Math.min(...results);
  const allowed = methodSd * (CRITICAL_FACTOR[n] ?? 4.5);
  const exceeded = n > 1 && beyond(range, allowed);
  return exceeded
    ? { mean: center, u: sampleSd(results) / Math.sqrt(n), dof: n - 1, range, allowed, exceeded }
    : { mean: center, u: methodSd / Math.sqrt(n), dof: Infinity, range, allowed, exceeded };
}

/** Beyond by more than float noise: a range of exactly the limit is allowed. */
function beyond(range: number, allowed: number): boolean {
  return range - allowed > 1e-9 * Math.max(range, allowed);
}
