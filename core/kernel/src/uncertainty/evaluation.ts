import { evaluate } from "../model/evaluate.ts";
import { type Model, prepareModel } from "../model/tape.ts";
import { type AdaptiveOutput, type AdaptiveProgress, adaptiveTrials } from "../montecarlo/adaptive.ts";
import { planTrials, type TrialPlan } from "../montecarlo/plan.ts";
import { planEquations } from "../montecarlo/plan-equations.ts";
import { type TrialShare, trialShares } from "../montecarlo/shares.ts";
import { ENGINE, type RunTrials, trialRunner } from "../montecarlo/trials.ts";
import type { LawInterval } from "../montecarlo/validation.ts";
import { type Facts, Refusal } from "../refusal.ts";
import { coverageFactor, type DofPolicy } from "./coverage.ts";
import { secondOrderDof } from "./effective-dof.ts";
import { propagationOf } from "./file-propagation.ts";
import { corners, type Finding, hasPole, inputFindings, singularities, uncertainUnder, withoutU } from "./findings.ts";
import type { ModelFile } from "./model-file.ts";
import type { OutputEstimate, Propagation } from "./propagate.ts";
import { checkResolution } from "./resolution.ts";
import { type Unjudged, type Verdict, verdicts } from "./verdict.ts";

/**
 * A line of the budget of one output. `share` is its part of u²: c_i u_i Σ_j r_ij c_j u_j / u². The shares make one
 * together; correlated inputs that oppose one another can have negative ones.
 */
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
    /** Two correlated inputs that leave the degrees of freedom undefined. */
    readonly dofBetween: readonly [string, string] | null;
    readonly expanded: Expanded | null;
  };
  /** `expanded` is null wherever that of first order is. */
  readonly second: { readonly y: number; readonly u: number; readonly expanded: Expanded | null } | null;
};

export type { Unjudged, Verdict } from "./verdict.ts";

export type TrialEvaluation =
  | {
      readonly engine: string;
      readonly seed: number;
      readonly outputs: readonly (Omit<AdaptiveOutput, "decided" | "heaviest"> & {
        readonly first: Verdict | null;
        readonly second: Verdict | null;
        /** What each input alone does to the output; null for models of many inputs. */
        readonly shares: readonly TrialShare[] | null;
      })[];
    }
  | { readonly refused: string; readonly facts: Facts }
  | null;

export type Evaluation = {
  readonly probability: number;
  readonly outputs: readonly EvaluatedOutput[];
  /** What must be known beside the figures. */
  readonly findings: readonly Finding[];
  /** Null where no trials were asked for. */
  readonly trials: TrialEvaluation;
};

/**
 * Evaluates a model file: first and second order, then trials until their figures are stable. Yields the progress of
 * the trials, so that a caller can show it and stop.
 *
 * @param runner prepares who computes the trials: this thread, or several
 * @throws Refusal of the model, its inputs and correlations; what only the trials cannot do is part of the result
 * @source JCGM 100:2008, 5.1.2 and G.4; JCGM 101:2008, 7.9, 8.1 and 8.2 (recalled: trials that judge are stable to δ/5)
 * @example evaluation({ formulas: { y: "a + b + c" }, implicit: null, unit: null, inputs: [["a", 0.25, 9], ["b", 0.57, 4], ["c", 0.82, 14]].map(([name, u, dof]) => ({ name, x: 0, u, dof, distribution: { kind: "t", x: 0, scale: u, dof } })), correlations: [], scatter: [], probability: 0.95, dofPolicy: "interpolate", trials: null }).next().value.outputs[0].first // → { u: 1.03, dof: 19.0, expanded: { k: 2.09, expanded: 2.2 } } (JCGM 100:2008, G.4.1, example, which reads ν = 18.999 as 19.0; truncated it would be 18)
 */
export function* evaluation(
  file: ModelFile,
  runner: (plan: TrialPlan) => RunTrials = trialRunner,
): Generator<readonly AdaptiveProgress[], Evaluation> {
  const { probability } = file;
  const law = propagationOf(file);
  const outputs = lawOf(file, law);
  const trials = yield* trialsOf(file, law, outputs, runner);
  return { probability, outputs, findings: findingsOf(file, law), trials };
}

/**
 * First and second order only, at once, with the budget of each output.
 *
 * @param propagation what `propagationOf` gave, where it is there already
 * @returns an entry per output; `expanded` is null where no coverage factor can be stated
 * @throws Refusal those of `propagationOf`; `outside-domain` for an impossible probability
 * @source JCGM 100:2008, 5.1.2, 6.2.1 and G.4.1
 * @example lawOf({ formulas: { y: "a + b + c" }, implicit: null, unit: null, inputs: [["a", 0.25, 9], ["b", 0.57, 4], ["c", 0.82, 14]].map(([name, u, dof]) => ({ name, x: 0, u, dof, distribution: { kind: "t", x: 0, scale: u, dof } })), correlations: [], scatter: [], probability: 0.95, dofPolicy: "interpolate", trials: null })[0].first // → { u: 1.03, dof: 19.0, expanded: { k: 2.09, expanded: 2.2 } } (JCGM 100:2008, G.4.1, example, which reads ν = 18.999 as 19.0; truncated it would be 18)
 */
export function lawOf(file: ModelFile, { outputs, r }: Propagation = propagationOf(file)): readonly EvaluatedOutput[] {
  const { inputs, probability, dofPolicy } = file;
  return outputs.map((output) => {
    const { name, y, u, dof, dofBetween, secondOrder } = output;
    const first = expandedOf(u, dof, probability, dofPolicy);
    const next = secondOrder && first && secondOrderDof({ u, dof: dof ?? Infinity }, secondOrder.u, inputs);
    return {
      name,
      budget: budgetOf(inputs, output, r),
      first: {
        y,
        u,
        dof: dof ?? null,
        dofBetween: dofBetween ?? null,
        expanded: first,
      },
      second: secondOrder
        ? { ...secondOrder, expanded: expandedOf(secondOrder.u, next ?? undefined, probability, dofPolicy) }
        : null,
    };
  });
}

/**
 * The plan of a file's trials.
 *
 * @throws Refusal those of `planTrials` and `planEquations`
 * @source JCGM 101:2008, 7.2; the seed is 1 where the file asks for no trials
 * @example trialPlanOf({ formulas: { y: "2*x" }, implicit: null, inputs: [{ name: "x", distribution: { kind: "normal", x: 5, u: 1 } }], correlations: [], scatter: [], trials: { digits: 2, seed: 7, most: 10000 } }) // → { distributions: [{ kind: "normal", x: 5, u: 1 }], seed: 7 } (what the file states)
 */
export function trialPlanOf({ formulas, implicit, inputs, correlations, scatter, trials }: ModelFile): TrialPlan {
  const distributions = Object.fromEntries(inputs.map(({ name, distribution }) => [name, distribution]));
  const seed = trials?.seed ?? 1;
  if (implicit) return planEquations(implicit, distributions, seed, correlations, scatter);
  return planTrials(prepareModel(formulas, Object.keys(distributions)), distributions, seed, correlations, scatter);
}

/**
 * What must be known of an evaluation beside its figures, in the order of inputs, outputs and places of the formulas.
 *
 * @param propagation what `propagationOf` gave, where it is there already
 * @returns codes with facts, whose sentences live in the message catalogues
 * @throws Refusal those of `propagationOf`
 * @source JCGM 100:2008, G.4.1 (correlated inputs); JCGM 101:2008, 5.10.1, notes (expectation or variance need not exist)
 * @example findingsOf({ formulas: { y: "2*x" }, implicit: null, inputs: [{ name: "x", x: 5, u: 0, distribution: { kind: "constant", x: 5 } }], correlations: [] }) // → [{ code: "no-uncertainty", facts: { output: "y" } }] (no input has an uncertainty)
 */
export function findingsOf(file: ModelFile, { outputs, r }: Propagation = propagationOf(file)): readonly Finding[] {
  const { implicit, inputs } = file;
  const walked = implicit ? null : walkOf(file);
  const uncertain = inputs.flatMap(({ name, u }) => (u > 0 ? [name] : []));
  const found = outputs.flatMap((output, k): Finding[] => {
    const { name, dofBetween, secondOrder } = output;
    const depends = walked ? uncertainUnder(walked.model, walked.model.outputs[k]!.at, inputs) : uncertain;
    const none = withoutU(name, depends, output);
    if (none?.code === "no-uncertainty") return [none];
    const between = dofBetween && { output: name, a: dofBetween[0], b: dofBetween[1] };
    return [
      ...(none ? [none] : []),
      ...(between ? [{ code: "dof-undefined" as const, facts: between }] : []),
      ...(!secondOrder ? [{ code: "second-order-not-finite" as const, facts: { output: name } }] : []),
    ];
  });
  if (!walked) return [...inputFindings(inputs), ...found];
  const { model, values } = walked;
  return [
    ...inputFindings(inputs),
    ...found,
    ...singularities(model, values, inputs, r),
    ...corners(model, values, inputs, r),
  ];
}

/** The steps of the formulas with their values at the estimates. */
function walkOf({ formulas, inputs }: ModelFile): { readonly model: Model; readonly values: Float64Array } {
  const names = inputs.map(({ name }) => name);
  const model = prepareModel(formulas, names);
  const estimates = inputs.map(({ x }) => x);
  return { model, values: evaluate(model, estimates) };
}

function budgetOf(
  inputs: ModelFile["inputs"],
  { sensitivities, contributions, u }: OutputEstimate,
  r: readonly Float64Array[],
): EvaluationLine[] {
  const weighted = inputs.map((input, i) => (u > 0 ? (sensitivities[i]! * input.u) / u : 0));
  return inputs.map(({ name, x, u: ux, dof = Infinity, distribution }, i) => ({
    input: name,
    x,
    u: ux,
    dof,
    distribution: distribution.kind,
    sensitivity: sensitivities[i]!,
    contribution: contributions[i]!,
    share: weighted[i] === 0 ? 0 : weighted.reduce((sum, w, j) => sum + weighted[i]! * r[i]![j]! * w, 0),
  }));
}

/** Degrees of freedom below one, or undefined ones, leave U unstated. */
function expandedOf(u: number, dof: number | undefined, probability: number, policy: DofPolicy): Expanded | null {
  if (dof === undefined || dof < 1) return null;
  const k = coverageFactor(dof, probability, policy);
  return { k, expanded: k * u };
}

/** Inputs up to which trials also vary one input at a time, and how many trials each. */
const SHARED_INPUTS = 32;
const SHARE_TRIALS = 40_960;

function* trialsOf(
  file: ModelFile,
  propagation: Propagation,
  law: readonly EvaluatedOutput[],
  runner: (plan: TrialPlan) => RunTrials,
): Generator<readonly AdaptiveProgress[], TrialEvaluation> {
  const { probability, trials } = file;
  if (!trials) return null;
  const { digits, seed, most: mostTrials } = trials;
  try {
    checkResolution(file, propagation.outputs);
    const plan = trialPlanOf(file);
    const heavy = heavyOutputs(file, propagation, law);
    const judging = law.map((output, k) => (heavy[k] ? [] : intervalsOf(output)));
    const outputs = yield* adaptiveTrials(plan, { probability, digits, mostTrials, judging }, runner(plan));
    const shares = plan.model.inputs.length <= SHARED_INPUTS ? trialShares(plan, SHARE_TRIALS) : null;
    return {
      engine: ENGINE,
      seed,
      outputs: outputs.map(({ decided, heaviest, ...output }, k) => ({
        ...output,
        ...verdictsOf({ ...output, decided, heaviest }, law[k]!, heavy[k] ?? null),
        shares: shares?.[k] ?? null,
      })),
    };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code, facts: error.facts };
    throw error;
  }
}

/** By output: whether it has no variance because an input has none, or may have none because of a pole in its support. */
function heavyOutputs(
  file: ModelFile,
  { r }: Propagation,
  law: readonly EvaluatedOutput[],
): readonly (Unjudged | null)[] {
  const walked = file.implicit ? null : walkOf(file);
  return law.map((output, k) => {
    if (withoutVariance(file, output)) return "variance-undefined";
    const pole = walked && hasPole(walked.model, walked.model.outputs[k]!.at, walked.values, file.inputs, r);
    return pole ? "output-variance-undefined" : null;
  });
}

/** Whether an input without variance has a part in an output; a slope of zero alone does not exclude it. */
function withoutVariance({ inputs }: ModelFile, { budget, second }: EvaluatedOutput): boolean {
  return inputs.some(({ distribution }, i) => {
    const heavy = distribution.kind === "t" && distribution.dof <= 2;
    return heavy && (budget[i]!.sensitivity !== 0 || second?.u !== 0);
  });
}

/** The intervals that trials judge, those of first order before that of second. */
function intervalsOf({ first, second }: EvaluatedOutput): LawInterval[] {
  return [first, second].flatMap((each) => (each?.expanded ? [{ y: each.y, expanded: each.expanded.expanded }] : []));
}

function verdictsOf(
  output: AdaptiveOutput,
  law: EvaluatedOutput,
  heavy: Unjudged | null,
): { readonly first: Verdict | null; readonly second: Verdict | null } {
  const varies = law.budget.some(({ u }) => u > 0);
  const largest = Math.max(0, ...law.budget.map(({ contribution }) => contribution));
  const [first = null, second = null] = verdicts(output, intervalsOf(law), { heavy, varies, largest });
  return { first, second };
}
