import type { Lanes } from "../lanes/lanes.ts";
import { OUTSIDE } from "../lanes/lanes.ts";
import { lanesGradient } from "../model/lanes-gradient.ts";
import { lanesSteps } from "../model/lanes-steps.ts";
import type { Model } from "../model/tape.ts";
import { invariant } from "../refusal.ts";
import { Assembly } from "../wasm/assembly.ts";
import { Code, type Slot } from "../wasm/code.ts";

/** First order propagation of many points through one model: fill the columns, `run`, read the outputs. */
export type CompiledPropagation = {
  /** Points per run; the length of every column. */
  readonly size: number;
  /** A column per input of the model, in its order: estimates, standard uncertainties, 1/degrees of freedom (0 for ∞). */
  readonly x: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  readonly inverseDof: readonly Float64Array[];
  readonly outputs: readonly CompiledOutput[];
  run(): void;
};

export type CompiledOutput = {
  readonly name: string;
  readonly y: Float64Array;
  readonly u: Float64Array;
  /** Effective degrees of freedom; Infinity where nothing limits them. */
  readonly dof: Float64Array;
  /** ∂y/∂x of every input. */
  readonly sensitivities: readonly Float64Array[];
};

/** Points per run: few enough that all columns of an ordinary model stay close to the processor. */
const SIZE = 256;
const COLUMN = SIZE * 8;

/**
 * Compiles the propagation of uncorrelated inputs, for sweeps, fits and previews that need it millions of times.
 *
 * u_c² = Σ (c_i u_i)²,  ν_eff = u_c⁴ / Σ (c_i u_i)⁴ / ν_i
 *
 * Nothing is checked here: NaN and infinities in the columns mean that a point has no value. Throws where the
 * environment does not allow WebAssembly; `propagate` needs none.
 *
 * @source JCGM 100:2008, 5.1.2 (10) and G.4.1 (G.2b)
 * @example ((p) => { p.x[0][0] = 5; p.u[0][0] = 3; p.x[1][0] = 7; p.u[1][0] = 4; p.run(); return [p.outputs[0].y[0], p.outputs[0].u[0]]; })(compilePropagation({ inputs: ["a", "b"], outputs: [{ name: "y", at: 2 }], steps: [{ kind: "input", input: 0 }, { kind: "input", input: 1 }, { kind: "binary", operator: "+", a: 0, b: 1 }], places: [] })) // → [12, 5] (5 + 7 and √(3² + 4²))
 */
export function compilePropagation(model: Model): CompiledPropagation {
  const assembly = new Assembly();
  const [n, m] = [model.inputs.length, model.outputs.length];
  const start = 65_536 * Math.ceil((16 * (model.steps.length + 200)) / 65_536);
  const place = (column: number) => start + column * COLUMN;
  const code = new Code(assembly);
  code.loop(COLUMN, 16, (offset) => {
    const column = (first: number) => (input: number) => code.load(place(first + input), offset);
    const columns = propagated<Slot>(code, model, column(0), column(n), column(2 * n));
    for (const [k, slot] of columns.entries()) code.store(slot, place(3 * n + k), offset);
  });
  assembly.define(code, "run");
  invariant(assembly.constantBytes <= start, "constants end before the columns begin");
  const bytes = assembly.bytes(place(3 * n + m * (3 + n)));
  const outside = Object.fromEntries(assembly.imports().map((name, slot) => [String(slot), OUTSIDE[name]]));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { f: outside });
  const { buffer } = exports["memory"] as { readonly buffer: ArrayBuffer };
  const column = (k: number) => new Float64Array(buffer, place(k), SIZE);
  const columns = (first: number) => model.inputs.map((_, i) => column(first + i));
  return {
    size: SIZE,
    x: columns(0),
    u: columns(n),
    inverseDof: columns(2 * n),
    outputs: model.outputs.map(({ name }, k) => {
      const first = 3 * n + k * (3 + n);
      return {
        name,
        y: column(first),
        u: column(first + 1),
        dof: column(first + 2),
        sensitivities: columns(first + 3),
      };
    }),
    run: exports["run"] as () => void,
  };
}

/** For each output y, u, ν_eff and the sensitivities, at two points at once. */
function propagated<V>(
  L: Lanes<V>,
  { steps, outputs, inputs }: Model,
  x: (input: number) => V,
  u: (input: number) => V,
  inverseDof: (input: number) => V,
): V[] {
  const zero = L.constant(0);
  const uncertainty = inputs.map((_, i) => u(i));
  const freedom = inputs.map((_, i) => inverseDof(i));
  const values = lanesSteps(L, steps, x);
  return outputs.flatMap(({ at }) => {
    const c = lanesGradient(L, steps, values, at, inputs.length);
    let [square, shares] = [zero, zero];
    for (const [i, slope] of c.entries()) {
      if (slope === undefined) continue;
      const size = L.multiply(slope, uncertainty[i]!);
      const part = L.multiply(size, size);
      square = L.add(square, part);
      shares = L.add(shares, L.multiply(L.multiply(part, part), freedom[i]!));
    }
    const none = L.equal(shares, zero);
    const nu = L.select(none, L.constant(Infinity), L.divide(L.multiply(square, square), shares));
    return [values[at]!, L.squareRoot(square), nu, ...c.map((slope) => slope ?? zero)];
  });
}
