import { normalQuantile } from "@quanheng/kernel/distributions.ts";
import { streamOf } from "@quanheng/kernel/random/xoshiro.ts";
import { refuse } from "../refusals.ts";
import type { Criterion, StagedRule } from "./criterion.ts";
import { judgeStaged } from "./judge-staged.ts";

/** A lot whose units are normally distributed, in the unit of the results; measurement included. */
export type NormalLot = { readonly mean: number; readonly sd: number };

export type StagedCharacteristic = {
  /** Probability that the lot passes, and its standard error. */
  readonly pass: number;
  readonly standardError: number;
  /** Probability that it passes at each stage. */
  readonly passAt: readonly number[];
  /** Units that are examined on average. */
  readonly units: number;
};

/**
 * What a staged rule risks for a lot of given quality, by simulation: the same for the same seed on every machine. For
 * a
 * good lot 1 − pass is the producer's risk, for a bad one pass is the consumer's. Every series has the same lot.
 *
 * @param lot mean and standard deviation of its units
 * @param run seed, a whole number from 0 to 2⁵³ − 1, and how many lots are drawn
 * @example stagedCharacteristic({ stages: [{ label: "S1", total: 1, accept: { kind: "each", min: "85" } }, { label: "S2", total: 2, accept: { kind: "mean", min: "80" } }] }, { mean: 90, sd: 0 }, { seed: 1, trials: 10 }) // → { pass: 1, passAt: [1, 0], units: 1 } (without scatter every first unit passes)
 * @example stagedCharacteristic({ stages: [{ label: "S1", total: 1, accept: { kind: "each", min: "85" } }, { label: "S2", total: 2, accept: { kind: "mean", min: "80" } }] }, { mean: 82, sd: 0 }, { seed: 1, trials: 10 }) // → { pass: 1, passAt: [0, 1], units: 2 } (82 < 85, but 82 ≥ 80)
 * @throws Refusal `malformed-rule` for a lot or a number of trials that cannot be
 * @source ISO/IEC 17025:2017, 7.8.6.1 (the level of risk of a rule)
 */
export function stagedCharacteristic(
  rule: StagedRule,
  { mean, sd }: NormalLot,
  { seed, trials }: { readonly seed: number; readonly trials: number },
): StagedCharacteristic {
  if (!Number.isFinite(mean) || !(sd >= 0 && sd < Infinity)) refuse("malformed-rule", { problem: "lot", given: sd });
  if (!Number.isInteger(trials) || trials < 1 || trials > 1_000_000) {
    refuse("malformed-rule", { problem: "trials", given: trials });
  }
  const points = pointsOf(rule);
  const largest = rule.stages.at(-1)?.total ?? 0;
  const labels = rule.stages.map(({ label }) => label);
  const passes = labels.map(() => 0);
  let units = 0;
  for (let trial = 0; trial < trials; trial++) {
    const drawn = points.map((point, at) => [point, draw(streamOf(seed, trial, at), largest, mean, sd)] as const);
    const { verdict, stage, used } = judgeStaged(rule, Object.fromEntries(drawn));
    units += used;
    const at = labels.indexOf(stage);
    if (verdict === "pass") passes[at] = (passes[at] ?? 0) + 1;
  }
  const pass = passes.reduce((sum, each) => sum + each, 0) / trials;
  return {
    pass,
    standardError: Math.sqrt((pass * (1 - pass)) / trials),
    passAt: passes.map((each) => each / trials),
    units: units / trials,
  };
}

/** Digits behind the point of a drawn result: far more than any limit has. */
const PLACES = 6;

function draw(stream: ReturnType<typeof streamOf>, n: number, mean: number, sd: number): readonly string[] {
  return Array.from({ length: n }, () => (mean + sd * normalQuantile(stream.uniform())).toFixed(PLACES));
}

/** The series that a rule speaks of; "" is the only one of most rules. */
function pointsOf(rule: StagedRule): readonly string[] {
  const named = new Set<string>();
  const visit = (criterion: Criterion): void => {
    if (criterion.kind === "all" || criterion.kind === "any") criterion.of.forEach(visit);
    else if (criterion.kind === "not") visit(criterion.of);
    else named.add("point" in criterion ? (criterion.point ?? "") : "");
  };
  for (const { accept, goOn } of rule.stages) {
    visit(accept);
    if (goOn) visit(goOn);
  }
  return [...named];
}
