import { parentPort, workerData } from "node:worker_threads";
import type { TrialPlan } from "@quanheng/kernel/montecarlo/plan.ts";
import { type RunTrials, trialRunner } from "@quanheng/kernel/montecarlo/trials.ts";
import { DONE, FAILED, type TrialTask } from "./trial-task.ts";

/** Computes ranges of trials straight into the shared arrays of each task. */
let run: RunTrials | undefined;

parentPort?.on("message", ({ first, count, columns, state }: TrialTask) => {
  try {
    run ??= trialRunner(workerData as TrialPlan);
    run(first, count, columns);
    Atomics.store(state, 0, DONE);
  } catch {
    Atomics.store(state, 0, FAILED);
  }
  Atomics.notify(state, 0);
});
