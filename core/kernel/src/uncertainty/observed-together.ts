import { evaluate } from "../model/evaluate.ts";
import type { Model } from "../model/tape.ts";
import { refuse } from "../refusals.ts";
import { mean, sampleSd } from "../statistics.ts";

/** One output of observations made together: its value for each set, their mean and the standard uncertainty of that. */
export type ObservedOutput = {
  readonly name: string;
  readonly values: readonly number[];
  readonly y: number;
  readonly u: number;
};
export type ObservedTogether = {
  readonly outputs: readonly ObservedOutput[];
  /** Correlation coefficients of the means; 0 where an output does not vary. */
  readonly correlation: readonly (readonly number[])[];
  readonly dof: number;
};

/**
 * Evaluates a model once for each set of observations made together, so that correlations need not be stated.
 *
 * @param sets the values of each input in the order of observation, equally many for all
 * @throws Refusal `unknown-name`, `values-differ-in-number`, `too-few-values`, `model-not-finite`
 * @source JCGM 100:2008, H.2.4 (approach 2)
 * @example observedTogether({ inputs: ["V", "J"], outputs: [{ name: "Z", at: 2 }], steps: [{ kind: "input", input: 0 }, { kind: "input", input: 1 }, { kind: "binary", operator: "/", a: 0, b: 1 }], places: [] }, { V: [5.007, 4.994, 5.005, 4.990, 4.999], J: [0.019663, 0.019639, 0.019640, 0.019685, 0.019678] }) // → { outputs: [{ name: "Z", y: 254.260, u: 0.236 }], dof: 4 } (JCGM 100:2008, table H.4)
 */
export function observedTogether(model: Model, sets: Readonly<Record<string, readonly number[]>>): ObservedTogether {
  const columns = model.inputs.map((name) =>
    Object.hasOwn(sets, name) ? sets[name]! : refuse("unknown-name", { name }),
  );
  const count = columns[0]?.length ?? 0;
  if (count < 2) return refuse("too-few-values", { given: count, needed: 2 });
  for (const { length } of columns)
    if (length !== count) refuse("values-differ-in-number", { given: length, needed: count });
  const points = Array.from({ length: count }, (_, set) =>
    evaluate(
      model,
      columns.map((column) => column[set]!),
    ),
  );
  const outputs = model.outputs.map(({ name, at }) => {
    const values = points.map((point) => point[at]!);
    if (!values.every(Number.isFinite)) return refuse("model-not-finite", { output: name });
    return { name, values, y: mean(values), u: sampleSd(values) / Math.sqrt(count) };
  });
  return { outputs, correlation: outputs.map((a) => outputs.map((b) => correlation(a, b))), dof: count - 1 };
}

function correlation(a: ObservedOutput, b: ObservedOutput): number {
  if (a.u === 0 || b.u === 0) return 0;
  const n = a.values.length;
  const products = a.values.reduce((total, value, i) => total + (value - a.y) * (b.values[i]! - b.y), 0);
  return products / (n * (n - 1) * a.u * b.u);
}
