import { PLAIN, plain } from "../lanes/plain.ts";
import type { Generators } from "../lanes/random.ts";
import { BLOCK, type BlockRunner, drawNext, generatorsOf, programsOf, runnerOf } from "./block.ts";
import { drawsOf } from "./parameters.ts";
import type { TrialPlan } from "./plan.ts";
import type { Program } from "./program.ts";

/**
 * A runner on ordinary numbers, for where WebAssembly is not allowed: the same bits, much slower.
 *
 * @source IEEE Std 754-2019 (every operation is rounded in one way only, so both runners agree)
 * @example ((runner) => { runner.run(0); return runner.outputs[0][0]; })(interpretedRunner({ model: { inputs: ["x"], outputs: [{ name: "y", at: 1 }], steps: [{ kind: "input", input: 0 }, { kind: "power", a: 0, exponent: 2 }], places: [] }, distributions: [{ kind: "constant", x: 3 }], seed: 1 })) // → 9 (3² in the first trial)
 */
export function interpretedRunner(plan: TrialPlan): BlockRunner {
  const { columns: count, programs, settled } = programsOf(plan);
  const columns = Array.from({ length: count }, () => new Float64Array(BLOCK));
  const draws = drawsOf(plan);
  const words = (value: number) => [word(value >>> 0), word(Math.floor(value / 2 ** 32))] as const;
  const fill = (block: number, input: number) => {
    const draw = draws[input];
    if (!draw) return;
    const [x, p, q, r] = draw.parameters.map((value) => PLAIN.constant(value));
    let state: Generators<ReturnType<typeof word>> = generatorsOf(PLAIN, words(plan.seed), words(block), word(input));
    const keep = (next: typeof state) => {
      state = next;
    };
    for (let trial = 0; trial < BLOCK; ) {
      for (const { f } of drawNext(PLAIN, draw.kind, [x!, p!, q!, r!], () => state, keep)) {
        columns[input]!.set(f, trial);
        trial += 2;
      }
    }
  };
  // What has settled is passed over: here every trial costs much.
  const rests = (trial: number) =>
    settled !== undefined && columns[settled]![trial] !== 0 && columns[settled]![trial + 1] !== 0;
  const done = (program: Program, place: number) => () => {
    for (let trial = 0; trial < BLOCK; trial += 2) {
      if (place === 0 && rests(trial)) continue;
      const load = (column: number) => copied(columns[column]!, trial);
      program(PLAIN, load, ({ q }, column) => stored(columns[column]!, trial, q));
    }
  };
  return runnerOf(plan, {
    columns,
    draw: (block) => {
      for (const input of draws.keys()) fill(block, input);
    },
    programs: programs.map(done),
  });
}

/** Masks are not numbers, so bits are copied. */
function copied(column: Float64Array, trial: number) {
  const value = plain(0, 0);
  value.q.set(new BigUint64Array(column.buffer, 8 * trial, 2));
  return value;
}

function stored(column: Float64Array, trial: number, bits: BigUint64Array): void {
  new BigUint64Array(column.buffer, 8 * trial, 2).set(bits);
}

function word(value: number) {
  return PLAIN.words(value, value, value, value);
}
