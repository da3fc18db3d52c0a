import { solve } from "../linear/solve.ts";
import { evaluate, gradient } from "../model/evaluate.ts";
import { type Model, prepareModel } from "../model/tape.ts";
import { refuse } from "../refusals.ts";

/** Bounds between which an output is known to lie. */
export type Bounds = { readonly low: number; readonly high: number };

/** Equations h(Y, X) = 0, as many as outputs, and where the search for each output begins. */
export type ImplicitModel = {
  /** Text of each h, without “= 0”, by a name of its own. */
  readonly equations: Readonly<Record<string, string>>;
  readonly start: Readonly<Record<string, number>>;
  /** Bounds of outputs; a single output with bounds is found between them even where Newton's steps go astray. */
  readonly within?: Readonly<Record<string, Bounds>>;
};

/** Equations ready to compute. Inputs come first among the inputs of `model`, outputs behind them. */
export type Equations = {
  readonly model: Model;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly start: readonly number[];
  readonly within: readonly (Bounds | undefined)[];
};

/**
 * Prepares equations to be solved and differentiated: as many as outputs, whose names are those of `start`.
 *
 * @param inputs names of what is given
 * @throws Refusal `name-defined-twice`, `values-differ-in-number` where equations and outputs do not match, `outside-domain`
 * for bounds that do not hold the start, and those of `prepareModel`
 * @source JCGM 102:2011, 5.3 (implicit multivariate measurement models)
 * @example prepareEquations({ equations: { f: "y**2 - x" }, start: { y: 1 } }, ["x"]).outputs // → ["y"] (y² − x = 0)
 * refusalOf(() => prepareEquations({ equations: { f: "y**2 - x" }, start: { y: 1, z: 1 } }, ["x"])) // → "values-differ-in-number" (one equation gives one output)
 */
export function prepareEquations(
  { equations, start, within = {} }: ImplicitModel,
  inputs: readonly string[],
): Equations {
  const outputs = Object.keys(start);
  const given = Object.keys(equations).length;
  if (given !== outputs.length) return refuse("values-differ-in-number", { given, needed: outputs.length });
  const clash = outputs.find((name) => inputs.includes(name));
  if (clash !== undefined)
    refuse("name-defined-twice", { name: clash, first: `start.${clash}`, again: `inputs.${clash}` });
  const names = [...inputs, ...outputs];
  // An equation may be called like the output it determines; nothing refers to it by name.
  const named = Object.entries(equations).map(([name, text]) => [names.includes(name) ? `${name} = 0` : name, text]);
  const model = prepareModel(Object.fromEntries(named), names);
  const bounds = outputs.map((name) => (Object.hasOwn(within, name) ? within[name] : undefined));
  for (const [k, name] of outputs.entries()) {
    const { low = -Number.MAX_VALUE, high = Number.MAX_VALUE } = bounds[k] ?? {};
    const first = start[name]!;
    if (!(low <= first && first <= high && low < high)) {
      refuse("outside-domain", { name, given: first, min: low, max: high });
    }
  }
  return { model, inputs, outputs, start: Object.values(start), within: bounds };
}

const MOST_STEPS = 100;
/** A step below this share of the values ends the search; the last one then adds nothing that can be seen. */
const CLOSE = 1e-14;
/** Steps below this share of the terms may be rounding. */
const SMALL = 1e-11;

/**
 * The outputs that solve the equations for given inputs: Newton's method, for one output with bounds inside a bracket
 * that only shrinks.
 *
 * @throws Refusal `equations-unsolved`, `solution-not-bracketed`
 * @source JCGM 102:2011, 5.3
 * @example solution(prepareEquations({ equations: { f: "y**2 - x" }, start: { y: 1 } }, ["x"]), [4]) // → [2] (2² = 4)
 * refusalOf(() => solution(prepareEquations({ equations: { f: "y**2 - x" }, start: { y: 3 }, within: { y: { low: 2.5, high: 9 } } }, ["x"]), [4])) // → "solution-not-bracketed" (y² − 4 is positive at both bounds)
 */
export function solution(equations: Equations, x: readonly number[]): number[] {
  const { outputs, within } = equations;
  const only = outputs.length === 1 ? within[0] : undefined;
  const y = only ? [bracketed(equations, x, only)] : newton(equations, x);
  for (const [k, value] of y.entries()) {
    const bounds = within[k];
    if (bounds && !(value >= bounds.low && value <= bounds.high)) notBracketed(outputs[k]!, bounds);
  }
  return y;
}

function newton(equations: Equations, x: readonly number[]): number[] {
  let y = [...equations.start];
  let last = Infinity;
  for (let step = 1; step <= MOST_STEPS; step++) {
    const { values, byOutput } = slopesAt(equations, x, y);
    const change = solve(
      byOutput,
      values.map((value) => [-value]),
    )?.map(([value]) => value!);
    if (!change?.every(Number.isFinite)) return unsolved(equations, step);
    const before = y;
    y = before.map((value, k) => value + change[k]!);
    if (y.every((value, k) => Math.abs(change[k]!) <= CLOSE * Math.abs(value) || value === before[k])) return y;
    // Where rounding keeps the steps from becoming smaller, small ones are the end as well.
    const scale = scaleOf(equations, x, y);
    const size = change.reduce((most, value, k) => Math.max(most, Math.abs(value) / scale[k]!), 0);
    if (size <= SMALL && size >= 0.5 * last) return y;
    last = size;
  }
  return unsolved(equations, MOST_STEPS);
}

/**
 * The size of the terms that make each output: |y_k| or Σ |c_ki x_i|, whichever is larger. A step of the search is small beside it.
 *
 * @param x inputs, in their order
 * @param y outputs, in their order
 * @source ours: an output near zero that is a difference of large terms is known no better than their rounding
 * @example scaleOf(prepareEquations({ equations: { f: "y - (a - b)" }, start: { y: 0 } }, ["a", "b"]), [1000, 999], [1]) // → [1999] (|1·1000| + |−1·999|)
 */
export function scaleOf(equations: Equations, x: readonly number[], y: readonly number[]): number[] {
  const { byInput, byOutput } = slopesAt(equations, x, y);
  const solved = solve(byOutput, byInput);
  return y.map((value, k) => {
    const terms = solved?.[k]?.reduce((sum, c, i) => sum + Math.abs(c * x[i]!), 0) ?? 0;
    return Math.max(Math.abs(value), Number.isFinite(terms) ? terms : 0);
  });
}

/** More halvings than this leave nothing between two neighbouring numbers. */
const MOST_HALVINGS = 1100;

function bracketed(equations: Equations, x: readonly number[], bounds: Bounds): number {
  const at = (y: number) => {
    const { values, byOutput } = slopesAt(equations, x, [y]);
    return { value: values[0]!, slope: byOutput[0]![0]! };
  };
  let { low, high } = bounds;
  const [first, last] = [at(low).value, at(high).value];
  if (first === 0) return low;
  if (last === 0) return high;
  if (!(first * Math.sign(last) < 0)) notBracketed(equations.outputs[0]!, bounds);
  let y = equations.start[0]!;
  for (let step = 1; step <= MOST_HALVINGS; step++) {
    const { value, slope } = at(y);
    if (value === 0) return y;
    if (Number.isNaN(value)) return unsolved(equations, step);
    if (Math.sign(value) === Math.sign(first)) low = y;
    else high = y;
    const next = y - value / slope;
    const chosen = next > low && next < high ? next : low + 0.5 * (high - low);
    if (Math.abs(chosen - y) <= CLOSE * Math.abs(chosen) || chosen === low || chosen === high) return chosen;
    y = chosen;
  }
  return unsolved(equations, MOST_HALVINGS);
}

/**
 * Values of the equations at a point, and their slopes after inputs and outputs: a row per equation.
 *
 * @param x inputs, in their order
 * @param y outputs, in their order
 * @source JCGM 102:2011, 6.3.1 (C_x and C_y)
 * @example slopesAt(prepareEquations({ equations: { f: "y**2 - x" }, start: { y: 1 } }, ["x"]), [4], [3]) // → { values: [5], byInput: [[-1]], byOutput: [[6]] } (3² − 4, ∂/∂x = −1, ∂/∂y = 2·3)
 */
export function slopesAt(
  { model, inputs }: Equations,
  x: readonly number[],
  y: readonly number[],
): { readonly values: number[]; readonly byInput: number[][]; readonly byOutput: number[][] } {
  const steps = evaluate(model, [...x, ...y]);
  const slopes = model.outputs.map(({ at }) => [...gradient(model, at, steps)]);
  return {
    values: model.outputs.map(({ at }) => steps[at]!),
    byInput: slopes.map((row) => row.slice(0, inputs.length)),
    byOutput: slopes.map((row) => row.slice(inputs.length)),
  };
}

/**
 * Refuses equations that have no solution near where the search began.
 *
 * @param steps that were taken
 * @throws Refusal `equations-unsolved`, always
 * @source JCGM 102:2011, 5.3 (a solution is taken to exist; where none is found, none is stated)
 * @example refusalOf(() => unsolved({ outputs: ["y"] }, 100)) // → "equations-unsolved" (after 100 steps)
 */
export function unsolved({ outputs }: Equations, steps: number): never {
  return refuse("equations-unsolved", { outputs: [...outputs], steps });
}

function notBracketed(output: string, { low, high }: Bounds): never {
  return refuse("solution-not-bracketed", { output, low, high });
}
