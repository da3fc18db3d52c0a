import type { Lanes } from "../lanes/lanes.ts";
import { solveLanes } from "../lanes/solve.ts";
import { lanesGradient } from "../model/lanes-gradient.ts";
import { lanesSteps } from "../model/lanes-steps.ts";
import type { EquationsPlan, TrialPlan } from "./plan.ts";
import { inputsAt, type Program, type Programs } from "./program.ts";

/** A step of Newton's below this share of the size of the terms ends the search: the next one would not show. */
const CLOSE = 1e-11;
/** A halved bracket below this share ends it. */
const NARROW = 1e-15;
/** Newton's method needs four or five steps; halving a bracket down to neighbouring numbers, some sixty. */
const MOST_STEPS = 200;

/**
 * Programs that take one step towards the outputs that solve the equations, in every trial at once; a trial that has
 * arrived stays where it is. A single output with bounds is searched inside a bracket that only shrinks.
 *
 * Columns behind the outputs: whether a trial has arrived; for a bracket its ends and the sign at the first of them.
 *
 * @source JCGM 102:2011, 5.3 and 7.4 (a measurement model in each trial)
 * @example newtonPrograms({ distributions: [{ kind: "constant", x: 4 }] }, { start: [2], scale: [2], within: [undefined] }) // → { columns: 3, settled: 2 } (the input, the output, and whether a trial has arrived)
 * newtonPrograms({ distributions: [{ kind: "constant", x: 4 }] }, { start: [2], scale: [2], within: [{ low: 0, high: 9 }] }) // → { columns: 6, settled: 2 } (with a bracket also its ends and the sign at the lower one)
 */
export function newtonPrograms(plan: TrialPlan, equations: EquationsPlan): Programs {
  const inputs = plan.distributions.length;
  const outputs = equations.start.length;
  const arrived = inputs + outputs;
  const bounds = outputs === 1 ? equations.within[0] : undefined;
  if (bounds) {
    const columns = { y: inputs, arrived, low: arrived + 1, high: arrived + 2, first: arrived + 3 };
    return {
      columns: arrived + 4,
      settled: arrived,
      programs: [bracketStep(plan, equations, columns), bracketStart(plan, equations, columns, bounds)],
    };
  }
  return { columns: arrived + 1, settled: arrived, programs: [newtonStep(plan, equations)] };
}

/**
 * Runs the programs until every trial has arrived. One that does not, or whose outputs leave their bounds, has NaN.
 *
 * @param columns inputs, outputs, whether a trial has arrived, and what the programs keep
 * @param count of the inputs
 * @param programs the step, and where there are bounds what comes before the first
 * @source JCGM 102:2011, 5.3 and 7.4 (a measurement model in each trial)
 * @example ((columns) => { solved({ start: [1], within: [undefined] }, columns, 0, [() => { columns[0][0] = 2; columns[1][0] = 1; }]); return columns[0]; })([new Float64Array(1), new Float64Array(1)]) // → [2] (a step that arrives at 2 at once)
 */
export function solved(
  { start, within }: EquationsPlan,
  columns: readonly Float64Array[],
  count: number,
  [step, begin]: readonly (() => void)[],
): void {
  const outputs = columns.slice(count, count + start.length);
  const arrived = columns[count + start.length]!;
  for (const [k, column] of outputs.entries()) column.fill(start[k]!);
  arrived.fill(0);
  begin?.();
  for (let turn = 0; turn < MOST_STEPS && arrived.includes(0); turn++) step!();
  for (let t = 0; t < arrived.length; t++) {
    const lost = arrived[t] === 0 || outputs.some((column, k) => outside(column[t]!, within[k]));
    if (lost) for (const column of outputs) column[t] = NaN;
  }
}

function outside(y: number, bounds: EquationsPlan["within"][number]): boolean {
  return bounds !== undefined && !(y >= bounds.low && y <= bounds.high);
}

const SIZE = 0x7fff_ffff_ffff_ffffn;

/** Values of the equations and their slopes after the outputs, at two trials. */
function slopes<V>(
  L: Lanes<V>,
  plan: TrialPlan,
  { model }: EquationsPlan,
  load: (column: number) => V,
  ys: readonly V[],
) {
  const inputs = plan.distributions.length;
  const input = inputsAt(L, plan, load);
  const xs = plan.distributions.map((_, i) => input(i));
  const values = lanesSteps(L, model.steps, (place) => (place < inputs ? xs[place]! : ys[place - inputs]!));
  const rows = model.outputs.map(({ at }) => {
    const gradient = lanesGradient(L, model.steps, values, at, model.inputs.length).slice(inputs);
    return gradient.map((slope) => slope ?? L.constant(0));
  });
  return { values: model.outputs.map(({ at }) => values[at]!), rows };
}

/** y − H_y⁻¹ h */
function newtonStep(plan: TrialPlan, equations: EquationsPlan): Program {
  const inputs = plan.distributions.length;
  const count = equations.start.length;
  return (L, load, store) => {
    const ys = equations.start.map((_, k) => load(inputs + k));
    const before = load(inputs + count);
    const { values, rows } = slopes(L, plan, equations, load, ys);
    const changes = solveLanes(L, rows, values);
    const next = ys.map((y, k) => L.subtract(y, changes[k]!));
    const close = next.map((y, k) => {
      const limit = L.multiply(L.constant(CLOSE), sizeOf(L, y, equations.scale[k]!));
      return L.or(L.less(L.and(changes[k]!, L.bits(SIZE)), limit), L.equal(y, ys[k]!));
    });
    for (const [k, y] of next.entries()) store(L.select(before, ys[k]!, y), inputs + k);
    store(
      L.or(
        before,
        close.reduce((all, each) => L.and(all, each)),
      ),
      inputs + count,
    );
  };
}

type BracketColumns = Readonly<Record<"y" | "arrived" | "low" | "high" | "first", number>>;

/** Bounds that do not lie on either side of a solution leave no trial to search: it has arrived at NaN. */
function bracketStart(
  plan: TrialPlan,
  equations: EquationsPlan,
  columns: BracketColumns,
  { low, high }: { readonly low: number; readonly high: number },
): Program {
  return (L, load, store) => {
    const at = (y: number) => slopes(L, plan, equations, load, [L.constant(y)]).values[0]!;
    const [first, last] = [at(low), at(high)];
    const opposite = L.less(L.multiply(signOf(L, first), signOf(L, last)), L.constant(0));
    const ends = L.or(L.equal(first, L.constant(0)), L.equal(last, L.constant(0)));
    const bracketed = L.or(opposite, ends);
    const atLow = L.select(L.equal(first, L.constant(0)), L.constant(low), L.constant(equations.start[0]!));
    const start = L.select(L.equal(last, L.constant(0)), L.constant(high), atLow);
    store(L.select(bracketed, start, L.constant(NaN)), columns.y);
    store(L.select(opposite, L.constant(0), L.bits(0xffff_ffff_ffff_ffffn)), columns.arrived);
    store(L.constant(low), columns.low);
    store(L.constant(high), columns.high);
    store(signOf(L, first), columns.first);
  };
}

function bracketStep(plan: TrialPlan, equations: EquationsPlan, columns: BracketColumns): Program {
  return (L, load, store) => {
    const y = load(columns.y);
    const before = load(columns.arrived);
    const { values, rows } = slopes(L, plan, equations, load, [y]);
    const value = values[0]!;
    const below = L.less(L.constant(0), L.multiply(signOf(L, value), load(columns.first)));
    const low = L.select(below, y, load(columns.low));
    const high = L.select(below, load(columns.high), y);
    const straight = L.subtract(y, L.divide(value, rows[0]![0]!));
    const inside = L.and(L.less(low, straight), L.less(straight, high));
    const middle = L.add(low, L.multiply(L.constant(0.5), L.subtract(high, low)));
    const chosen = L.select(inside, straight, middle);
    const size = L.and(L.subtract(chosen, y), L.bits(SIZE));
    const scale = sizeOf(L, chosen, equations.scale[0]!);
    const share = L.select(inside, L.constant(CLOSE), L.constant(NARROW));
    const neighbours = L.or(L.equal(chosen, low), L.equal(chosen, high));
    const exact = L.equal(value, L.constant(0));
    const close = L.or(L.or(L.less(size, L.multiply(share, scale)), neighbours), exact);
    // A value that is no number has no sign; such a trial never arrives.
    const finite = L.equal(value, value);
    store(L.select(L.or(before, exact), y, chosen), columns.y);
    store(L.or(before, L.and(close, finite)), columns.arrived);
    store(low, columns.low);
    store(high, columns.high);
  };
}

/** The size of a value, or of the terms that make it where that is larger. */
function sizeOf<V>(L: Lanes<V>, y: V, scale: number): V {
  return L.larger(L.and(y, L.bits(SIZE)), L.constant(scale));
}

/** 1 with the sign of x, 0 for zero; NaN where x is none. */
function signOf<V>(L: Lanes<V>, x: V): V {
  const sign = L.or(L.constant(1), L.and(x, L.bits(0x8000_0000_0000_0000n)));
  const zero = L.equal(x, L.constant(0));
  return L.select(L.equal(x, x), L.select(zero, L.constant(0), sign), x);
}
