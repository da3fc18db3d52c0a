import { parentPort } from "node:worker_threads";
import type { OnTick } from "@quanheng/flow/selection/planner/search.ts";
import { whatIf } from "@quanheng/flow/selection/planner/what-if.ts";
import type { PlanningAnswer, PlanningJob, PlanningTask } from "./job.ts";
import { proposalsFor } from "./proposals.ts";

/** How often a search says how far it is. [ms] */
const TELL_MS = 250;

// Searching for a plan is pure computation of up to seconds; in its own thread it holds up no request.
parentPort?.on("message", (job: PlanningJob) => tell(answerTo(job)));

function answerTo(job: PlanningJob): PlanningAnswer {
  const { id, task } = job;
  try {
    return { id, ok: true, outcome: outcomeOf(task, ticksOf(job)) };
  } catch (error) {
    return { id, ok: false, error };
  }
}

function outcomeOf(task: PlanningTask, newTick: () => OnTick) {
  return task.kind === "plans" ? proposalsFor(task.question, newTick) : whatIf(task.instance, newTick);
}

/** Makes the tick of each search of a job: it ends the search in time, and says now and then how far it is. */
function ticksOf({ id, searchMs, abandoned }: PlanningJob): () => OnTick {
  const flag = new Int32Array(abandoned);
  let search = 0;
  let told = performance.now();
  return () => {
    search++;
    const own = search;
    const end = performance.now() + searchMs;
    return ({ nodes, best, bound }) => {
      const now = performance.now();
      if (now - told >= TELL_MS) {
        told = now;
        const gap = best === null || best === 0 || !Number.isFinite(bound) ? null : (100 * (best - bound)) / best;
        const gapPercent = gap === null ? null : Math.round(100 * Math.max(0, gap)) / 100;
        tell({ id, progress: { search: own, nodes, best, gapPercent } });
      }
      return now > end || Atomics.load(flag, 0) !== 0;
    };
  };
}

function tell(answer: PlanningAnswer): void {
  parentPort?.postMessage(answer);
}
