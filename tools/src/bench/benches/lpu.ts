import { prepareModel } from "@quanheng/kernel/model/tape.ts";
import { compilePropagation } from "@quanheng/kernel/uncertainty/compiled.ts";
import { propagate } from "@quanheng/kernel/uncertainty/propagate.ts";
import type { Bench } from "../figure.ts";

// JCGM 100:2008, H.1, with the comparison and the temperature written as their parts: nine inputs.
const INPUTS = {
  ls: [50_000_623, 25, 18],
  d: [215, 5.8, 24],
  d1: [0, 3.9, 5],
  d2: [0, 6.7, 8],
  da: [0, 5.8e-7, 50],
  mean: [-0.1, 0.2, Infinity],
  cycle: [0, 0.35, Infinity],
  alpha: [1.15e-5, 1.2e-6, Infinity],
  dt: [0, 0.029, 2],
} as const;
const ROUNDS = 9;
const POINTS = 2_000_000;

/** First order propagation of the end gauge: value, nine sensitivities, u and effective degrees of freedom. */
export const bench: Bench = async (tell) => {
  const names = Object.keys(INPUTS);
  const model = prepareModel({ l: "ls + d + d1 + d2 - ls*(da*(mean + cycle) + alpha*dt)" }, names);
  const started = performance.now();
  const compiled = compilePropagation(model);
  tell("GUM H.1, compiling", performance.now() - started, "ms");
  for (const [i, [x, u, dof]] of Object.values(INPUTS).entries()) {
    for (const [column, value] of [
      [compiled.x, x],
      [compiled.u, u],
      [compiled.inverseDof, 1 / dof],
    ] as const)
      column[i]!.fill(value);
  }
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    for (let done = 0; done < POINTS; done += compiled.size) compiled.run();
    rates.push((1000 * POINTS) / (performance.now() - from));
  }
  rates.sort((one, other) => one - other);
  tell("GUM H.1, first order, median", rates[Math.floor(ROUNDS / 2)]!, "1/s", { bar: 1e7, inputs: names.length });
  tell("GUM H.1, first order, best", rates.at(-1)!, "1/s", { bar: 1e7, inputs: names.length });

  const [law] = propagate(
    model,
    names.map((name, i) => {
      const [x, u, dof] = Object.values(INPUTS)[i]!;
      return { name, x, u, dof };
    }),
  ).outputs;
  const [output] = compiled.outputs;
  if (!law || !output || Math.abs(law.u / output.u[0]! - 1) > 1e-12)
    throw new Error("compiled and plain propagation differ");
};
