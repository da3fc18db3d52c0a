import { prepareModel } from "@quanheng/kernel/model/tape.ts";
import { planTrials } from "@quanheng/kernel/montecarlo/plan.ts";
import { summarize } from "@quanheng/kernel/montecarlo/summary.ts";
import { runTrials } from "@quanheng/kernel/montecarlo/trials.ts";
import type { CaseResult } from "../../adapter.ts";
import { guarded, within } from "./check.ts";
import { type InputRow, readDistribution } from "./input.ts";

type TrialCase = {
  readonly id: string;
  readonly kind: "mcm";
  readonly model: string;
  readonly inputs: Readonly<Record<string, InputRow>>;
  readonly correlations: readonly { a: string; b: string; r: number }[];
  readonly coverageProbability: number;
  readonly reference: {
    readonly values: Figures;
    readonly standardErrors: Figures;
  };
};

type Figures = Readonly<Record<(typeof FIGURES)[number], number>>;

const FIGURES = ["mean", "u", "symLow", "symHigh", "shortLow", "shortHigh"] as const;
const BLOCKS = 10;
const BLOCK_TRIALS = 200_000;
const SEED = 20_261_125;

/** Monte Carlo evaluations of two million trials; every figure of every case within four standard errors of the reference. */
export function trialCases(cases: readonly { readonly kind?: string }[]): readonly CaseResult[] {
  return cases.filter(isTrials).flatMap((each) => guarded(each.id, () => caseResults(each)));
}

function isTrials(each: { readonly kind?: string }): each is TrialCase {
  return each.kind === "mcm";
}

/** The standard error of the implementation comes from the scatter of its blocks, as the reference's does. */
function caseResults({ id, model, inputs, correlations, coverageProbability, reference }: TrialCase): CaseResult[] {
  const distributions = Object.fromEntries(Object.entries(inputs).map(([name, row]) => [name, readDistribution(row)]));
  const plan = planTrials(prepareModel({ y: model }, Object.keys(inputs)), distributions, SEED, correlations);
  const blocks = Array.from({ length: BLOCKS }, (_, block) => {
    const [values = new Float64Array(0)] = runTrials(plan, block * BLOCK_TRIALS, BLOCK_TRIALS);
    const { y, u, symmetric, shortest } = summarize("y", values, coverageProbability);
    return {
      mean: y,
      u,
      symLow: symmetric.low,
      symHigh: symmetric.high,
      shortLow: shortest.low,
      shortHigh: shortest.high,
    };
  });
  return FIGURES.map((figure) => {
    const values = blocks.map((block) => block[figure]);
    const mean = values.reduce((total, value) => total + value, 0) / BLOCKS;
    const spread = values.reduce((total, value) => total + (value - mean) ** 2, 0) / (BLOCKS - 1);
    const distance = 4 * Math.sqrt(reference.standardErrors[figure] ** 2 + spread / BLOCKS);
    return within(`${id} ${figure}`, mean, reference.values[figure], distance);
  });
}
