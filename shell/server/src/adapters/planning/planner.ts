import { Worker } from "node:worker_threads";
import { refuse } from "../../refusals.ts";
import type { PlanningAnswer, PlanningJob } from "./job.ts";
import type { PlanningQuestion, Proposals } from "./proposals.ts";

export type PlannerOptions = {
  /** How long each search may take before it says how far from proven it is. [ms] */
  readonly searchMs?: number;
  /** Ends the searches when nobody waits for the answer any more; the answer is then what was found by that time. */
  readonly signal?: AbortSignal | undefined;
};

/** A search that has not proven its plan by then says how far from proven it is. */
const SEARCH_MS = 2000;
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
  if (waiting() >= MOST_WAITING) refuse("too-many-requests", { seconds: COME_BACK_S });
  const desk = freeDesk();
  const id = next++;
  const abandoned = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  options.signal?.addEventListener("abort", () => Atomics.store(new Int32Array(abandoned), 0, 1), { once: true });
  if (options.signal?.aborted) Atomics.store(new Int32Array(abandoned), 0, 1);
  const job: PlanningJob = { id, question, searchMs: options.searchMs ?? SEARCH_MS, abandoned };
  return new Promise((resolve, reject) => {
    desk.pending.set(id, { resolve, reject });
    desk.worker.ref();
    desk.worker.postMessage(job);
  });
}

type Pending = { resolve(proposals: Proposals): void; reject(error: unknown): void };
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
    desk.pending.delete(answer.id);
    if (answer.ok) pending?.resolve(answer.proposals);
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
