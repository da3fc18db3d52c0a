import type { FunctionName } from "./syntax.ts";

/** A function's value and first three derivatives at a point. */
export type Derivatives = readonly [number, number, number, number];

/**
 * Value and first three derivatives of the functions a formula may call; NaN where the point lies outside the domain.
 *
 * @param name one of `FUNCTIONS`; angles are in radian
 * @source NIST DLMF 4.7 (ln, exp), 4.20 and 4.24 (sines and arcs), 4.34 (hyperbolic)
 * @example derivatives("log", 2) // → [0.6931471806, 0.5, -0.25, 0.25] (ln 2, 1/x, −1/x², 2/x³)
 * derivatives("sin", 0) // → [0, 1, 0, -1] (NIST DLMF 4.20.1: sin′ = cos)
 */
export function derivatives(name: FunctionName, x: number): Derivatives {
  switch (name) {
    case "neg":
      return [-x, -1, 0, 0];
    case "abs":
      return [Math.abs(x), Math.sign(x), 0, 0];
    case "sqrt":
      return power(x, 0.5);
    case "exp": {
      const e = Math.exp(x);
      return [e, e, e, e];
    }
    case "log":
      return [Math.log(x), 1 / x, -1 / (x * x), 2 / (x * x * x)];
    case "log10":
      return [Math.log10(x), 1 / (x * Math.LN10), -1 / (x * x * Math.LN10), 2 / (x * x * x * Math.LN10)];
    case "sin":
      return [Math.sin(x), Math.cos(x), -Math.sin(x), -Math.cos(x)];
    case "cos":
      return [Math.cos(x), -Math.sin(x), -Math.cos(x), Math.sin(x)];
    case "tan":
      return tangent(Math.tan(x), 1);
    case "tanh":
      return tangent(Math.tanh(x), -1);
    case "asin":
      return arcsine(Math.asin(x), x, 1);
    case "acos":
      return arcsine(Math.acos(x), x, -1);
    case "atan": {
      const r = 1 / (1 + x * x);
      return [Math.atan(x), r, -2 * x * r * r, (6 * x * x - 2) * r * r * r];
    }
    case "sinh":
      return [Math.sinh(x), Math.cosh(x), Math.sinh(x), Math.cosh(x)];
    case "cosh":
      return [Math.cosh(x), Math.sinh(x), Math.cosh(x), Math.sinh(x)];
  }
}

/**
 * x ** c with its first three derivatives; factors that are zero win over infinite powers, so that x**2 has a third derivative at 0.
 *
 * @source NIST DLMF 4.7.10 (d/dz z^a = a z^(a−1))
 * @example power(3, 2) // → [9, 6, 2, 0] (x², 2x, 2, 0)
 * power(4, 0.5) // → [2, 0.25, -0.03125, 0.01171875] (√x, ½x^−½, −¼x^−3/2, ⅜x^−5/2)
 */
export function power(x: number, c: number): Derivatives {
  const term = (factor: number, exponent: number) => (factor === 0 ? 0 : factor * x ** exponent);
  const value = c === 0.5 ? Math.sqrt(x) : x ** c;
  return [value, term(c, c - 1), term(c * (c - 1), c - 2), term(c * (c - 1) * (c - 2), c - 3)];
}

/** tan (sign 1) and tanh (sign −1) through t′ = 1 ± t². */
function tangent(t: number, sign: 1 | -1): Derivatives {
  const slope = 1 + sign * t * t;
  return [t, slope, sign * 2 * t * slope, sign * 2 * slope * (slope + sign * 2 * t * t)];
}

function arcsine(value: number, x: number, sign: 1 | -1): Derivatives {
  const r = 1 / Math.sqrt((1 - x) * (1 + x));
  return [value, sign * r, sign * x * r ** 3, sign * (1 + 2 * x * x) * r ** 5];
}
