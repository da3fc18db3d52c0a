import { parentPort } from "node:worker_threads";
import type { PlanningAnswer, PlanningJob } from "./job.ts";
import { proposalsFor } from "./proposals.ts";

// Searching for a plan is pure computation of up to seconds; in its own thread it holds up no request.
parentPort?.on("message", (job: PlanningJob) => parentPort?.postMessage(answerTo(job)));

function answerTo({ id, question, searchMs, abandoned }: PlanningJob): PlanningAnswer {
  const flag = new Int32Array(abandoned);
  const newTick = () => {
    const end = performance.now() + searchMs;
    return () => performance.now() > end || Atomics.load(flag, 0) !== 0;
  };
  try {
    return { id, ok: true, proposals: proposalsFor(question, newTick) };
  } catch (error) {
    return { id, ok: false, error };
  }
}
