import { mean, sampleSd } from "@quanheng/kernel/statistics.ts";
import { needAscending, needEachWithin, needRows } from "../../method-guards.ts";
import { type ProfileSimilarity, profileSimilarity } from "./profile-similarity.ts";
import { refuse } from "./refusals.ts";

/** Units per product, greatest coefficient of variation early and late [%], and what counts as dissolved. @source FDA 1997; EMA 2010 */
const UNITS = 12;
const VARIATION = { firstPercent: 20, laterPercent: 10 } as const;
const DISSOLVED = { percent: 85, withinMin: 15 } as const;

/** Amount dissolved of each unit at each time, one row a unit. [% of label] */
export type DissolutionRun = readonly (readonly number[])[];
/** At most one point after either product (EMA) or both (FDA) have passed 85 %. */
export type PointRule = "EMA" | "FDA";

export type ProfileComparison = {
  /** `bootstrap`: the units vary too much for a point estimate of f₂. */
  readonly verdict: "similar-fast" | "similar" | "different" | "bootstrap";
  /** Times used for f₂. [min] */
  readonly usedMin: readonly number[];
  readonly similarity?: ProfileSimilarity;
  readonly referenceCvPercent: readonly number[];
  readonly testCvPercent: readonly number[];
};

/**
 * Compares two products from the units: both at least 85 % within 15 min are similar without f₂; else f₂ on the times of
 * the chosen rule, where the coefficient of variation is at most 20 % at the first time and 10 % later.
 *
 * @param timesMin common sampling times, rising [min]
 * @throws Refusal `unit-count` unless twelve units; `columns-differ`, `not-ascending`, `too-few-points`,
 *   `outside-method-range`
 * @source FDA guidance 1997, V; EMA CPMP/EWP/QWP/1401/98 Rev. 1, appendix I
 */
export function compareProfiles(
  timesMin: readonly number[],
  reference: DissolutionRun,
  test: DissolutionRun,
  rule: PointRule,
): ProfileComparison {
  needEachWithin("timesMin", timesMin, { above: 0, unit: "min" });
  needAscending("timesMin", timesMin);
  const [R, T] = [profile(reference, timesMin), profile(test, timesMin)];
  const used = timesMin.slice(0, pointsUsed(R.means, T.means, rule));
  const outcome = { usedMin: used, referenceCvPercent: R.cvPercent, testCvPercent: T.cvPercent };
  if (fast(timesMin, R.means) && fast(timesMin, T.means)) return { ...outcome, verdict: "similar-fast" };
  const similarity = profileSimilarity(R.means.slice(0, used.length), T.means.slice(0, used.length));
  if (varies(R.cvPercent, used.length) || varies(T.cvPercent, used.length))
    return { ...outcome, verdict: "bootstrap", similarity };
  return { ...outcome, verdict: similarity.similar ? "similar" : "different", similarity };
}

/** How many times count: all up to and with the first after which the rule allows no more. */
export function pointsUsed(reference: readonly number[], test: readonly number[], rule: PointRule): number {
  const passed = (k: number): boolean => {
    const [R, T] = [reference[k]! > DISSOLVED.percent, test[k]! > DISSOLVED.percent];
    return rule === "EMA" ? R || T : R && T;
  };
  const first = reference.findIndex((_, k) => passed(k));
  return first < 0 ? reference.length : first + 1;
}

function profile(run: DissolutionRun, timesMin: readonly number[]) {
  if (run.length !== UNITS) refuse("unit-count", { stage: 1, given: run.length, needed: UNITS });
  for (const unit of run) {
    needRows("unit", unit, timesMin.length);
    needEachWithin("dissolvedPercent", unit, { min: 0, max: 200, unit: "%" });
  }
  const columns = timesMin.map((_, k) => run.map((unit) => unit[k]!));
  const means = columns.map(mean);
  return { means, cvPercent: columns.map((values, k) => (means[k]! > 0 ? (100 * sampleSd(values)) / means[k]! : 0)) };
}

function fast(timesMin: readonly number[], means: readonly number[]): boolean {
  return timesMin.some((time, k) => time <= DISSOLVED.withinMin && means[k]! >= DISSOLVED.percent);
}

function varies(cvPercent: readonly number[], used: number): boolean {
  return cvPercent.slice(0, used).some((cv, k) => cv > (k === 0 ? VARIATION.firstPercent : VARIATION.laterPercent));
}
