import { type Correlation, correlationMatrix } from "../linear/correlation-matrix.ts";
import { solve } from "../linear/solve.ts";
import { gradientAlong, walk } from "../model/directional.ts";
import { constant, negative, type Polynomial, plus, times, ZERO } from "../model/polynomial.ts";
import { refuse } from "../refusals.ts";
import { type Equations, type ImplicitModel, prepareEquations, slopesAt, solution, unsolved } from "./equations.ts";
import type { InputEstimate } from "./input-estimate.ts";
import { assembled, inOrder, type Propagation } from "./propagate.ts";
import { nextOrder } from "./second-order.ts";

export type { ImplicitModel } from "./equations.ts";

/**
 * Propagates estimates and uncertainties through a model that is only known as equations.
 *
 * h(y, x) = 0 by Newton's method;  C = −C_y⁻¹ C_x,  U_y = C U_x Cᵀ; second order from how C changes along each input
 *
 * @throws Refusal `equations-unsolved`, `solution-not-bracketed`; `values-differ-in-number` where equations and outputs
 * do not match; and those of `propagate`
 * @source JCGM 102:2011, 5.3 and 6.3.1; JCGM 100:2008, 5.1.2, note
 * @example propagateImplicit({ equations: { f: "y**2 - x" }, start: { y: 1 } }, [{ name: "x", x: 4, u: 0.4 }]).outputs[0] // → { name: "y", y: 2, u: 0.1, sensitivities: [0.25] } (y = √x, ∂y/∂x = 1/(2y) = ¼, ¼·0.4)
 */
export function propagateImplicit(
  model: ImplicitModel,
  inputs: readonly InputEstimate[],
  correlations: readonly Correlation[] = [],
): Propagation {
  const names = inputs.map(({ name }) => name);
  const equations = prepareEquations(model, names);
  const known = inOrder(names, inputs);
  const r = correlationMatrix(names, correlations);
  const x = known.map((input) => input.x);
  const y = solution(equations, x);
  const { byInput, byOutput } = slopesAt(equations, x, y);
  const inverse = solve(byOutput, identity(y.length)) ?? unsolved(equations, 0);
  const solved = solve(byOutput, byInput) ?? unsolved(equations, 0);
  const c = solved.map((row) => row.map((value) => (value === 0 ? 0 : -value)));
  for (const [k, row] of c.entries()) if (!row.every(Number.isFinite)) overflow(equations, k);
  const next = nextOrder(known, r, y, (direction) => gradients(equations, inverse, x, y, direction));
  return assembled({ names: equations.outputs, y, gradients: c, next }, known, r, (k) => overflow(equations, k));
}

function overflow({ outputs }: Equations, k: number): never {
  return refuse("model-not-finite", { output: outputs[k]! });
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_x, j) => (i === j ? 1 : 0)));
}

/** The gradients of the outputs while the inputs move along a direction: C(t) = −H_y(t)⁻¹ H_x(t). */
function gradients(
  equations: Equations,
  inverse: readonly (readonly number[])[],
  x: readonly number[],
  y: readonly number[],
  direction: readonly number[],
): Polynomial[][] {
  const { model } = equations;
  const moved = x.map((value, i): Polynomial => [value, direction[i]!, 0]);
  const walked = walk(model, [...moved, ...followed(equations, inverse, moved, y)]);
  const rows = model.outputs.map(({ at }) => gradientAlong(model, walked, at));
  const outputs = rows.map((row) => row.slice(x.length));
  const columns = x.map((_, i) => {
    return divided(
      inverse,
      outputs,
      rows.map((row) => negative(row[i]!)),
    );
  });
  return y.map((_, k) => columns.map((column) => column[k]!));
}

/** The outputs as polynomials of the displacement; each turn makes one more power right. */
function followed(
  { model }: Equations,
  inverse: readonly (readonly number[])[],
  moved: readonly Polynomial[],
  y: readonly number[],
): Polynomial[] {
  let along = y.map(constant);
  for (const power of [1, 2] as const) {
    const walked = walk(model, [...moved, ...along]);
    const rest = model.outputs.map(({ at }) => walked[at]!.value[power]);
    const change = product(inverse, rest);
    along = along.map((p, k) => [p[0], power === 1 ? p[1] - change[k]! : p[1], power === 2 ? p[2] - change[k]! : p[2]]);
  }
  return along;
}

/** X(t) with A(t) X(t) = B(t), power by power. */
function divided(
  inverse: readonly (readonly number[])[],
  a: readonly (readonly Polynomial[])[],
  b: readonly Polynomial[],
): Polynomial[] {
  let found = b.map(() => ZERO);
  for (const power of [0, 1, 2] as const) {
    const rest = a.map((row, k) => row.reduce((sum, p, l) => plus(sum, negative(times(p, found[l]!))), b[k]!));
    const next = product(
      inverse,
      rest.map((p) => p[power]),
    );
    found = found.map((p, k) => p.with(power, next[k]!) as unknown as Polynomial);
  }
  return found;
}

function product(matrix: readonly (readonly number[])[], column: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, k) => (value === 0 ? sum : sum + value * column[k]!), 0));
}
