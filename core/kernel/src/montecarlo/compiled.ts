import { DRAWN, type Drawn } from "../lanes/draws.ts";
import { OUTSIDE, type OutsideName } from "../lanes/lanes.ts";
import { invariant } from "../refusal.ts";
import { Assembly } from "../wasm/assembly.ts";
import { F64, I32 } from "../wasm/bytes.ts";
import { Code, type Slot } from "../wasm/code.ts";
import { BLOCK, type BlockRunner, drawNext, generatorsOf, programsOf, runnerOf } from "./block.ts";
import { type Draw, drawsOf } from "./parameters.ts";
import type { TrialPlan } from "./plan.ts";
import type { Program } from "./program.ts";

const COLUMN = BLOCK * 8;

/** A compiled module: its bytes, where its columns begin, and how many programs it has. It depends on the plan alone. */
type Compiled = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly start: number;
  readonly columns: number;
  readonly programs: number;
  readonly imports: readonly OutsideName[];
};

/** The module that draws blocks of a plan and runs its programs on them. */
function compileBlock(plan: TrialPlan): Compiled {
  const assembly = new Assembly();
  const { columns, programs } = programsOf(plan);
  const draws = drawsOf(plan);
  const start = 65_536 * Math.ceil((16 * constantsOf(plan)) / 65_536);
  const fills = new Map<Drawn, number>();
  for (const kind of DRAWN) {
    if (draws.some((draw) => draw?.kind === kind)) fills.set(kind, assembly.define(fillCode(assembly, kind)));
  }
  assembly.define(drawCode(assembly, draws, start, fills), "draw");
  for (const [k, program] of programs.entries()) {
    assembly.define(programCode(assembly, program, start), `program${k}`);
  }
  invariant(assembly.constantBytes <= start, "constants end before the columns begin");
  const bytes = assembly.bytes(start + columns * COLUMN);
  return { bytes, start, columns, programs: programs.length, imports: assembly.imports() };
}

/** More constants of sixteen bytes than a plan can need. */
function constantsOf({ distributions, model, equations, lower, joined }: TrialPlan): number {
  const steps = model.steps.length + (equations ? 4 * equations.model.steps.length : 0);
  return steps + 2 * distributions.length + (lower && !joined ? distributions.length ** 2 : 0) + 500;
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

function programCode(assembly: Assembly, program: Program, start: number): Code {
  const code = new Code(assembly);
  code.loop(COLUMN, 16, (offset) => {
    program<Slot>(
      code,
      (column) => code.load(start + column * COLUMN, offset),
      (value, column) => code.store(value, start + column * COLUMN, offset),
    );
  });
  return code;
}

/** Takes seed and block as words and fills the columns of the inputs. */
function drawCode(
  assembly: Assembly,
  draws: readonly (Draw | undefined)[],
  start: number,
  fills: ReadonlyMap<Drawn, number>,
): Code {
  const code = new Code(assembly, [I32, I32, I32, I32]);
  for (const [input, draw] of draws.entries()) {
    if (!draw) continue;
    code.callWith(fills.get(draw.kind)!, [
      { word: start + input * COLUMN },
      ...[0, 1, 2, 3].map((parameter) => ({ parameter })),
      { word: input },
      ...draw.parameters.map((number) => ({ number })),
    ]);
  }
  return code;
}

/**
 * A runner on WebAssembly. Throws where the environment does not allow it.
 *
 * @source WebAssembly Core Specification 2.0 (vector instructions); the same bits as `interpretedRunner`
 * @example ((runner) => { runner.run(0); return runner.outputs[0][0]; })(compiledRunner({ model: { inputs: ["x"], outputs: [{ name: "y", at: 1 }], steps: [{ kind: "input", input: 0 }, { kind: "power", a: 0, exponent: 2 }], places: [] }, distributions: [{ kind: "constant", x: 3 }], seed: 1 })) // → 9 (3² in the first trial)
 */
export function compiledRunner(plan: TrialPlan): BlockRunner {
  const { bytes, start, columns, programs, imports } = compileBlock(plan);
  const outside = Object.fromEntries(imports.map((name, slot) => [String(slot), OUTSIDE[name]]));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { f: outside });
  const draw = exports["draw"] as (...words: number[]) => void;
  const { buffer } = exports["memory"] as { readonly buffer: ArrayBuffer };
  const [low, high] = [plan.seed >>> 0, Math.floor(plan.seed / 2 ** 32)];
  return runnerOf(plan, {
    columns: Array.from({ length: columns }, (_, k) => new Float64Array(buffer, start + k * COLUMN, BLOCK)),
    draw: (block) => draw(low, high, block >>> 0, Math.floor(block / 2 ** 32)),
    programs: Array.from({ length: programs }, (_, k) => exports[`program${k}`] as () => void),
  });
}
