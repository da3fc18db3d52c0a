import { type Correlation, cholesky, correlationMatrix, indefiniteness } from "../linear/correlation-matrix.ts";
import type { Model } from "../model/tape.ts";
import { refuse } from "../refusals.ts";
import { checkDistribution, type Distribution } from "./distribution.ts";
import { latentCorrelations } from "./latent-correlation.ts";

/** Everything that fixes the values of all trials. Plain data: it can be sent to a worker. */
export type TrialPlan = {
  readonly model: Model;
  /** One per input of the model, in its order. */
  readonly distributions: readonly Distribution[];
  /**
   * Lower triangle of the correlation matrix of the inputs' normal scores, where inputs are correlated. For normal
   * inputs it is that of the inputs themselves.
   */
  readonly lower?: readonly Float64Array[];
  /** Inputs that are drawn as normal scores, correlated, and given their distributions; absent where all are normal. */
  readonly joined?: readonly number[];
  /** Joined inputs whose scores share one divisor √(χ²/ν), so that they follow a multivariate t. */
  readonly scatter?: readonly Scatter[];
  /** The equations that give the outputs, where no formula does. */
  readonly equations?: EquationsPlan;
  readonly seed: number;
};

export type Scatter = { readonly inputs: readonly number[]; readonly dof: number };

/** Names of inputs that scatter together, as where they were observed together, with the degrees of freedom. */
export type ScatterGroup = { readonly inputs: readonly string[]; readonly dof: number };

/** Each trial starts its search at the solution for the estimates. `model` takes inputs, then outputs. */
export type EquationsPlan = {
  readonly model: Model;
  readonly start: readonly number[];
  /** Size of the terms that make each output at the estimates, by which a step is judged small. */
  readonly scale: readonly number[];
  readonly within: readonly ({ readonly low: number; readonly high: number } | undefined)[];
};

/** Up to so many correlated normal inputs are correlated within the compiled block. */
const MOST_WITHIN = 64;

/**
 * Prepares a Monte Carlo evaluation.
 *
 * Correlated inputs of any distributions are joined by a Gaussian copula, that is through correlated normal scores,
 * whose correlations are such that the inputs have the stated r as Pearson's coefficient. Inputs of a scatter group are
 * joined by a t copula with its degrees of freedom; there r is that of the scores, which for inputs with a t of the same
 * degrees of freedom (the multivariate t) is the same.
 *
 * @throws Refusal `unknown-name`, `distribution-invalid`, `correlation-invalid`, `correlations-inconsistent`,
 * `correlation-unattainable`, `correlations-unattainable`; `outside-domain` for a seed that is no whole number from 0 to 2⁵³ − 1
 * @source JCGM 101:2008, 6.4.8 (normal inputs); JCGM 102:2011, 5.3.2 (multivariate t; recalled)
 * @example planTrials({ inputs: ["a", "b"], outputs: [], steps: [], places: [] }, { a: { kind: "normal", x: 0, u: 1 }, b: { kind: "normal", x: 10, u: 2 } }, 1, [{ a: "a", b: "b", r: 0.6 }]).lower // → [[1, 0], [0.6, 0.8]] (0.6² + 0.8² = 1)
 */
export function planTrials(
  model: Model,
  inputs: Readonly<Record<string, Distribution>>,
  seed: number,
  correlations: readonly Correlation[] = [],
  groups: readonly ScatterGroup[] = [],
): TrialPlan {
  if (!Number.isSafeInteger(seed) || seed < 0) refuse("outside-domain", { name: "seed", given: seed, min: 0 });
  const distributions = model.inputs.map((name) => {
    const distribution = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (!distribution) return refuse("unknown-name", { name });
    checkDistribution(name, distribution);
    return distribution;
  });
  if (correlations.length === 0 && groups.length === 0) return { model, distributions, seed };
  const matrix = correlationMatrix(model.inputs, correlations);
  const scatter = groups.map(({ inputs: names, dof }) => {
    const places = names.map((name) => model.inputs.indexOf(name));
    if (places.includes(-1)) refuse("unknown-name", { name: names[places.indexOf(-1)] ?? "" });
    if (!(dof > 0)) refuse("outside-domain", { name: "dof", given: dof, min: 0 });
    return { inputs: places, dof };
  });
  const scores = scoreMatrix(model, inputs, correlations, matrix, groups);
  const lower = cholesky(scores) ?? refuse("correlations-unattainable", indefiniteness(scores));
  const together = [...scores.keys()].filter(
    (i) =>
      distributions[i]!.kind !== "constant" &&
      (scores[i]!.some((r, j) => r !== 0 && i !== j) || scatter.some(({ inputs }) => inputs.includes(i))),
  );
  const ordinary = together.every((i) => distributions[i]!.kind === "normal") && scatter.length === 0;
  if (ordinary && together.length <= MOST_WITHIN) return { model, distributions, lower, seed };
  return { model, distributions, lower, joined: together, ...(scatter.length > 0 ? { scatter } : {}), seed };
}

/** Correlations of the normal scores; those within one scatter group stay as they are stated. */
function scoreMatrix(
  model: Model,
  inputs: Readonly<Record<string, Distribution>>,
  correlations: readonly Correlation[],
  matrix: readonly Float64Array[],
  groups: readonly ScatterGroup[],
): readonly Float64Array[] {
  const within = ({ a, b }: Correlation) =>
    groups.some((group) => group.inputs.includes(a) && group.inputs.includes(b));
  const latent = latentCorrelations(
    inputs,
    correlations.filter((each) => !within(each)),
  );
  const places = new Map(model.inputs.map((name, place) => [name, place]));
  const scores = matrix.map((row) => row.slice());
  for (const { a, b, r } of latent) {
    const [i, j] = [places.get(a)!, places.get(b)!];
    scores[i]![j] = scores[j]![i] = r;
  }
  // What does not vary is correlated with nothing.
  for (const [i, name] of model.inputs.entries()) {
    if (inputs[name]?.kind !== "constant") continue;
    for (const [j, row] of scores.entries()) if (i !== j) scores[i]![j] = row[i] = 0;
  }
  return scores;
}
