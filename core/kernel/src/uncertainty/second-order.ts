import { triangleOf } from "../linear/correlation-matrix.ts";
import { gradientAlong, walk } from "../model/directional.ts";
import type { Polynomial } from "../model/polynomial.ts";
import type { Model } from "../model/tape.ts";
import { toTheEnd } from "../steps.ts";
import type { InputEstimate } from "./input-estimate.ts";

/** Estimate and standard uncertainty with the terms of next order. */
export type SecondOrder = { readonly y: number; readonly u: number };

/** What gives the gradients of all outputs while the inputs move along a direction: polynomials of the displacement. */
export type GradientsAlong = (direction: readonly number[]) => readonly (readonly Polynomial[])[];

/**
 * Estimates and standard uncertainties of all outputs with the terms of next order.
 *
 * y₂ = y + ½ Σ f_ii u_i²,  u₂² = Σ (f_i u_i)² + Σ_i Σ_j [½ f_ij² + f_i f_ijj] u_i² u_j²
 *
 * For correlated inputs the sums run over uncorrelated ones of unit uncertainty that make them, x = L z with
 * L Lᵀ = U_x: the same expansion, which for correlated inputs supposes that they are normal together.
 *
 * @param r correlation matrix of the inputs
 * @returns undefined for an output of which a derivative has no finite value at the estimates
 * @source JCGM 100:2008, 5.1.2, note (for inputs distributed symmetrically, like the normal distribution); for correlated
 * inputs derived from it, with JCGM 101:2008, F.2 as check
 * @example secondOrder({ inputs: ["a", "b"], outputs: [{ name: "dY", at: 4 }], steps: [{ kind: "input", input: 0 }, { kind: "power", a: 0, exponent: 2 }, { kind: "input", input: 1 }, { kind: "power", a: 2, exponent: 2 }, { kind: "binary", operator: "+", a: 1, b: 3 }], places: [] }, [{ name: "a", x: 0.010, u: 0.005 }, { name: "b", x: 0, u: 0.005 }], [Float64Array.of(1, 0), Float64Array.of(0, 1)], [0.0001]) // → [{ y: 0.000150, u: 0.000112 }] (JCGM 101:2008, 9.4, table 8)
 */
export function secondOrder(
  model: Model,
  inputs: readonly InputEstimate[],
  r: readonly Float64Array[],
  values: readonly number[],
): readonly (SecondOrder | undefined)[] {
  return toTheEnd(secondOrderSteps(model, inputs, r, values));
}

/**
 * The same in steps, one for each uncertain input, so that a long evaluation can be left.
 *
 * @source as `secondOrder`
 * @example secondOrderSteps({ inputs: ["a"], outputs: [{ name: "y", at: 1 }], steps: [{ kind: "input", input: 0 }, { kind: "power", a: 0, exponent: 2 }], places: [] }, [{ name: "a", x: 0, u: 1 }], [Float64Array.of(1)], [0]).next().done // → false (the one input is a step, and then comes the end)
 */
export function secondOrderSteps(
  model: Model,
  inputs: readonly InputEstimate[],
  r: readonly Float64Array[],
  values: readonly number[],
): Generator<void, readonly (SecondOrder | undefined)[], void> {
  return nextOrderSteps(inputs, r, values, (direction) => {
    const walked = walk(
      model,
      inputs.map(({ x }, i): Polynomial => [x, direction[i]!, 0]),
    );
    return model.outputs.map(({ at }) => gradientAlong(model, walked, at));
  });
}

/**
 * The same for whatever gives the gradients of the outputs while the inputs move along a direction.
 *
 * @param r correlation matrix of the inputs
 * @param values of the outputs at the estimates
 * @returns undefined for an output of which a derivative has no finite value at the estimates
 * @source JCGM 100:2008, 5.1.2, note; for correlated inputs as `secondOrder`
 * @example nextOrder([{ name: "x", x: 0, u: 1 }], [Float64Array.of(1)], [0], ([d]) => [[[0, 2 * d, 0]]]) // → [{ y: 1, u: 1.41421 }] (y = x² with x = 0 ± 1 is χ² with one degree of freedom: mean 1, variance 2)
 */
export function nextOrder(
  inputs: readonly InputEstimate[],
  r: readonly Float64Array[],
  values: readonly number[],
  gradients: GradientsAlong,
): readonly (SecondOrder | undefined)[] {
  return toTheEnd(nextOrderSteps(inputs, r, values, gradients));
}

function* nextOrderSteps(
  inputs: readonly InputEstimate[],
  r: readonly Float64Array[],
  values: readonly number[],
  gradients: GradientsAlong,
): Generator<void, readonly (SecondOrder | undefined)[], void> {
  const columns = independent(inputs, r);
  const shifts = values.map(() => 0);
  const squares = values.map(() => 0);
  const scales = values.map(() => 0);
  for (const [j, column] of columns.entries()) {
    const direction = inputs.map(() => 0);
    for (const [i, weight] of column) direction[i] = weight;
    for (const [k, gradient] of gradients(direction).entries()) {
      const turned = columns.map((each) => along(gradient, each));
      // The slopes are the same along every direction.
      scales[k] ||= powerOfTwo(turned);
      const [own, bend] = turned[j]!;
      shifts[k]! += 0.5 * bend;
      squares[k]! += (own / scales[k]!) ** 2 + mixed(turned, scales[k]!);
    }
    yield;
  }
  return values.map((y, k) => {
    const found = { y: y + shifts[k]!, u: scales[k]! * Math.sqrt(Math.max(0, squares[k]!)) };
    return Number.isFinite(found.y) && Number.isFinite(squares[k]) ? found : undefined;
  });
}

type Column = readonly (readonly [number, number])[];

/** The columns of L with L Lᵀ = U_x, as places and weights. */
function independent(inputs: readonly InputEstimate[], r: readonly Float64Array[]): readonly Column[] {
  const correlated = r.some((row, i) => row.some((value, j) => i !== j && value !== 0));
  const lower = correlated ? triangleOf(r) : undefined;
  return inputs.flatMap(({ u }, j): Column[] => {
    if (!lower) return u === 0 ? [] : [[[j, u]]];
    const column = inputs.flatMap((input, i): Column => {
      const weight = lower[i]![j]! * input.u;
      return weight === 0 ? [] : [[i, weight]];
    });
    return column.length === 0 ? [] : [column];
  });
}

/** A gradient along a column. */
function along(gradient: readonly Polynomial[], column: Column): Polynomial {
  let [c0, c1, c2] = [0, 0, 0];
  for (const [i, weight] of column) {
    const [g0, g1, g2] = gradient[i]!;
    c0 += weight * g0;
    c1 += weight * g1;
    c2 += weight * g2;
  }
  return [c0, c1, c2];
}

/** Σ_i [½ f_ij² + f_i f_ijj] for one j, all of unit uncertainty, in units of the square of the scale. */
function mixed(gradient: readonly Polynomial[], scale: number): number {
  let total = 0;
  for (const [fi, fij, half] of gradient) {
    if (fij !== 0 || half !== 0) total += 0.5 * (fij / scale) ** 2 + 2 * (fi / scale) * (half / scale);
  }
  return total;
}

/** Near the largest slope, and exact to divide by: squares of very small and very large ones are numbers then. */
function powerOfTwo(gradient: readonly Polynomial[]): number {
  const largest = gradient.reduce((most, [slope]) => Math.max(most, Math.abs(slope)), 0);
  return largest > 0 && Number.isFinite(largest) ? 2 ** Math.max(-1000, Math.floor(Math.log2(largest))) : 1;
}
