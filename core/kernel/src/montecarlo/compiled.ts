import { DRAWN, type Drawn } from "../lanes/draws.ts";
import { OUTSIDE, type OutsideName } from "../lanes/lanes.ts";
import { Assembly } from "../wasm/assembly.ts";
import { F64, I32 } from "../wasm/bytes.ts";
import { Code, type Slot } from "../wasm/code.ts";
import { BLOCK, type BlockRunner, drawNext, generatorsOf, outputsAt } from "./block.ts";
import { drawnKind, parametersOf } from "./parameters.ts";
import type { TrialPlan } from "./plan.ts";

const COLUMN = BLOCK * 8;

/** The bytes of the module that computes blocks of a plan, and where its columns begin. They depend on nothing else. */
export function compileBlock(plan: TrialPlan): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly columns: number;
  readonly imports: readonly OutsideName[];
} {
  const { distributions, model } = plan;
  const assembly = new Assembly();
  const columns = 65_536 * Math.ceil((16 * (model.steps.length + distributions.length ** 2 + 500)) / 65_536);
  const fills = new Map<Drawn, number>();
  for (const kind of DRAWN) {
    if (distributions.some((distribution) => drawnKind(distribution) === kind)) {
      fills.set(kind, assembly.define(fillCode(assembly, kind)));
    }
  }
  const evaluate = assembly.define(evaluateCode(assembly, plan, columns));
  assembly.define(runCode(assembly, plan, columns, fills, evaluate));
  const end = columns + (distributions.length + model.outputs.length) * COLUMN;
  return { bytes: assembly.bytes(end), columns, imports: assembly.imports() };
}

/** Fills a column: address, seed, block and input as words, then the four parameters. */
function fillCode(assembly: Assembly, kind: Drawn): Code {
  const code = new Code(assembly, [I32, I32, I32, I32, I32, I32, F64, F64, F64, F64]);
  const word = (place: number) => code.splat32(place);
  const first = generatorsOf<Slot>(code, [word(1), word(2)], [word(3), word(4)], word(5));
  const state = first.map((slot) => code.changing(slot)) as unknown as typeof first;
  const parameters = [code.splat(6), code.splat(7), code.splat(8), code.splat(9)] as const;
  const stride = kind === "normal" ? 32 : 16;
  code.loop(COLUMN, stride, (offset) => {
    const keep = (next: typeof first) => {
      for (const [j, slot] of next.entries()) code.assign(state[j]!, slot);
    };
    const drawn = drawNext<Slot>(code, kind, parameters, () => state, keep);
    for (const [k, slot] of drawn.entries()) code.store(slot, 16 * k, offset, 0);
  });
  return code;
}

function evaluateCode(assembly: Assembly, plan: TrialPlan, columns: number): Code {
  const code = new Code(assembly);
  const inputs = plan.distributions.length;
  code.loop(COLUMN, 16, (offset) => {
    const outputs = outputsAt<Slot>(code, plan, (input) => code.load(columns + input * COLUMN, offset));
    for (const [k, slot] of outputs.entries()) code.store(slot, columns + (inputs + k) * COLUMN, offset);
  });
  return code;
}

/** Takes seed and block as words, fills the columns and evaluates. Correlated inputs are drawn as standard normal. */
function runCode(
  assembly: Assembly,
  { distributions, lower }: TrialPlan,
  columns: number,
  fills: ReadonlyMap<Drawn, number>,
  evaluate: number,
): Code {
  const code = new Code(assembly, [I32, I32, I32, I32]);
  for (const [input, distribution] of distributions.entries()) {
    const kind = drawnKind(distribution);
    if (!kind) continue;
    const parameters = lower && kind === "normal" ? [0, 1, 0, 0] : parametersOf(distribution);
    code.callWith(fills.get(kind)!, [
      { word: columns + input * COLUMN },
      ...[0, 1, 2, 3].map((parameter) => ({ parameter })),
      { word: input },
      ...parameters.map((number) => ({ number })),
    ]);
  }
  code.callWith(evaluate, []);
  return code;
}

/** A runner on WebAssembly. Throws where the environment does not allow it. */
export function compiledRunner(plan: TrialPlan): BlockRunner {
  const { bytes, columns, imports } = compileBlock(plan);
  const outside = Object.fromEntries(imports.map((name, slot) => [String(slot), OUTSIDE[name]]));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { f: outside });
  const run = exports["run"] as (...words: number[]) => void;
  const { buffer } = exports["memory"] as { readonly buffer: ArrayBuffer };
  const column = (place: number) => new Float64Array(buffer, columns + place * COLUMN, BLOCK);
  const [low, high] = [plan.seed >>> 0, Math.floor(plan.seed / 2 ** 32)];
  return {
    inputs: plan.distributions.map((_, input) => column(input)),
    outputs: plan.model.outputs.map((_, output) => column(plan.distributions.length + output)),
    run: (block) => run(low, high, block >>> 0, Math.floor(block / 2 ** 32)),
  };
}
