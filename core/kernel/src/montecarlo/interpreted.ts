import { PLAIN, plain } from "../lanes/plain.ts";
import type { Generators } from "../lanes/random.ts";
import { BLOCK, type BlockRunner, drawNext, generatorsOf, outputsAt } from "./block.ts";
import { drawnKind, parametersOf } from "./parameters.ts";
import type { TrialPlan } from "./plan.ts";

/** A runner on ordinary numbers, for where WebAssembly is not allowed: the same bits, much slower. */
export function interpretedRunner(plan: TrialPlan): BlockRunner {
  const { distributions, lower, seed, model } = plan;
  const inputs = distributions.map(() => new Float64Array(BLOCK));
  const outputs = model.outputs.map(() => new Float64Array(BLOCK));
  const words = (value: number) => [word(value >>> 0), word(Math.floor(value / 2 ** 32))] as const;
  const fill = (block: number, input: number) => {
    const distribution = distributions[input]!;
    const kind = drawnKind(distribution);
    if (!kind) return;
    const given = lower && kind === "normal" ? ([0, 1, 0, 0] as const) : parametersOf(distribution);
    const [x, p, q, r] = given.map((value) => PLAIN.constant(value));
    let state: Generators<ReturnType<typeof word>> = generatorsOf(PLAIN, words(seed), words(block), word(input));
    const keep = (next: typeof state) => {
      state = next;
    };
    for (let trial = 0; trial < BLOCK; ) {
      for (const { f } of drawNext(PLAIN, kind, [x!, p!, q!, r!], () => state, keep)) {
        inputs[input]!.set(f, trial);
        trial += 2;
      }
    }
  };
  const run = (block: number) => {
    for (const input of distributions.keys()) fill(block, input);
    for (let trial = 0; trial < BLOCK; trial += 2) {
      const column = (input: number) => plain(inputs[input]![trial]!, inputs[input]![trial + 1]!);
      for (const [k, { f }] of outputsAt(PLAIN, plan, column).entries()) outputs[k]!.set(f, trial);
    }
  };
  return { inputs, outputs, run };
}

function word(value: number) {
  return PLAIN.words(value, value, value, value);
}
