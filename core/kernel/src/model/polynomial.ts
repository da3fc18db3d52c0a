import { type Derivatives, derivatives, power } from "./derivatives.ts";
import type { BinaryOperator, FunctionName } from "./syntax.ts";

/** A polynomial c₀ + c₁ t + c₂ t² in a displacement t, higher powers left out. */
export type Polynomial = readonly [number, number, number];

export const ZERO: Polynomial = [0, 0, 0];

/**
 * a(t) + b(t).
 *
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), table 13.1 (Taylor arithmetic)
 * @example plus([1, 2, 3], [4, 5, 6]) // → [5, 7, 9] (power by power)
 */
export function plus(a: Polynomial, b: Polynomial): Polynomial {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

/**
 * −a(t).
 *
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), table 13.1 (Taylor arithmetic)
 * @example negative([1, 2, -3]) // → [-1, -2, 3] (power by power)
 */
export function negative(a: Polynomial): Polynomial {
  return [-a[0], -a[1], -a[2]];
}

/**
 * a(t)·b(t) without powers above t². Zero coefficients win over infinite ones, so that a slope that does not matter does no harm.
 *
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), table 13.1 (convolution)
 * @example times([1, 1, 0], [1, 1, 0]) // → [1, 2, 1] ((1 + t)² = 1 + 2t + t²)
 */
export function times(a: Polynomial, b: Polynomial): Polynomial {
  const of = (i: 0 | 1 | 2, j: 0 | 1 | 2) => (a[i] === 0 || b[j] === 0 ? 0 : a[i] * b[j]);
  return [of(0, 0), of(0, 1) + of(1, 0), of(0, 2) + of(1, 1) + of(2, 0)];
}

/**
 * A polynomial that stays at a value.
 *
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), 13.2
 * @example constant(5) // → [5, 0, 0] (5 + 0t + 0t²)
 */
export function constant(value: number): Polynomial {
  return [value, 0, 0];
}

/** f(p(t)) and f′(p(t)) from the value and the first three derivatives of f at p(0). */
function composed(p: Polynomial, [f0, f1, f2, f3]: Derivatives): readonly [Polynomial, Polynomial] {
  return [along(p, f0, f1, f2), along(p, f1, f2, f3)];
}

function along([, p1, p2]: Polynomial, g0: number, g1: number, g2: number): Polynomial {
  const second = (p2 === 0 ? 0 : g1 * p2) + (p1 === 0 ? 0 : 0.5 * g2 * p1 * p1);
  return [g0, p1 === 0 ? 0 : g1 * p1, second];
}

/**
 * A function's value along p(t), and its slope f′ there.
 *
 * f(p(t)) = f(p₀) + f′(p₀) p₁ t + (f′(p₀) p₂ + ½ f″(p₀) p₁²) t²
 *
 * @returns f(p(t)), then f′(p(t))
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), 13.2 (chain rule)
 * @example ofFunction("exp", [0, 1, 0]) // → [[1, 1, 0.5], [1, 1, 0.5]] (NIST DLMF 4.2.19: e^t = 1 + t + t²/2 + …)
 */
export function ofFunction(name: FunctionName, p: Polynomial): readonly [Polynomial, Polynomial] {
  return composed(p, derivatives(name, p[0]));
}

/**
 * p(t) to a fixed power, and the slope of that.
 *
 * @returns p(t)^c, then c·p(t)^(c−1)
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), table 13.2
 * @example ofPower([1, 1, 0], 2) // → [[1, 2, 1], [2, 2, 0]] ((1 + t)² and 2(1 + t))
 */
export function ofPower(p: Polynomial, exponent: number): readonly [Polynomial, Polynomial] {
  return composed(p, power(p[0], exponent));
}

/**
 * The value of an operation along a(t) and b(t), and its slopes after a and after b.
 *
 * @returns the value, ∂/∂a and ∂/∂b
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), tables 13.1 and 13.2
 * @example ofBinary("*", [2, 1, 0], [3, 0, 0]) // → [[6, 3, 0], [3, 0, 0], [2, 1, 0]] ((2 + t)·3; slopes b and a)
 * ofBinary("/", [1, 0, 0], [1, 1, 0])[0] // → [1, -1, 1] (1/(1 + t) = 1 − t + t² − …)
 */
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
