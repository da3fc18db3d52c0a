import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FormatsRefusal } from "@quanheng/formats/refusals.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { TypesetAnswer, TypesetDocument, TypesetJob } from "./job.ts";

/** Sets documents as PDF/A-3a from the templates of the server. */
export type Typesetter = {
  /** @throws Refusal `text-unprintable`; TypesetError with the messages of the compiler */
  typeset(job: TypesetJob): Promise<TypesetDocument>;
  /** Loads compiler and fonts before they are needed. */
  warm(): void;
  close(): Promise<void>;
};

/** The compiler declined a document for a fault of its template: a bug of ours. */
export class TypesetError extends Error {
  constructor(diagnostics: readonly string[]) {
    super(`typesetting failed: ${diagnostics.join("; ")}`);
    this.name = "TypesetError";
  }
}

/** The one cause that data can bring about is a character without a glyph, or one that PDF/A forbids. */
function failure(diagnostics: readonly string[]): Error {
  const found = diagnostics.join("\n").matchAll(/(?:the text|the codepoint) `\\?"(.+?)\\?"`/g);
  const characters = new Set(Array.from(found, ([, character = ""]) => character));
  if (characters.size === 0) return new TypesetError(diagnostics);
  return new Refusal<FormatsRefusal>("text-unprintable", { characters: [...characters].slice(0, 20) });
}

type Pending = { resolve(document: TypesetDocument): void; reject(error: unknown): void };
type Desk = { readonly worker: Worker; readonly pending: Map<number, Pending>; done: number };

/** Documents per thread before a fresh one takes over: the compiler keeps about 1.5 MB of each. */
const DOCUMENTS_PER_THREAD = 200;
/** Documents that may wait for one thread before another is started. */
const QUEUE = 2;
const TEMPLATES = fileURLToPath(new URL("../../../templates", import.meta.url));

export type TypesetterOptions = {
  /** Most threads at once; a second one starts when documents wait. */
  readonly threads?: number;
  /** How many documents a thread sets before a fresh one takes over. */
  readonly documentsPerThread?: number;
};

/** Opens a typesetter; nothing is loaded before the first document or `warm`. */
export function openTypesetter(options: TypesetterOptions = {}): Typesetter {
  const { threads = 2, documentsPerThread = DOCUMENTS_PER_THREAD } = options;
  const desks = new Set<Desk>();
  const leaving = new Set<Promise<unknown>>();
  let next = 0;

  const free = (): Desk => {
    for (const desk of desks) if (desk.done >= documentsPerThread) retire(desk);
    const [least] = [...desks].sort((a, b) => a.pending.size - b.pending.size);
    if (least && (least.pending.size < QUEUE || desks.size >= threads)) return least;
    const fresh = openDesk((gone) => desks.delete(gone));
    desks.add(fresh);
    return fresh;
  };

  const retire = (desk: Desk) => {
    desks.delete(desk);
    const gone = drained(desk).then(() => desk.worker.terminate());
    leaving.add(gone);
    void gone.finally(() => leaving.delete(gone));
  };

  return {
    warm: () => void free(),
    typeset(job) {
      const { worker, pending } = count(free());
      const id = next++;
      return new Promise<TypesetDocument>((resolve, reject) => {
        pending.set(id, { resolve, reject });
        worker.ref();
        worker.postMessage({ id, job });
      });
    },
    async close() {
      for (const desk of desks) retire(desk);
      await Promise.all(leaving);
    },
  };
}

function count(desk: Desk): Desk {
  desk.done++;
  return desk;
}

/** Waits until everything a worker was asked is answered. */
async function drained(desk: Desk): Promise<void> {
  while (desk.pending.size > 0)
    await new Promise((resolve) => desk.worker.once("message", resolve).once("exit", resolve));
}

function openDesk(lost: (desk: Desk) => void): Desk {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: { templates: TEMPLATES } });
  const desk: Desk = { worker, pending: new Map(), done: 0 };
  // An idle typesetter does not keep the platform from stopping.
  worker.unref();
  worker.on("message", (answer: TypesetAnswer) => {
    settle(desk, answer);
    if (desk.pending.size === 0) worker.unref();
  });
  const fail = (error: unknown) => {
    lost(desk);
    for (const { reject } of desk.pending.values()) reject(error);
    desk.pending.clear();
  };
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("the typesetting thread ended")));
  return desk;
}

function settle(desk: Desk, answer: TypesetAnswer): void {
  const pending = desk.pending.get(answer.id);
  desk.pending.delete(answer.id);
  if (answer.ok) pending?.resolve(answer.document);
  else pending?.reject(failure(answer.diagnostics));
}
