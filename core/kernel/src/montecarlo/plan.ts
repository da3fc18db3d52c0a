import { type Correlation, cholesky, correlationMatrix } from "../linear/correlation-matrix.ts";
import type { Model } from "../model/tape.ts";
import { refuse } from "../refusals.ts";
import { checkDistribution, type Distribution } from "./distribution.ts";

/** Everything that fixes the values of all trials. Plain data: it can be sent to a worker. */
export type TrialPlan = {
  readonly model: Model;
  /** One per input of the model, in its order. */
  readonly distributions: readonly Distribution[];
  /** Lower triangle of the correlation matrix, where inputs are correlated. */
  readonly lower?: readonly Float64Array[];
  readonly seed: number;
};

/**
 * Prepares a Monte Carlo evaluation.
 *
 * @param correlations between inputs with normal distributions
 * @throws Refusal `unknown-name`, `distribution-invalid`, `correlation-invalid`, `correlations-inconsistent`,
 * `correlation-not-normal`; `outside-domain` for a seed that is no whole number from 0 to 2⁵³ − 1
 */
export function planTrials(
  model: Model,
  inputs: Readonly<Record<string, Distribution>>,
  seed: number,
  correlations: readonly Correlation[] = [],
): TrialPlan {
  if (!Number.isSafeInteger(seed) || seed < 0) refuse("outside-domain", { name: "seed", given: seed, min: 0 });
  const distributions = model.inputs.map((name) => {
    const distribution = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (!distribution) return refuse("unknown-name", { name });
    checkDistribution(name, distribution);
    return distribution;
  });
  if (correlations.length === 0) return { model, distributions, seed };
  for (const { a, b, r } of correlations) {
    const bad = [a, b].find((name) => r !== 0 && inputs[name] && inputs[name].kind !== "normal");
    if (bad !== undefined) refuse("correlation-not-normal", { input: bad });
  }
  const lower = cholesky(correlationMatrix(model.inputs, correlations));
  return lower ? { model, distributions, lower, seed } : refuse("correlations-inconsistent", { smallestEigenvalue: 0 });
}
