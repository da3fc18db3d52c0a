import { normalCdf, normalPdf } from "@quanheng/kernel/distributions.ts";
import { incompleteGamma, logGamma } from "@quanheng/kernel/special/gamma.ts";
import type { Knowledge } from "../probability.ts";
import { refuse } from "../refusals.ts";

/**
 * What is known, before an item is measured, of the values that such items have: the distribution of the process.
 * `gamma` has the mean shape/rate; `rectangular` lies evenly within ±a of its mean.
 */
export type Prior =
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  | { readonly kind: "gamma"; readonly shape: number; readonly rate: number }
  | { readonly kind: "rectangular"; readonly mean: number; readonly a: number };

/** A prior as functions: density, probability of staying below, and the interval that holds all that matters of it. */
export type PriorFunctions = {
  readonly density: (x: number) => number;
  readonly below: (x: number) => number;
  readonly low: number;
  readonly high: number;
  /** Places between which the density is smooth on its own scale. */
  readonly breaks: readonly number[];
};

/** Standard deviations beyond which a prior holds less than 1e-22. */
const REACH = 10;

/**
 * Density and distribution of a process, as functions.
 *
 * @example priorFunctions({ kind: "rectangular", mean: 0, a: 2 }).density(1) // → 0.250 (1/(2·2))
 * @example priorFunctions({ kind: "normal", mean: 1500, sd: 0.12 }).below(1500.2) // → 0.9522 (Φ(0.2/0.12) = Φ(1.6667))
 * @example priorFunctions({ kind: "gamma", shape: 1, rate: 1 }).below(1) // → 0.63212 (1 − e⁻¹)
 * @throws Refusal `malformed-rule` for a spread, shape or rate that is not positive
 * @source JCGM 106:2012, annex B (distributions of a process)
 */
export function priorFunctions(prior: Prior): PriorFunctions {
  for (const [problem, given] of Object.entries(prior)) {
    if (typeof given !== "number") continue;
    if (!Number.isFinite(given) || (problem !== "mean" && given <= 0)) refuse("malformed-rule", { problem, given });
  }
  switch (prior.kind) {
    case "normal": {
      const { mean, sd } = prior;
      const at = (z: number) => mean + z * sd;
      return {
        density: (x) => normalPdf((x - mean) / sd) / sd,
        below: (x) => normalCdf((x - mean) / sd),
        low: at(-REACH),
        high: at(REACH),
        breaks: [-4, -2, 0, 2, 4].map(at),
      };
    }
    case "gamma": {
      const { shape, rate } = prior;
      const scale = shape * Math.log(rate) - logGamma(shape);
      const high = (shape + REACH * Math.sqrt(shape) + 60) / rate;
      return {
        density: (x) => (x <= 0 ? 0 : Math.exp(scale + (shape - 1) * Math.log(x) - rate * x)),
        below: (x) => (x <= 0 ? 0 : incompleteGamma(shape, rate * x).lower),
        low: 0,
        high,
        breaks: [0.01, 0.1, 0.5, 1, 2, 4].map((share) => (share * shape) / rate),
      };
    }
    case "rectangular": {
      const { mean, a } = prior;
      const inside = (x: number) => Math.abs(x - mean) <= a;
      return {
        density: (x) => (inside(x) ? 0.5 / a : 0),
        below: (x) => Math.min(1, Math.max(0, 0.5 + (x - mean) / (2 * a))),
        low: mean - a,
        high: mean + a,
        breaks: [],
      };
    }
  }
}

/**
 * What is known after a measurement of an item from a normal process: the product of both distributions. Degrees of
 * freedom are those of the measurement, which errs to the safe side.
 *
 * y′ = (y/u² + m/σ₀²)/(1/u² + 1/σ₀²), 1/u′² = 1/u² + 1/σ₀²
 *
 * @throws Refusal `malformed-rule` for another distribution, or a spread that is not positive
 * @example afterMeasurement({ kind: "normal", mean: 0, sd: 3 }, { y: 10, u: 4, dof: Infinity }).y // → 3.6 (10·3²/(3² + 4²))
 * @example afterMeasurement({ kind: "normal", mean: 0, sd: 3 }, { y: 10, u: 4, dof: Infinity }).u // → 2.4 (√(1/(1/3² + 1/4²)) = 3·4/5)
 * @source JCGM 106:2012, clause 6 (the state of knowledge after a measurement)
 */
export function afterMeasurement(prior: Prior, { y, u, dof }: Knowledge): Knowledge {
  if (prior.kind !== "normal") return refuse("malformed-rule", { problem: "process", given: prior.kind });
  priorFunctions(prior);
  if (!(u > 0)) return refuse("malformed-rule", { problem: "u", given: u });
  const share = prior.sd ** 2 / (prior.sd ** 2 + u ** 2);
  return { y: prior.mean + share * (y - prior.mean), u: u * Math.sqrt(share), dof };
}
