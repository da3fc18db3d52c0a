import { type Derivatives, derivatives, power } from "./derivatives.ts";
import type { BinaryOperator, FunctionName } from "./syntax.ts";

/** A polynomial c₀ + c₁ t + c₂ t² in a displacement t, higher powers left out. */
export type Polynomial = readonly [number, number, number];

export const ZERO: Polynomial = [0, 0, 0];

export function plus(a: Polynomial, b: Polynomial): Polynomial {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function negative(a: Polynomial): Polynomial {
  return [-a[0], -a[1], -a[2]];
}

/** Zero coefficients win over infinite ones, so that a slope that does not matter does no harm. */
export function times(a: Polynomial, b: Polynomial): Polynomial {
  const of = (i: 0 | 1 | 2, j: 0 | 1 | 2) => (a[i] === 0 || b[j] === 0 ? 0 : a[i] * b[j]);
  return [of(0, 0), of(0, 1) + of(1, 0), of(0, 2) + of(1, 1) + of(2, 0)];
}

export function constant(value: number): Polynomial {
  return [value, 0, 0];
}

/** f(p(t)) and f′(p(t)) from the value and the first three derivatives of f at p(0). */
export function composed(p: Polynomial, [f0, f1, f2, f3]: Derivatives): readonly [Polynomial, Polynomial] {
  return [along(p, f0, f1, f2), along(p, f1, f2, f3)];
}

function along([, p1, p2]: Polynomial, g0: number, g1: number, g2: number): Polynomial {
  const second = (p2 === 0 ? 0 : g1 * p2) + (p1 === 0 ? 0 : 0.5 * g2 * p1 * p1);
  return [g0, p1 === 0 ? 0 : g1 * p1, second];
}

/** A function's value along p(t), and its slope there. */
export function ofFunction(name: FunctionName, p: Polynomial): readonly [Polynomial, Polynomial] {
  return composed(p, derivatives(name, p[0]));
}

/** p(t) to a fixed power, and the slope of that. */
export function ofPower(p: Polynomial, exponent: number): readonly [Polynomial, Polynomial] {
  return composed(p, power(p[0], exponent));
}

/** The value of an operation along a(t) and b(t), and its slopes after a and after b. */
export function ofBinary(
  operator: BinaryOperator,
  a: Polynomial,
  b: Polynomial,
): readonly [Polynomial, Polynomial, Polynomial] {
  switch (operator) {
    case "+":
      return [plus(a, b), constant(1), constant(1)];
    case "-":
      return [plus(a, negative(b)), constant(1), constant(-1)];
    case "*":
      return [times(a, b), b, a];
    case "/": {
      const [inverse] = ofPower(b, -1);
      const quotient = times(a, inverse);
      return [quotient, inverse, negative(times(quotient, inverse))];
    }
    case "atan2":
      return angle(a, b);
    case "**":
      return raised(a, b);
  }
}

/** The slopes b/r² and −a/r² are integrated for the growth of the angle. */
function angle(a: Polynomial, b: Polynomial): readonly [Polynomial, Polynomial, Polynomial] {
  const [inverse] = ofPower(plus(times(a, a), times(b, b)), -1);
  const [overA, overB] = [times(b, inverse), negative(times(a, inverse))];
  const rate = plus(times(overA, slope(a)), times(overB, slope(b)));
  return [[Math.atan2(a[0], b[0]), rate[0], rate[1] / 2], overA, overB];
}

/** dp/dt. */
function slope(p: Polynomial): Polynomial {
  return [p[1], 2 * p[2], 0];
}

/** a^b with ln: slopes b·a^(b−1) and a^b·ln a. */
function raised(a: Polynomial, b: Polynomial): readonly [Polynomial, Polynomial, Polynomial] {
  const [logarithm] = ofFunction("log", a);
  const [value] = ofFunction("exp", times(b, logarithm));
  const [inverse] = ofPower(a, -1);
  const exact: Polynomial = [a[0] ** b[0], value[1], value[2]];
  return [exact, times(times(b, inverse), exact), times(exact, logarithm)];
}
