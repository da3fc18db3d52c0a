import { prepareModel } from "../model/tape.ts";
import {
  type AdaptiveOutput,
  type AdaptiveProgress,
  adaptiveTrials,
  validatesPropagation,
} from "../montecarlo/adaptive.ts";
import { planTrials, type TrialPlan } from "../montecarlo/plan.ts";
import { ENGINE, type RunTrials, trialRunner } from "../montecarlo/trials.ts";
import { type Facts, Refusal } from "../refusal.ts";
import { coverageFactor, type DofPolicy } from "./coverage.ts";
import type { ModelFile } from "./model-file.ts";
import { type OutputEstimate, propagate } from "./propagate.ts";

/** A line of the budget of one output. `share` is its part of u² where inputs are not correlated. */
export type EvaluationLine = {
  readonly input: string;
  readonly x: number;
  readonly u: number;
  readonly dof: number;
  readonly distribution: string;
  readonly sensitivity: number;
  readonly contribution: number;
  readonly share: number;
};

/** Interval y ± k·u of a propagation; null where no coverage factor can be stated. */
export type Expanded = { readonly k: number; readonly expanded: number };

export type EvaluatedOutput = {
  readonly name: string;
  readonly budget: readonly EvaluationLine[];
  readonly first: {
    readonly y: number;
    readonly u: number;
    readonly dof: number | null;
    readonly expanded: Expanded | null;
  };
  readonly second: { readonly y: number; readonly u: number; readonly expanded: Expanded } | null;
};

/** How the intervals of propagation compare with that of the trials (JCGM 101:2008, 8). */
export type Verdict = { readonly low: number; readonly high: number; readonly valid: boolean };

export type TrialEvaluation =
  | {
      readonly engine: string;
      readonly seed: number;
      readonly outputs: readonly (AdaptiveOutput & {
        readonly first: Verdict | null;
        readonly second: Verdict | null;
      })[];
    }
  | { readonly refused: string; readonly facts: Facts }
  | null;

export type Evaluation = {
  readonly probability: number;
  readonly outputs: readonly EvaluatedOutput[];
  /** Null where no trials were asked for. */
  readonly trials: TrialEvaluation;
};

/**
 * Evaluates a model file: first and second order, then trials until their figures are stable. Yields the progress of
 * the trials, so that a caller can show it and stop.
 *
 * @param runner prepares who computes the trials: this thread, or several
 * @throws Refusal of the model, its inputs and correlations; what only the trials cannot do is part of the result
 * @source JCGM 100:2008, 5.1.2 and G.4; JCGM 101:2008, 7.9 and 8.1
 */
export function* evaluation(
  file: ModelFile,
  runner: (plan: TrialPlan) => RunTrials = trialRunner,
): Generator<readonly AdaptiveProgress[], Evaluation> {
  const { probability } = file;
  const outputs = lawOf(file);
  return { probability, outputs, trials: yield* trialsOf(file, outputs, runner) };
}

/** First and second order only, at once. */
export function lawOf({
  formulas,
  inputs,
  correlations,
  probability,
  dofPolicy,
}: ModelFile): readonly EvaluatedOutput[] {
  const model = prepareModel(
    formulas,
    inputs.map(({ name }) => name),
  );
  const { outputs } = propagate(model, inputs, correlations);
  return outputs.map((output) => {
    const { name, y, u, dof, secondOrder } = output;
    const normal = coverageFactor(Infinity, probability);
    return {
      name,
      budget: budgetOf(inputs, output),
      first: { y, u, dof: dof ?? null, expanded: expandedOf(u, dof, probability, dofPolicy) },
      second: secondOrder ? { ...secondOrder, expanded: { k: normal, expanded: normal * secondOrder.u } } : null,
    };
  });
}

function budgetOf(inputs: ModelFile["inputs"], output: OutputEstimate): EvaluationLine[] {
  const total = output.contributions.reduce((sum, value) => sum + value * value, 0);
  return inputs.map(({ name, x, u, dof = Infinity, distribution }, i) => {
    const contribution = output.contributions[i]!;
    return {
      input: name,
      x,
      u,
      dof,
      distribution: distribution.kind,
      sensitivity: output.sensitivities[i]!,
      contribution,
      share: total > 0 ? contribution ** 2 / total : 0,
    };
  });
}

/** Degrees of freedom below one, or undefined ones, leave U unstated. */
function expandedOf(u: number, dof: number | undefined, probability: number, policy: DofPolicy): Expanded | null {
  if (dof === undefined || dof < 1) return null;
  const k = coverageFactor(dof, probability, policy);
  return { k, expanded: k * u };
}

function* trialsOf(
  { formulas, inputs, correlations, probability, trials }: ModelFile,
  law: readonly EvaluatedOutput[],
  runner: (plan: TrialPlan) => RunTrials,
): Generator<readonly AdaptiveProgress[], TrialEvaluation> {
  if (!trials) return null;
  const { digits, seed, most: mostTrials } = trials;
  try {
    const model = prepareModel(
      formulas,
      inputs.map(({ name }) => name),
    );
    const distributions = Object.fromEntries(inputs.map(({ name, distribution }) => [name, distribution]));
    const plan = planTrials(model, distributions, seed, correlations);
    const outputs = yield* adaptiveTrials(plan, { probability, digits, mostTrials }, runner(plan));
    return { engine: ENGINE, seed, outputs: outputs.map((output, k) => ({ ...output, ...verdicts(output, law[k]!) })) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code, facts: error.facts };
    throw error;
  }
}

function verdicts(
  { symmetric, tolerance }: AdaptiveOutput,
  { first, second }: EvaluatedOutput,
): { readonly first: Verdict | null; readonly second: Verdict | null } {
  const judge = (y: number, interval: Expanded | null) =>
    interval ? validatesPropagation({ y, expanded: interval.expanded }, symmetric, tolerance) : null;
  return { first: judge(first.y, first.expanded), second: second ? judge(second.y, second.expanded) : null };
}
