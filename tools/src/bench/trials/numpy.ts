import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("../../../bench/montecarlo.py", import.meta.url));

export type NumpyRun = { readonly numpy: string; readonly milliseconds: number[]; readonly processor: number[] };

/** The same model in NumPy, by the first Python that has it; undefined where none does. */
export function runNumpy(runs: number, trials: number): NumpyRun | undefined {
  const named = process.env["QUANHENG_PYTHON"];
  for (const python of named ? [named] : ["/usr/bin/python3", "python3"]) {
    const { status, stdout } = spawnSync(python, [SCRIPT, String(runs), String(trials)], { encoding: "utf8" });
    if (status === 0) return JSON.parse(stdout) as NumpyRun;
  }
  return undefined;
}
