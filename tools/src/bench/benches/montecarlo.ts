import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { prepareModel } from "@quanheng/kernel/model/tape.ts";
import type { Distribution } from "@quanheng/kernel/montecarlo/distribution.ts";
import { planTrials } from "@quanheng/kernel/montecarlo/plan.ts";
import { summarize } from "@quanheng/kernel/montecarlo/summary.ts";
import { ENGINE, trialRunner } from "@quanheng/kernel/montecarlo/trials.ts";
import { type Bench, quantile } from "../figure.ts";
import { runNumpy } from "../trials/numpy.ts";
import { openTrialPool } from "../trials/pool.ts";

const TRIALS = 1_000_000;
const ROUNDS = 5;
const RUNS = 3;
const SEED = 20_261_125;

/** Eight inputs, of which two are correlated; the same model as in `tools/bench/montecarlo.py`. */
const INPUTS: Readonly<Record<string, Distribution>> = {
  x1: { kind: "normal", x: 4.999, u: 0.0032 },
  x2: { kind: "normal", x: 0.019661, u: 9.5e-6 },
  x3: { kind: "normal", x: 1.04446, u: 0.00075 },
  x4: { kind: "t", x: 0, scale: 0.05, dof: 9 },
  x5: { kind: "rectangular", x: 0, a: 0.001 },
  x6: { kind: "rectangular", x: 1, a: 0.001 },
  x7: { kind: "triangular", x: 1, a: 0.0005 },
  x8: { kind: "arcsine", x: 0, a: 0.0005 },
};

/**
 * A million trials with mean, u and both intervals, on one thread and on two, beside NumPy, and the memory of ten million. Rounds alternate, so that
 * what else the machine does falls on all three; the ratios are those of the best runs and of the medians.
 */
export const bench: Bench = async (tell) => {
  const model = prepareModel({ y: "x1/x2*cos(x3)*x7 + x4 + 127*x6*(x5 + x8)" }, Object.keys(INPUTS));
  const plan = planTrials(model, INPUTS, SEED, [{ a: "x1", b: "x2", r: -0.36 }]);
  const run = trialRunner(plan);
  const values = new Float64Array(new SharedArrayBuffer(TRIALS * 8));
  const pool = await openTrialPool(plan, 2);
  const one = () => {
    run(0, TRIALS, [values]);
    return summarize("y", values, 0.95);
  };
  const two = async () => {
    await pool.fill(values);
    return summarize("y", values, 0.95);
  };
  const same = JSON.stringify(one()) === JSON.stringify(await two());
  if (!same) throw new Error("one thread and two do not agree");

  const times = { one: [] as number[], two: [] as number[], numpy: [] as number[] };
  const processor = { one: [] as number[], numpy: [] as number[] };
  let version: string | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    for (let k = 0; k < RUNS; k++) {
      const busy = process.cpuUsage();
      times.one.push(await milliseconds(one));
      processor.one.push(process.cpuUsage(busy).user / 1000);
    }
    for (let k = 0; k < RUNS; k++) times.two.push(await milliseconds(two));
    const numpy = runNumpy(RUNS, TRIALS);
    version = numpy?.numpy;
    times.numpy.push(...(numpy?.milliseconds ?? []));
    processor.numpy.push(...(numpy?.processor ?? []));
  }
  await pool.close();

  tell("most memory of a process, 10⁷ adaptive trials", mostMemory(), "MB", { bar: "≤ 300" });
  for (const [name, list] of Object.entries(times)) {
    if (list.length === 0) continue;
    const facts = { trials: TRIALS, engine: name === "numpy" ? `NumPy ${version}` : ENGINE };
    tell(`${LABEL[name as keyof typeof LABEL]}, median`, quantile(list, 0.5), "ms", facts);
    tell(`${LABEL[name as keyof typeof LABEL]}, best`, Math.min(...list), "ms", facts);
  }
  if (version === undefined) process.stderr.write("montecarlo: no Python with NumPy here, so no ratio\n");
  else {
    // What a busy machine takes from either does not count here.
    const ratio = quantile(processor.numpy, 0.5) / quantile(processor.one, 0.5);
    tell("one thread, NumPy's processor time over ours, medians", ratio, "×", { bar: 1.75 });
    for (const [key, bar] of [
      ["one", 1.75],
      ["two", 2.9],
    ] as const) {
      tell(`${LABEL[key]}, NumPy's median over ours`, quantile(times.numpy, 0.5) / quantile(times[key], 0.5), "×", {
        bar,
      });
      tell(`${LABEL[key]}, NumPy's best over ours`, Math.min(...times.numpy) / Math.min(...times[key]), "×", { bar });
    }
  }
};

const MEMORY = fileURLToPath(new URL("../trials/memory.ts", import.meta.url));

/** The most that a process of its own took, which holds the runtime too. [MB] */
function mostMemory(): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MEMORY], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout) / 1000;
}

const LABEL = { one: "one thread", two: "two threads", numpy: "NumPy" } as const;

async function milliseconds(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
