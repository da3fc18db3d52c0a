import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { BLOCK } from "@quanheng/kernel/montecarlo/block.ts";
import type { TrialPlan } from "@quanheng/kernel/montecarlo/plan.ts";
import type { Task } from "./worker.ts";

/** Threads that share out the blocks of one plan with one output; whoever computes a block, its bits are the same. */
export type TrialPool = {
  /** Fills a shared array with the first trials. */
  fill(values: Float64Array): Promise<void>;
  close(): Promise<void>;
};

export async function openTrialPool(plan: TrialPlan, threads: number): Promise<TrialPool> {
  const workers = Array.from({ length: threads }, () => new Worker(new URL("./worker.ts", import.meta.url)));
  const ask = async (worker: Worker, message: { plan: TrialPlan } | Task) => {
    const answered = once(worker, "message");
    worker.postMessage(message);
    await answered;
  };
  await Promise.all(workers.map((worker) => ask(worker, { plan })));
  return {
    async fill(values) {
      const share = BLOCK * Math.ceil(values.length / BLOCK / threads);
      await Promise.all(
        workers.map((worker, k) => {
          const first = k * share;
          const count = Math.min(share, values.length - first);
          return ask(worker, { first, count, values: values.subarray(first, first + count) });
        }),
      );
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
