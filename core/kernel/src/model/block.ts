import { power } from "./derivatives.ts";
import type { BinaryOperator, FunctionName } from "./syntax.ts";
import type { Model, Step } from "./tape.ts";

/**
 * Prepares a model to compute many points at once: columns of inputs in, columns of outputs out.
 *
 * @returns a function whose result is overwritten by its next call
 */
export function prepareBlock(
  { steps, outputs }: Model,
  size: number,
): (inputs: readonly Float64Array[]) => readonly Float64Array[] {
  const columns: Float64Array[] = steps.map((step) =>
    step.kind === "input" ? new Float64Array(0) : new Float64Array(size),
  );
  for (const [at, step] of steps.entries()) if (step.kind === "number") columns[at]!.fill(step.value);
  return (inputs) => {
    for (const [at, step] of steps.entries()) {
      if (step.kind === "input") columns[at] = inputs[step.input]!;
      else compute(step, columns, columns[at]!);
    }
    return outputs.map(({ at }) => columns[at]!);
  };
}

function compute(step: Step, columns: readonly Float64Array[], out: Float64Array): void {
  if (step.kind === "binary") binary(step.operator, columns[step.a]!, columns[step.b]!, out);
  else if (step.kind === "power") raise(columns[step.a]!, step.exponent, out);
  else if (step.kind === "call") call(step.name, columns[step.a]!, out);
}

function binary(operator: BinaryOperator, a: Float64Array, b: Float64Array, out: Float64Array): void {
  switch (operator) {
    case "+":
      for (let i = 0; i < out.length; i++) out[i] = a[i]! + b[i]!;
      return;
    case "-":
      for (let i = 0; i < out.length; i++) out[i] = a[i]! - b[i]!;
      return;
    case "*":
      for (let i = 0; i < out.length; i++) out[i] = a[i]! * b[i]!;
      return;
    case "/":
      for (let i = 0; i < out.length; i++) out[i] = a[i]! / b[i]!;
      return;
    case "atan2":
      for (let i = 0; i < out.length; i++) out[i] = Math.atan2(a[i]!, b[i]!);
      return;
    case "**":
      for (let i = 0; i < out.length; i++) out[i] = a[i]! ** b[i]!;
  }
}

function raise(a: Float64Array, exponent: number, out: Float64Array): void {
  if (exponent === 2) for (let i = 0; i < out.length; i++) out[i] = a[i]! * a[i]!;
  else for (let i = 0; i < out.length; i++) out[i] = power(a[i]!, exponent)[0];
}

const SCALAR: Readonly<Record<FunctionName, (x: number) => number>> = {
  neg: (x) => -x,
  abs: Math.abs,
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
};

function call(name: FunctionName, a: Float64Array, out: Float64Array): void {
  const f = SCALAR[name];
  for (let i = 0; i < out.length; i++) out[i] = f(a[i]!);
}
