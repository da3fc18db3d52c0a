import { gradient } from "../model/evaluate.ts";
import type { Model, Step } from "../model/tape.ts";
import type { Distribution } from "../montecarlo/distribution.ts";
import type { Facts } from "../refusal.ts";
import { firstOrder } from "./first-order.ts";

/**
 * What an evaluation does not refuse but a person must know. The sentences live in the message catalogues, by code.
 */
export type Finding = { readonly code: FindingCode; readonly facts: Facts };

export type FindingCode =
  /** No input has an uncertainty. Facts: output. */
  | "no-uncertainty"
  /** Readings are all equal, so that u is zero, which is hardly true. Facts: name. */
  | "readings-all-equal"
  /** An input's u is lost beside x, or its square is no number: trials cannot show it. Facts: input, x, u. */
  | "below-resolution"
  /** A denominator, logarithm or root comes within reach of where it has no value. Facts: output, formula, at, distance. */
  | "singular-in-support"
  /** Correlated inputs leave the effective degrees of freedom undefined. Facts: output, a, b. */
  | "dof-undefined"
  /** A derivative of second or third order has no finite value. Facts: output. */
  | "second-order-not-finite"
  /** Inputs are uncertain, yet every sensitivity is zero, so that u of first order is zero. Facts: output, inputs. */
  | "vanishing-sensitivity"
  /** Correlated contributions cancel, so that u is zero. Facts: output, inputs. */
  | "contributions-cancel"
  /** A derivative does not exist at the estimates. Facts: output, formula, at. */
  | "no-derivative"
  /** An input is drawn from a t without standard deviation: u of the trials says little. Facts: input, dof. */
  | "variance-undefined";

/** An input with what the trials draw it from. */
export type Drawn = {
  readonly name: string;
  readonly x: number;
  readonly u: number;
  readonly distribution: Distribution;
  readonly readings?: readonly number[];
};

/**
 * What the inputs alone tell: readings that are all equal, and a t without standard deviation.
 *
 * @source JCGM 100:2008, 4.3.7 and F.2.2.1 (equal readings tell the resolution, not that u is zero); JCGM 101:2008, 6.4.9.4 (a t has a variance above two degrees of freedom)
 * @example inputFindings([{ name: "a", x: 2, u: 0, distribution: { kind: "constant", x: 2 }, readings: [2, 2, 2] }]) // → [{ code: "readings-all-equal", facts: { name: "a" } }] (three readings of 2)
 * inputFindings([{ name: "a", x: 1, u: 1, distribution: { kind: "t", x: 1, scale: 1, dof: 2 } }]) // → [{ code: "variance-undefined", facts: { input: "a", dof: 2 } }] (ν/(ν − 2) has no value at 2)
 */
export function inputFindings(inputs: readonly Drawn[]): Finding[] {
  return inputs.flatMap(({ name, x, u, readings, distribution }): Finding[] => {
    if (u > 0 && (x + u === x || u * u < SMALLEST_SQUARE))
      return [{ code: "below-resolution", facts: { input: name, x, u } }];
    if (readings && u === 0) return [{ code: "readings-all-equal", facts: { name } }];
    if (distribution.kind !== "t" || distribution.dof > 2) return [];
    return [{ code: "variance-undefined", facts: { input: name, dof: distribution.dof } }];
  });
}

/** Below this a square has lost digits, or is zero: the smallest number of full precision. @source IEEE 754, binary64 */
const SMALLEST_SQUARE = 2 ** -1022;

/** Beyond so many standard uncertainties an unbounded quantity comes once in 10⁹ trials. */
const FAR = 6;

/**
 * Places of a model where a quotient, logarithm, root or arc comes within reach of where it has no finite value, by first
 * order: within the bounds of the inputs where they are bounded, within six standard uncertainties elsewhere. There the
 * result may have no mean or standard deviation at all, and trials only show what they happened to draw.
 *
 * @param values of all steps at the estimates
 * @source JCGM 101:2008, 5.10.1, notes (an expectation or variance need not exist); reach by JCGM 100:2008, 5.2.2
 * @example singularities({ inputs: ["b"], outputs: [{ name: "y", at: 2 }], steps: [{ kind: "number", value: 1 }, { kind: "input", input: 0 }, { kind: "binary", operator: "/", a: 0, b: 1 }], places: [{ formula: "y", at: 0 }, { formula: "y", at: 2 }, { formula: "y", at: 1 }] }, [1, 1, 1], [{ name: "b", x: 1, u: 0.5, distribution: { kind: "normal", x: 1, u: 0.5 } }], [[1]]) // → [{ code: "singular-in-support", facts: { output: "y", formula: "y", at: 1, distance: 2 } }] (1/b with b = 1 ± 0.5: zero lies 1/0.5 = 2 standard uncertainties away)
 */
export function singularities(
  model: Model,
  values: Float64Array,
  inputs: readonly Drawn[],
  r: readonly Float64Array[],
): Finding[] {
  const found = new Map<number, Finding>();
  for (const { name, at } of model.outputs) {
    for (const position of stepsUnder(model, at)) {
      if (found.has(position)) continue;
      const edge = edgeOf(model.steps[position]!, values);
      if (!edge) continue;
      const { u, reach } = reachOf(model, edge.of, values, inputs, r);
      const distance = Math.abs(edge.from);
      if (u === 0 || distance > reach) continue;
      const facts = { output: name, ...model.places[position]!, distance: distance / u };
      found.set(position, { code: "singular-in-support", facts });
    }
  }
  return [...found.values()];
}

/**
 * Whether an output has a pole within reach: a denominator, a negative power or a tangent comes to where it has no value
 * by first order, as in `singularities`. Then the integral that its variance is does not converge, 1/b² about b = 0.
 *
 * @param at position of the output
 * @param values of all steps at the estimates
 * @source JCGM 101:2008, 5.10.1, notes (a variance need not exist)
 * @example hasPole({ inputs: ["b"], outputs: [], steps: [{ kind: "number", value: 1 }, { kind: "input", input: 0 }, { kind: "binary", operator: "/", a: 0, b: 1 }], places: [] }, 2, [1, 1, 1], [{ name: "b", x: 1, u: 0.25, distribution: { kind: "normal", x: 1, u: 0.25 } }], [[1]]) // → true (zero is four standard uncertainties away; the density of a normal b is positive there)
 */
export function hasPole(
  model: Model,
  at: number,
  values: Float64Array,
  inputs: readonly Drawn[],
  r: readonly Float64Array[],
): boolean {
  return stepsUnder(model, at).some((position) => {
    const step = model.steps[position]!;
    const edge = isPole(step, values) ? edgeOf(step, values) : undefined;
    if (!edge) return false;
    const { u, reach } = reachOf(model, edge.of, values, inputs, r);
    return u > 0 && Math.abs(edge.from) <= reach;
  });
}

function isPole(step: Step, values: Float64Array): boolean {
  if (step.kind === "power") return step.exponent < 0;
  if (step.kind === "call") return step.name === "tan";
  return step.kind === "binary" && (step.operator === "/" || (step.operator === "**" && values[step.b]! < 0));
}

/**
 * Absolute values at their corner, of something uncertain: the derivative that first order needs does not exist there.
 *
 * @param values of all steps at the estimates
 * @source JCGM 100:2008, 5.1.3 (sensitivities are derivatives at the estimates)
 * @example corners({ inputs: ["a"], outputs: [{ name: "y", at: 1 }], steps: [{ kind: "input", input: 0 }, { kind: "call", name: "abs", a: 0 }], places: [{ formula: "y", at: 4 }, { formula: "y", at: 0 }] }, [0, 0], [{ name: "a", x: 0, u: 1, distribution: { kind: "normal", x: 0, u: 1 } }], [[1]]) // → [{ code: "no-derivative", facts: { output: "y", formula: "y", at: 0 } }] (|a| at a = 0)
 */
export function corners(
  model: Model,
  values: Float64Array,
  inputs: readonly Drawn[],
  r: readonly Float64Array[],
): Finding[] {
  return model.outputs.flatMap(({ name, at }) =>
    stepsUnder(model, at).flatMap((position): Finding[] => {
      const step = model.steps[position]!;
      if (step.kind !== "call" || step.name !== "abs" || values[step.a] !== 0) return [];
      if (reachOf(model, step.a, values, inputs, r).u === 0) return [];
      return [{ code: "no-derivative", facts: { output: name, ...model.places[position]! } }];
    }),
  );
}

/** Below this part of the largest contribution u is rounding: the root of a binary number's precision (our choice). */
const CANCELLED = 2 ** -26;

/**
 * Why an output has no u of first order: nothing it depends on is uncertain, every slope is zero, or contributions cancel.
 *
 * @param depends names of the uncertain inputs on which the output depends
 * @param contributions |c_i u_i| of all inputs
 * @returns undefined where it has one
 * @source JCGM 100:2008, 5.1.2, note (terms of next order where first order is not enough), 5.2.2
 * @example withoutU("y", ["t"], { u: 0, contributions: [0] }) // → { code: "vanishing-sensitivity", facts: { output: "y", inputs: ["t"] } } (y = cos t at t = 0)
 * withoutU("y", ["a", "b"], { u: 0, contributions: [1, 1] }) // → { code: "contributions-cancel", facts: { output: "y", inputs: ["a", "b"] } } (a − b with r = 1)
 */
export function withoutU(
  output: string,
  depends: readonly string[],
  { u, contributions }: { readonly u: number; readonly contributions: readonly number[] },
): Finding | undefined {
  const most = contributions.reduce((largest, value) => Math.max(largest, value), 0);
  if (u > CANCELLED * most) return undefined;
  if (depends.length === 0) return { code: "no-uncertainty", facts: { output } };
  return { code: most === 0 ? "vanishing-sensitivity" : "contributions-cancel", facts: { output, inputs: depends } };
}

/**
 * The uncertain inputs on which an output depends, by name.
 *
 * @param at position of the output
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), 2.2 (what a step is computed from)
 * @example uncertainUnder({ inputs: ["a", "b"], outputs: [], steps: [{ kind: "input", input: 0 }, { kind: "input", input: 1 }], places: [] }, 1, [{ name: "a", u: 1 }, { name: "b", u: 1 }]) // → ["b"] (y = b)
 */
export function uncertainUnder(model: Model, at: number, inputs: readonly Pick<Drawn, "name" | "u">[]): string[] {
  const under = stepsUnder(model, at).flatMap((position) => {
    const step = model.steps[position]!;
    return step.kind === "input" ? [step.input] : [];
  });
  return under.sort((a, b) => a - b).flatMap((i) => (inputs[i]!.u > 0 ? [inputs[i]!.name] : []));
}

/** Positions of the steps on which an output depends. */
function stepsUnder({ steps }: Model, at: number): number[] {
  const needed = new Set([at]);
  for (let position = at; position >= 0; position--) {
    const step = steps[position]!;
    if (!needed.has(position) || step.kind === "input" || step.kind === "number") continue;
    needed.add(step.a);
    if (step.kind === "binary") needed.add(step.b);
  }
  return [...needed].sort((a, b) => a - b);
}

type Edge = { readonly of: number; readonly from: number };

/** The argument that must keep away from an edge, and how far it is from it at the estimates. */
function edgeOf(step: Step, values: Float64Array): Edge | undefined {
  if (step.kind === "binary") {
    if (step.operator === "/") return { of: step.b, from: values[step.b]! };
    return step.operator === "**" ? { of: step.a, from: values[step.a]! } : undefined;
  }
  if (step.kind === "power") {
    const harmless = step.exponent >= 0 && Number.isInteger(step.exponent);
    return harmless ? undefined : { of: step.a, from: values[step.a]! };
  }
  if (step.kind !== "call") return undefined;
  const x = values[step.a]!;
  switch (step.name) {
    case "log":
    case "log10":
    case "sqrt":
      return { of: step.a, from: x };
    case "asin":
    case "acos":
      return { of: step.a, from: 1 - Math.abs(x) };
    case "tan":
      return { of: step.a, from: x - Math.PI * (Math.floor(x / Math.PI) + 0.5) };
    default:
      return undefined;
  }
}

function reachOf(
  model: Model,
  at: number,
  values: Float64Array,
  inputs: readonly Drawn[],
  r: readonly Float64Array[],
): { readonly u: number; readonly reach: number } {
  const slopes = [...gradient(model, at, values)];
  const weighted = inputs.map(({ u }, i) => (u === 0 ? 0 : slopes[i]! * u));
  if (!weighted.some((value) => value !== 0)) return { u: 0, reach: 0 };
  const u = firstOrder([weighted], r).u[0]!;
  const bounds = inputs.map(({ distribution }, i) =>
    weighted[i] === 0 ? 0 : Math.abs(slopes[i]!) * bound(distribution),
  );
  return {
    u,
    reach: Math.min(
      FAR * u,
      bounds.reduce((total, value) => total + value, 0),
    ),
  };
}

/** The half width of a bounded distribution about its estimate; infinite for the others. */
function bound(distribution: Distribution): number {
  switch (distribution.kind) {
    case "constant":
      return 0;
    case "rectangular":
    case "triangular":
    case "arcsine":
    case "trapezoidal":
      return distribution.a;
    case "curvilinear-trapezoid":
      return distribution.a + distribution.d;
    default:
      return Infinity;
  }
}
