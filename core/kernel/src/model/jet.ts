import { type Derivatives, derivatives, power } from "./derivatives.ts";
import type { Model, Step } from "./tape.ts";

/**
 * A Taylor polynomial in two variables s and t up to the third degree: coefficients of
 * 1, s, t, s², st, t², s³, s²t, st², t³.
 */
export type Jet = readonly [number, number, number, number, number, number, number, number, number, number];

/** The exponents of s and t that belong to each coefficient. */
const EXPONENTS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [2, 0],
  [1, 1],
  [0, 2],
  [3, 0],
  [2, 1],
  [1, 2],
  [0, 3],
] as const;

type Place = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Which products of coefficients make which coefficient of a product. */
const PRODUCTS = EXPONENTS.map(([s, t]) =>
  EXPONENTS.flatMap(([sa, ta], a) => {
    const b = EXPONENTS.findIndex(([sb, tb]) => sa + sb === s && ta + tb === t);
    return b < 0 ? [] : [[a as Place, b as Place] as const];
  }),
);

function constant(value: number): Jet {
  return [value, 0, 0, 0, 0, 0, 0, 0, 0, 0];
}

function jet(at: (k: number) => number): Jet {
  return [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9)];
}

/**
 * The expansion of one output when input i moves by s and input j by t (i ≠ j).
 *
 * @param inputs the point of expansion, in the order of the model
 */
export function expansion(model: Model, at: number, inputs: ArrayLike<number>, i: number, j: number): Jet {
  const jets: Jet[] = [];
  for (const step of model.steps.slice(0, at + 1)) jets.push(stepJet(step, jets, inputs, i, j));
  return jets[at]!;
}

function stepJet(step: Step, jets: readonly Jet[], inputs: ArrayLike<number>, i: number, j: number): Jet {
  switch (step.kind) {
    case "number":
      return constant(step.value);
    case "input":
      return [inputs[step.input]!, step.input === i ? 1 : 0, step.input === j ? 1 : 0, 0, 0, 0, 0, 0, 0, 0];
    case "power":
      return composed(jets[step.a]!, power(jets[step.a]![0], step.exponent));
    case "call":
      return composed(jets[step.a]!, derivatives(step.name, jets[step.a]![0]));
    case "binary":
      return binary(step.operator, jets[step.a]!, jets[step.b]!);
  }
}

function binary(operator: string, a: Jet, b: Jet): Jet {
  switch (operator) {
    case "+":
      return jet((k) => a[k]! + b[k]!);
    case "-":
      return jet((k) => a[k]! - b[k]!);
    case "*":
      return product(a, b);
    case "/":
      return product(a, composed(b, power(b[0], -1)));
    case "atan2":
      return angle(a, b);
    default: {
      const exponent = product(b, composed(a, derivatives("log", a[0])));
      return composed(exponent, derivatives("exp", exponent[0]));
    }
  }
}

/** The angle grows as atan(a/b) does, or as −atan(b/a) where that is the finite one. */
function angle(a: Jet, b: Jet): Jet {
  const steep = Math.abs(a[0]) > Math.abs(b[0]);
  const ratio = steep ? product(b, composed(a, power(a[0], -1))) : product(a, composed(b, power(b[0], -1)));
  const growth = composed(ratio, derivatives("atan", ratio[0]));
  return jet((k) => (k === 0 ? Math.atan2(a[0], b[0]) : steep ? -growth[k]! : growth[k]!));
}

function product(a: Jet, b: Jet): Jet {
  return jet((k) => PRODUCTS[k]!.reduce((total, [x, y]) => total + a[x] * b[y], 0));
}

/** f(jet) by Taylor's series of f about the jet's value. */
function composed(inner: Jet, [f0, f1, f2, f3]: Derivatives): Jet {
  if (inner.every((value, k) => k === 0 || value === 0)) return constant(f0);
  const d = jet((k) => (k === 0 ? 0 : inner[k]!));
  const square = product(d, d);
  const cube = product(square, d);
  return jet((k) => (k === 0 ? f0 : f1 * d[k]! + (f2 / 2) * square[k]! + (f3 / 6) * cube[k]!));
}
