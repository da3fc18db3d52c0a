import { DRAWN, type Drawn } from "../lanes/draws.ts";
import type { Distribution } from "./distribution.ts";
import type { TrialPlan } from "./plan.ts";

/** How an input is drawn within the block. */
export type Draw = { readonly kind: Drawn; readonly parameters: readonly [number, number, number, number] };

/** Standard normal, for what is correlated and scaled later. */
const SCORE: Draw = { kind: "normal", parameters: [0, 1, 0, 0] };

/**
 * The draws of all inputs; undefined for those that come from outside the block. What is correlated is drawn as a standard normal score.
 *
 * @source JCGM 101:2008, 6.4 (parameters of each distribution) and C.5 (correlated normal quantities)
 * @example drawsOf({ distributions: [{ kind: "rectangular", x: 20, a: 4 }, { kind: "gamma", shape: 1, scale: 1 }] }) // → [{ kind: "rectangular", parameters: [20, 4, 0, 0] }, undefined] (centre and half width; a gamma comes from outside)
 */
export function drawsOf({ distributions, lower, joined }: TrialPlan): readonly (Draw | undefined)[] {
  const scores = new Set(joined);
  return distributions.map((distribution, input) => {
    if (scores.has(input) || (lower && !joined && distribution.kind === "normal")) return SCORE;
    const kind = drawnKind(distribution);
    return kind && { kind, parameters: parametersOf(distribution) };
  });
}

/** The kind by which a distribution is drawn without rejection; undefined for the others. */
function drawnKind({ kind }: Distribution): Drawn | undefined {
  return DRAWN.find((known) => known === kind);
}

/** The four parameters of a distribution in the order in which `draws` takes them. */
function parametersOf(distribution: Distribution): readonly [number, number, number, number] {
  switch (distribution.kind) {
    case "normal":
      return [distribution.x, distribution.u, 0, 0];
    case "t":
      return [distribution.x, distribution.scale, distribution.dof, -2 / distribution.dof];
    case "rectangular":
    case "triangular":
    case "arcsine":
      return [distribution.x, distribution.a, 0, 0];
    case "trapezoidal":
      return [distribution.x, distribution.a, 1 + distribution.beta, 1 - distribution.beta];
    case "curvilinear-trapezoid":
      return [distribution.x, distribution.a, distribution.d, 0];
    case "exponential":
    case "constant":
      return [distribution.x, 0, 0, 0];
    case "gamma":
    case "samples":
    case "poisson":
    case "discrete":
      return [0, 0, 0, 0];
  }
}
