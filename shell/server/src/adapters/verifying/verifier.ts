import { Worker } from "node:worker_threads";
import type { ReportVerification } from "@quanheng/formats/verify/verify-report.ts";
import { refuse } from "../../refusals.ts";
import type { VerifyingAnswer, VerifyingJob } from "./job.ts";

/** Documents in hand at once, waiting ones included: together at most 160 MB of the endpoint's 20 MB each. */
const MOST_IN_HAND = 8;
/** When it is worth trying again. [s] */
const COME_BACK_S = 5;

let inHand = 0;

/**
 * Takes a place before a byte of the document is read, and gives it back when the work has ended.
 *
 * @throws Refusal `too-many-requests` while as many documents as may be are in hand
 */
export async function inTurn<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  if (inHand >= MOST_IN_HAND) refuse("too-many-requests", { seconds: COME_BACK_S });
  inHand++;
  try {
    return await work();
  } finally {
    inHand--;
  }
}

/** Verifies in a thread of its own, one document after the other; the thread does not keep the platform from stopping. */
export function verifyAside(job: Omit<VerifyingJob, "id">): Promise<ReportVerification> {
  const id = next++;
  desk ??= openDesk();
  const { worker, pending } = desk;
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject });
    worker.ref();
    worker.postMessage({ ...job, id });
  });
}

type Pending = { resolve(verification: ReportVerification): void; reject(error: unknown): void };
type Desk = { readonly worker: Worker; readonly pending: Map<number, Pending> };

let desk: Desk | undefined;
let next = 0;

function openDesk(): Desk {
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  const opened: Desk = { worker, pending: new Map() };
  worker.unref();
  worker.on("message", (answer: VerifyingAnswer) => {
    const waiting = opened.pending.get(answer.id);
    opened.pending.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer.verification);
    else waiting?.reject(answer.error);
    if (opened.pending.size === 0) worker.unref();
  });
  const lose = (error: unknown) => {
    if (desk === opened) desk = undefined;
    for (const { reject } of opened.pending.values()) reject(error);
    opened.pending.clear();
  };
  worker.on("error", lose);
  worker.on("exit", () => lose(new Error("the verifying thread ended")));
  return opened;
}
