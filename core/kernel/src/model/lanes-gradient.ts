import { circular } from "../lanes/elementary.ts";
import type { Lanes } from "../lanes/lanes.ts";
import type { BinaryOperator, FunctionName } from "./syntax.ts";
import type { Step } from "./tape.ts";

/**
 * The partial derivatives of one output after every input at two points at once, by one sweep back over the steps.
 *
 * @param L the arithmetic: any `Lanes`
 * @param values what `lanesSteps` gave
 * @param at position of the output
 * @param inputs how many the model has
 * @returns undefined for an input on which the output does not depend
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), 3.2 (reverse mode)
 * @example lanesGradient({ constant: (v) => v, add: (a, b) => a + b, multiply: (a, b) => a * b }, [{ kind: "input", input: 0 }, { kind: "input", input: 1 }, { kind: "binary", operator: "*", a: 0, b: 1 }], [2, 3, 6], 2, 3) // → [3, 2, undefined] (∂(ab)/∂a = b, ∂(ab)/∂b = a; the third input is not used)
 */
export function lanesGradient<V>(
  L: Lanes<V>,
  steps: readonly Step[],
  values: readonly V[],
  at: number,
  inputs: number,
): (V | undefined)[] {
  const adjoints: (V | undefined)[] = [];
  const result = Array.from({ length: inputs }, (): V | undefined => undefined);
  const unit = L.constant(1);
  adjoints[at] = unit;
  const give = (position: number, weight: V) => {
    const known = adjoints[position];
    adjoints[position] = known === undefined ? weight : L.add(known, weight);
  };
  for (let position = at; position >= 0; position--) {
    const weight = adjoints[position];
    const step = steps[position]!;
    if (weight === undefined || step.kind === "number") continue;
    // The weight of the output itself is one, and need not be multiplied.
    const times = (slope: V) => (weight === unit ? slope : L.multiply(weight, slope));
    if (step.kind === "input") {
      const known = result[step.input];
      result[step.input] = known === undefined ? weight : L.add(known, weight);
    } else if (step.kind === "binary") {
      binary(L, step.operator, [values[step.a]!, values[step.b]!, values[position]!], weight, times, {
        a: (share) => give(step.a, share),
        b: steps[step.b]!.kind === "number" ? () => {} : (share) => give(step.b, share),
      });
    } else if (step.kind === "power") {
      give(step.a, times(powerSlope(L, values[step.a]!, step.exponent)));
    } else give(step.a, times(slope(L, step.name, values[step.a]!, values[position]!)));
  }
  return result;
}

type Sides<V> = { readonly a: (share: V) => void; readonly b: (share: V) => void };

function binary<V>(
  L: Lanes<V>,
  operator: BinaryOperator,
  [a, b, value]: readonly [V, V, V],
  weight: V,
  times: (slope: V) => V,
  give: Sides<V>,
): void {
  switch (operator) {
    case "+":
      give.a(weight);
      give.b(weight);
      return;
    case "-":
      give.a(weight);
      give.b(negative(L, weight));
      return;
    case "*":
      give.a(times(b));
      give.b(times(a));
      return;
    case "/": {
      const share = L.divide(weight, b);
      give.a(share);
      give.b(negative(L, L.multiply(share, value)));
      return;
    }
    case "**": {
      const one = L.constant(1);
      give.a(times(L.multiply(b, L.call("power", a, L.subtract(b, one)))));
      give.b(times(L.multiply(value, L.call("log", a))));
      return;
    }
    case "atan2": {
      const square = L.add(L.multiply(a, a), L.multiply(b, b));
      give.a(times(L.divide(b, square)));
      give.b(negative(L, times(L.divide(a, square))));
      return;
    }
  }
}

function powerSlope<V>(L: Lanes<V>, x: V, exponent: number): V {
  if (exponent === 2) return L.add(x, x);
  if (exponent === 0.5) return L.divide(L.constant(0.5), L.squareRoot(x));
  return L.multiply(L.constant(exponent), L.call("power", x, L.constant(exponent - 1)));
}

const SIGN = 0x8000_0000_0000_0000n;

function negative<V>(L: Lanes<V>, x: V): V {
  return L.xor(x, L.bits(SIGN));
}

/** f′(x), where `value` is f(x). */
function slope<V>(L: Lanes<V>, name: FunctionName, x: V, value: V): V {
  const one = L.constant(1);
  const square = (v: V) => L.multiply(v, v);
  switch (name) {
    case "neg":
      return L.constant(-1);
    case "abs":
      return L.select(L.equal(x, L.constant(0)), L.constant(0), L.or(one, L.and(x, L.bits(SIGN))));
    case "sqrt":
      return L.divide(L.constant(0.5), value);
    case "exp":
      return value;
    case "log":
      return L.divide(one, x);
    case "log10":
      return L.divide(L.constant(1 / Math.LN10), x);
    case "sin":
      return circular(L, "cos", x);
    case "cos":
      return negative(L, circular(L, "sin", x));
    case "tan":
      return L.add(one, square(value));
    case "tanh":
      return L.subtract(one, square(value));
    case "asin":
      return L.divide(one, L.squareRoot(L.subtract(one, square(x))));
    case "acos":
      return L.divide(L.constant(-1), L.squareRoot(L.subtract(one, square(x))));
    case "atan":
      return L.divide(one, L.add(one, square(x)));
    case "sinh":
      return L.call("cosh", x);
    case "cosh":
      return L.call("sinh", x);
  }
}
