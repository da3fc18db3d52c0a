import { normalQuantile } from "../distributions.ts";
import { refuse } from "../refusals.ts";

/**
 * What is known of a quantity, as a probability distribution. `x` is its centre and `a` a half width, in its unit.
 *
 * `t` is scaled and shifted: `scale` is not its standard deviation. The curvilinear trapezoid is a rectangle whose half
 * width is itself only known to within ±d. `exponential` has the mean x; `gamma` the shape and scale of its name;
 * `poisson` counts events of which `mean` are expected; `discrete` takes each value with a probability in proportion to
 * its weight; `samples` draws from given values with equal probability.
 */
export type Distribution =
  | { readonly kind: "constant"; readonly x: number }
  | { readonly kind: "normal"; readonly x: number; readonly u: number }
  | { readonly kind: "t"; readonly x: number; readonly scale: number; readonly dof: number }
  | { readonly kind: "rectangular" | "triangular" | "arcsine"; readonly x: number; readonly a: number }
  | { readonly kind: "trapezoidal"; readonly x: number; readonly a: number; readonly beta: number }
  | { readonly kind: "curvilinear-trapezoid"; readonly x: number; readonly a: number; readonly d: number }
  | { readonly kind: "exponential"; readonly x: number }
  | { readonly kind: "gamma"; readonly shape: number; readonly scale: number }
  | { readonly kind: "poisson"; readonly mean: number }
  | { readonly kind: "discrete"; readonly values: readonly number[]; readonly weights: readonly number[] }
  | { readonly kind: "samples"; readonly values: readonly number[] };

/**
 * Mean and standard deviation of a distribution, which serve as estimate and standard uncertainty.
 *
 * @throws Refusal `distribution-invalid`, also for a t with two or fewer degrees of freedom, which has no variance
 * @example moments("t", { kind: "rectangular", x: 20, a: 4 }).u // → 2.3 (JCGM 100:2008, 4.4.5: 96 °C to 104 °C)
 * @source JCGM 101:2008, table 1; for the curvilinear trapezoid 6.4.3.3: u² = a²/3 + d²/9
 */
export function moments(name: string, distribution: Distribution): { readonly x: number; readonly u: number } {
  checkDistribution(name, distribution);
  switch (distribution.kind) {
    case "constant":
      return { x: distribution.x, u: 0 };
    case "normal":
      return { x: distribution.x, u: distribution.u };
    case "t": {
      const { x, scale, dof } = distribution;
      if (!(dof > 2)) refuse("distribution-invalid", { input: name, parameter: "dof", given: dof });
      return { x, u: scale * Math.sqrt(dof / (dof - 2)) };
    }
    case "rectangular":
      return { x: distribution.x, u: distribution.a / Math.sqrt(3) };
    case "triangular":
      return { x: distribution.x, u: distribution.a / Math.sqrt(6) };
    case "arcsine":
      return { x: distribution.x, u: distribution.a / Math.SQRT2 };
    case "trapezoidal":
      return { x: distribution.x, u: distribution.a * Math.sqrt((1 + distribution.beta ** 2) / 6) };
    case "curvilinear-trapezoid":
      return { x: distribution.x, u: Math.sqrt(distribution.a ** 2 / 3 + distribution.d ** 2 / 9) };
    case "exponential":
      return { x: distribution.x, u: distribution.x };
    case "gamma":
      return { x: distribution.shape * distribution.scale, u: Math.sqrt(distribution.shape) * distribution.scale };
    case "poisson":
      return { x: distribution.mean, u: Math.sqrt(distribution.mean) };
    case "discrete":
      return momentsOf(distribution.values, distribution.weights);
    case "samples":
      return momentsOf(
        distribution.values,
        distribution.values.map(() => 1),
      );
  }
}

/**
 * The estimate of a quantity, in its unit; of a t with few degrees of freedom, which has no mean, the centre.
 *
 * @source JCGM 101:2008, table 1 and 6.4
 * @example centre({ kind: "gamma", shape: 2, scale: 3 }) // → 6 (2·3)
 * centre({ kind: "discrete", values: [0, 10], weights: [3, 1] }) // → 2.5 (10·¼)
 */
export function centre(distribution: Distribution): number {
  switch (distribution.kind) {
    case "gamma":
      return distribution.shape * distribution.scale;
    case "poisson":
      return distribution.mean;
    case "discrete":
      return momentsOf(distribution.values, distribution.weights).x;
    case "samples":
      return momentsOf(
        distribution.values,
        distribution.values.map(() => 1),
      ).x;
    default:
      return distribution.x;
  }
}

/**
 * Coverage factor of a quantity whose uncertainty one distribution dominates: the half width of the interval about its
 * centre that holds the probability, divided by its standard uncertainty.
 *
 * @throws Refusal `outside-domain` for an impossible probability or a distribution without such a rule
 * @example coverageFactorOf({ kind: "rectangular", x: 0, a: 1 }, 0.95) // → 1.65 (EA-4/02 M:2022, S9.14)
 * @example coverageFactorOf({ kind: "trapezoidal", x: 0, a: 0.075, beta: 1 / 3 }, 0.95) // → 1.83 (EA-4/02 M:2022, S10.13)
 * @source EA-4/02 M:2022, S9.14 (rectangular), S10.13 (trapezoidal)
 */
export function coverageFactorOf(distribution: Distribution, probability: number): number {
  const p = probability;
  if (!(p > 0 && p < 1)) return refuse("outside-domain", { name: "probability", given: p, min: 0, max: 1 });
  switch (distribution.kind) {
    case "rectangular":
      return p * Math.sqrt(3);
    case "triangular":
      return (1 - Math.sqrt(1 - p)) * Math.sqrt(6);
    case "arcsine":
      return Math.sin((Math.PI * p) / 2) * Math.SQRT2;
    case "trapezoidal": {
      const { beta } = distribution;
      const flat = p * (1 + beta) <= 2 * beta;
      const half = flat ? (p * (1 + beta)) / 2 : 1 - Math.sqrt((1 - p) * (1 - beta * beta));
      return half / Math.sqrt((1 + beta * beta) / 6);
    }
    case "normal":
      return normalQuantile(0.5 + 0.5 * p);
    default:
      return refuse("outside-domain", { name: "distribution", given: distribution.kind });
  }
}

/**
 * Refuses a distribution with an impossible parameter.
 *
 * @param input its name, for the refusal
 * @throws Refusal `distribution-invalid` with the parameter that is impossible
 * @source JCGM 101:2008, 6.4 (what each parameter may be)
 * @example refusalOf(() => checkDistribution("x", { kind: "rectangular", x: 0, a: -1 })) // → "distribution-invalid" (a half width is not negative)
 * refusalOf(() => checkDistribution("x", { kind: "trapezoidal", x: 0, a: 1, beta: 0.5 })) // → "accepted" (JCGM 101:2008, 6.4.4: 0 ≤ β ≤ 1)
 */
export function checkDistribution(input: string, distribution: Distribution): void {
  const { kind: _kind, ...parameters } = distribution;
  for (const [parameter, given] of Object.entries(parameters)) {
    const wrong = [given].flat().find((value) => !allowed(parameter, value));
    if (wrong !== undefined) refuse("distribution-invalid", { input, parameter, given: wrong });
  }
  if (distribution.kind === "samples" && distribution.values.length === 0) {
    refuse("distribution-invalid", { input, parameter: "values", given: 0 });
  }
  if (distribution.kind === "discrete") {
    const { values, weights } = distribution;
    const given = weights.length !== values.length ? weights.length : weights.reduce((total, w) => total + w, 0);
    if (weights.length !== values.length || !(given > 0)) {
      refuse("distribution-invalid", { input, parameter: "weights", given });
    }
  }
  if (distribution.kind === "exponential" && distribution.x <= 0) {
    refuse("distribution-invalid", { input, parameter: "x", given: distribution.x });
  }
  if (distribution.kind === "curvilinear-trapezoid" && distribution.d > distribution.a) {
    refuse("distribution-invalid", { input, parameter: "d", given: distribution.d });
  }
}

function allowed(parameter: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (parameter === "x" || parameter === "values") return true;
  if (parameter === "beta") return value >= 0 && value <= 1;
  if (parameter === "mean") return value > 0 && value <= MOST_EVENTS;
  return parameter === "dof" || parameter === "shape" || parameter === "scale" ? value > 0 : value >= 0;
}

/** More events than this are counted as well by a normal distribution. */
const MOST_EVENTS = 1e9;

function momentsOf(values: readonly number[], weights: readonly number[]): { readonly x: number; readonly u: number } {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const x = values.reduce((sum, value, k) => sum + (value * weights[k]!) / total, 0);
  return { x, u: Math.sqrt(values.reduce((sum, value, k) => sum + ((value - x) ** 2 * weights[k]!) / total, 0)) };
}
