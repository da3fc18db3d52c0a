import { circular, exponential, logarithm } from "../lanes/elementary.ts";
import type { Lanes } from "../lanes/lanes.ts";
import type { BinaryOperator, FunctionName } from "./syntax.ts";
import type { Step } from "./tape.ts";

/**
 * The values of all steps of a model for two points at once.
 *
 * @param L the arithmetic: any `Lanes`
 * @param input gives the register of an input
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), 2.2; whole powers by repeated squares: Knuth, "The art of computer programming" 2, 4.6.3
 * @example lanesSteps({ within: (work) => work(), multiply: (a, b) => a * b }, [{ kind: "input", input: 0 }, { kind: "power", a: 0, exponent: 3 }], () => 2) // → [2, 8] (x and 2³)
 */
export function lanesSteps<V>(L: Lanes<V>, steps: readonly Step[], input: (place: number) => V): V[] {
  const values: V[] = [];
  for (const step of steps) values.push(L.within(() => stepValue(L, step, values, input)));
  return values;
}

function stepValue<V>(L: Lanes<V>, step: Step, values: readonly V[], input: (place: number) => V): V {
  switch (step.kind) {
    case "input":
      return input(step.input);
    case "number":
      return L.constant(step.value);
    case "power":
      return raised(L, values[step.a]!, step.exponent);
    case "call":
      return applied(L, step.name, values[step.a]!);
    case "binary":
      return joined(L, step.operator, values[step.a]!, values[step.b]!);
  }
}

function joined<V>(L: Lanes<V>, operator: BinaryOperator, a: V, b: V): V {
  switch (operator) {
    case "+":
      return L.add(a, b);
    case "-":
      return L.subtract(a, b);
    case "*":
      return L.multiply(a, b);
    case "/":
      return L.divide(a, b);
    case "**":
      return L.call("power", a, b);
    case "atan2":
      return L.call("atan2", a, b);
  }
}

/** Whole exponents up to this are multiplied out. */
const MULTIPLIED = 16;

function raised<V>(L: Lanes<V>, x: V, exponent: number): V {
  if (exponent === 0.5) return L.squareRoot(x);
  if (!Number.isInteger(exponent) || exponent === 0 || Math.abs(exponent) > MULTIPLIED) {
    return L.call("power", x, L.constant(exponent));
  }
  const product = multiplied(L, x, Math.abs(exponent));
  return exponent > 0 ? product : L.divide(L.constant(1), product);
}

function multiplied<V>(L: Lanes<V>, x: V, times: number): V {
  if (times === 1) return x;
  const half = multiplied(L, x, Math.floor(times / 2));
  const square = L.multiply(half, half);
  return times % 2 === 1 ? L.multiply(square, x) : square;
}

const SIGN = 0x8000_0000_0000_0000n;

function applied<V>(L: Lanes<V>, name: FunctionName, x: V): V {
  switch (name) {
    case "neg":
      return L.xor(x, L.bits(SIGN));
    case "abs":
      return L.and(x, L.bits(SIGN - 1n));
    case "sqrt":
      return L.squareRoot(x);
    case "exp":
      return exponential(L, x);
    case "log":
      return logarithm(L, x);
    case "sin":
    case "cos":
      return circular(L, name, x);
    default:
      return L.call(name, x);
  }
}
