import { parentPort } from "node:worker_threads";
import type { TrialPlan } from "@quanheng/kernel/montecarlo/plan.ts";
import { trialRunner } from "@quanheng/kernel/montecarlo/trials.ts";

export type Task = { readonly first: number; readonly count: number; readonly values: Float64Array };

/** Computes ranges of trials of the plan that came first, straight into the shared array of each task. */
let run: ReturnType<typeof trialRunner> | undefined;

parentPort?.on("message", (message: { readonly plan: TrialPlan } | Task) => {
  if ("plan" in message) run = trialRunner(message.plan);
  else run?.(message.first, message.count, [message.values]);
  parentPort?.postMessage("done");
});
