import { streamOf } from "@quanheng/kernel/random/xoshiro.ts";
import { needEachWithin, needRows } from "../../method-guards.ts";
import { bcaInterval } from "./bca-interval.ts";
import type { DissolutionRun } from "./dissolution-profile.ts";
import { profileSimilarity } from "./profile-similarity.ts";
import { refuse } from "./refusals.ts";

/** Draws, coverage of the two-sided interval, and what counts as similar. @source EMA Q&A on f₂ bootstrap, 2018 (recalled) */
const DRAWS = 5000;
const PROBABILITY = 0.9;
const SIMILAR_FROM = 50;
const FEWEST_UNITS = 6;
/** The same units give the same interval on every machine. */
const SEED = 20_260_101;

export type SimilarityBootstrap = {
  /** f₂ of the means. */
  readonly f2: number;
  /** Ends of the 90 % interval. */
  readonly lower: number;
  readonly upper: number;
  /** Whether the lower end reaches 50, unrounded. */
  readonly similar: boolean;
};

/**
 * f₂ of products whose units vary too much for a point estimate: units are drawn anew with replacement within each product,
 * whole profiles at a time, and the lower end of the bias-corrected and accelerated 90 % interval of f₂ decides.
 *
 * @param reference, test one row a unit, the same times in every row [% of label]
 * @throws Refusal `unit-count` below six units; `columns-differ`, `too-few-points`, `outside-method-range`
 * @example similarityBootstrap(Array.from({ length: 12 }, () => [34.9166666667, 59.5, 79.2666666667, 95.075]), Array.from({ length: 12 }, () => [40.3391666667, 67.1458333333, 87.0075, 97.725])) // → { f2: 60.03, lower: 60.03, upper: 60.03, similar: true } (Shah et al. 1998: units that do not vary have the f₂ of their means)
 * @source Shah VP et al., Pharm Res 15 (1998) 889; Efron and Tibshirani 1993, 14.3; EMA EMA/810713/2017 (recalled)
 */
export function similarityBootstrap(reference: DissolutionRun, test: DissolutionRun): SimilarityBootstrap {
  for (const run of [reference, test]) {
    if (run.length < FEWEST_UNITS) refuse("unit-count", { stage: 1, given: run.length, needed: FEWEST_UNITS });
    for (const unit of run) {
      needRows("unit", unit, reference[0]!.length);
      needEachWithin("dissolvedPercent", unit, { min: 0, max: 200, unit: "%" });
    }
  }
  const { f2 } = profileSimilarity(meansOf(reference), meansOf(test));
  const random = streamOf(SEED, 0, 0);
  const drawn = (run: DissolutionRun) => meansOf(run.map(() => run[Math.floor(random.uniform() * run.length)]!));
  const replicates = Array.from({ length: DRAWS }, () => similarity(drawn(reference), drawn(test)));
  const without = (run: DissolutionRun, left: number) => meansOf(run.filter((_, unit) => unit !== left));
  const jackknife = [
    ...reference.map((_, unit) => similarity(without(reference, unit), meansOf(test))),
    ...test.map((_, unit) => similarity(meansOf(reference), without(test, unit))),
  ];
  const { lower, upper } = bcaInterval(replicates, f2, jackknife, PROBABILITY);
  return { f2, lower, upper, similar: lower >= SIMILAR_FROM };
}

function meansOf(run: DissolutionRun): number[] {
  const means = run[0]!.map(() => 0);
  for (const unit of run) for (let k = 0; k < means.length; k++) means[k]! += unit[k]! / run.length;
  return means;
}

/** f₂ without the checks, which every draw would repeat. */
function similarity(reference: readonly number[], test: readonly number[]): number {
  let squares = 0;
  for (let k = 0; k < reference.length; k++) squares += (reference[k]! - test[k]!) ** 2;
  return 50 * Math.log10(100 / Math.sqrt(1 + squares / reference.length));
}
