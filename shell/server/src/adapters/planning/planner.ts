import { Worker } from "node:worker_threads";
import type { PlanInstance } from "@quanheng/flow/selection/planner/instance.ts";
import type { Scenario } from "@quanheng/flow/selection/planner/what-if.ts";
import { refuse } from "../../refusals.ts";
import type { PlanningAnswer, PlanningJob, PlanningOutcome, PlanningProgress, PlanningTask } from "./job.ts";
import type { PlanningQuestion, Proposals } from "./proposals.ts";

export type PlannerOptions = {
  /** How long each search may take before it says how far from proven it is. [ms] */
  readonly searchMs?: number;
  /** Ends the searches when nobody waits for the answer any more; the answer is then what was found by that time. */
  readonly signal?: AbortSignal | undefined;
  /** Ends the searches because the client will do with what was found by then. */
  readonly enough?: AbortSignal | undefined;
  readonly onProgress?: ((progress: PlanningProgress) => void) | undefined;
};

/** A search that has not proven its plan by then says how far from proven it is. */
const SEARCH_MS = 10_000;
/** Questions that may wait; beyond that nobody would still be there for the answer. */
const MOST_WAITING = 32;
/** When it is worth asking again. [s] */
const COME_BACK_S = 10;
/** Threads at once; a second one starts while the first is busy. */
const THREADS = 2;

/**
 * Plans in a thread of its own, so that a hard question never holds up anyone else's request. A thread starts with the
 * first question and does not keep the platform from stopping.
 *
 * @throws Refusal `too-many-requests` when too many questions wait
 */
export async function proposePlans(question: PlanningQuestion, options: PlannerOptions = {}): Promise<Proposals> {
  return asked({ kind: "plans", question }, options);
}

/**
 * What the best plan would be if one thing were otherwise, in the same thread.
 *
 * @throws Refusal `too-many-requests` when too many questions wait
 */
export async function askWhatIf(instance: PlanInstance, options: PlannerOptions = {}): Promise<readonly Scenario[]> {
  return asked({ kind: "what-if", instance }, options);
}

async function asked<Task extends PlanningTask>(
  task: Task,
  options: PlannerOptions,
): Promise<PlanningOutcome[Task["kind"]]> {
  if (waiting() >= MOST_WAITING) refuse("too-many-requests", { seconds: COME_BACK_S });
  const desk = freeDesk();
  const id = next++;
  const abandoned = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  for (const signal of [options.signal, options.enough]) {
    signal?.addEventListener("abort", () => Atomics.store(new Int32Array(abandoned), 0, 1), { once: true });
    if (signal?.aborted) Atomics.store(new Int32Array(abandoned), 0, 1);
  }
  const job: PlanningJob = { id, task, searchMs: options.searchMs ?? SEARCH_MS, abandoned };
  return new Promise((resolve, reject) => {
    desk.pending.set(id, { resolve: resolve as Pending["resolve"], reject, onProgress: options.onProgress });
    desk.worker.ref();
    desk.worker.postMessage(job);
  });
}

type Pending = {
  resolve(outcome: PlanningOutcome[PlanningTask["kind"]]): void;
  reject(error: unknown): void;
  readonly onProgress: PlannerOptions["onProgress"];
};
type Desk = { readonly worker: Worker; readonly pending: Map<number, Pending> };

const desks = new Set<Desk>();
let next = 0;

function waiting(): number {
  return [...desks].reduce((sum, { pending }) => sum + pending.size, 0);
}

function freeDesk(): Desk {
  const [least] = [...desks].sort((a, b) => a.pending.size - b.pending.size);
  if (least && (least.pending.size === 0 || desks.size >= THREADS)) return least;
  const fresh = openDesk();
  desks.add(fresh);
  return fresh;
}

function openDesk(): Desk {
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  const desk: Desk = { worker, pending: new Map() };
  worker.unref();
  worker.on("message", (answer: PlanningAnswer) => {
    const pending = desk.pending.get(answer.id);
    if ("progress" in answer) return pending?.onProgress?.(answer.progress);
    desk.pending.delete(answer.id);
    if (answer.ok) pending?.resolve(answer.outcome);
    else pending?.reject(answer.error);
    if (desk.pending.size === 0) worker.unref();
  });
  const lose = (error: unknown) => {
    desks.delete(desk);
    for (const { reject } of desk.pending.values()) reject(error);
    desk.pending.clear();
  };
  worker.on("error", lose);
  worker.on("exit", () => lose(new Error("the planning thread ended")));
  return desk;
}
