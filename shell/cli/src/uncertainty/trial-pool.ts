import { Worker } from "node:worker_threads";
import { BLOCK } from "@quanheng/kernel/montecarlo/block.ts";
import type { TrialPlan } from "@quanheng/kernel/montecarlo/plan.ts";
import type { RunTrials } from "@quanheng/kernel/montecarlo/trials.ts";
import { FAILED, type TrialTask, WAITING } from "./trial-task.ts";

/** Trials that a thread computes at a time: whole blocks, so that none is computed twice. */
const CHUNK = 16 * BLOCK;
/** A thread that says nothing for this long has died. [ms] */
const PATIENCE = 60_000;

/** Threads that compute the trials of one plan ahead of whoever asks for them. */
export type TrialPool = {
  /** Starts the threads on a plan. What it returns gives the same values as `trialRunner`, in the same order. */
  readonly runner: (plan: TrialPlan) => RunTrials;
  close(): Promise<void>;
};

/** @param threads at least one; the values do not depend on how many there are */
export function openTrialPool(threads: number): TrialPool {
  const workers: Worker[] = [];
  return {
    runner(plan) {
      for (let k = 0; k < threads; k++) {
        workers.push(new Worker(new URL("./trial-worker.ts", import.meta.url), { workerData: plan }));
      }
      return runnerOn(workers, plan.model.outputs.length);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function runnerOn(workers: readonly Worker[], outputs: number): RunTrials {
  const chunks = new Map<number, TrialTask>();
  const free: TrialTask[] = [];
  let asked = 0;
  const ask = (chunk: number): TrialTask => {
    const task = { ...(free.pop() ?? emptyTask(outputs)), first: chunk * CHUNK };
    Atomics.store(task.state, 0, WAITING);
    workers[chunk % workers.length]!.postMessage(task);
    chunks.set(chunk, task);
    return task;
  };
  return (first, count, into) => {
    const result = [...(into ?? Array.from({ length: outputs }, () => new Float64Array(count)))];
    for (let chunk = Math.floor(first / CHUNK); chunk * CHUNK < first + count; chunk++) {
      for (; asked <= chunk + workers.length; asked++) ask(asked);
      // A range that was already given away is computed once more.
      const task = finished(chunks.get(chunk) ?? ask(chunk));
      const start = Math.max(first, chunk * CHUNK);
      const end = Math.min(first + count, (chunk + 1) * CHUNK);
      for (const [k, column] of task.columns.entries())
        result[k]!.set(column.subarray(start - chunk * CHUNK, end - chunk * CHUNK), start - first);
      if (end < (chunk + 1) * CHUNK) continue;
      chunks.delete(chunk);
      free.push(task);
    }
    return result;
  };
}

function emptyTask(outputs: number): TrialTask {
  const columns = Array.from({ length: outputs }, () => new Float64Array(new SharedArrayBuffer(8 * CHUNK)));
  return { first: 0, count: CHUNK, columns, state: new Int32Array(new SharedArrayBuffer(4)) };
}

/** Waits here, in this thread: the caller's next step needs the values, and the threads go on meanwhile. */
function finished(task: TrialTask): TrialTask {
  if (Atomics.wait(task.state, 0, WAITING, PATIENCE) === "timed-out") throw new Error("a thread of trials has died");
  if (Atomics.load(task.state, 0) === FAILED) throw new Error("a thread of trials has failed");
  return task;
}
