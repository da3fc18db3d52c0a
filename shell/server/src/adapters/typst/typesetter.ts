import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { TypesetAnswer, TypesetDocument, TypesetJob } from "./job.ts";

/** Sets documents as PDF/A-3a from the templates of the server. */
export type Typesetter = {
  /** @throws TypesetError with the messages of the compiler */
  typeset(job: TypesetJob): Promise<TypesetDocument>;
  /** Loads compiler and fonts before they are needed. */
  warm(): void;
  close(): Promise<void>;
};

/** The compiler declined a document; a character without a glyph is the one cause that data can bring about. */
export class TypesetError extends Error {
  readonly diagnostics: readonly string[];

  constructor(diagnostics: readonly string[]) {
    super(`typesetting failed: ${diagnostics.join("; ")}`);
    this.name = "TypesetError";
    this.diagnostics = diagnostics;
  }
}

type Pending = { resolve(document: TypesetDocument): void; reject(error: unknown): void };
type Desk = { readonly worker: Worker; readonly pending: Map<number, Pending>; done: number };

/** Documents per worker before a fresh one takes over: the compiler keeps about 1.5 MB of each. */
const DOCUMENTS_PER_WORKER = 200;
const TEMPLATES = fileURLToPath(new URL("../../../templates", import.meta.url));

/** Opens a typesetter with one thread; nothing is loaded before the first document or `warm`. */
export function openTypesetter(): Typesetter {
  let desk: Desk | undefined;
  let next = 0;
  const leaving = new Set<Promise<unknown>>();

  const current = (): Desk => {
    if (desk && desk.done >= DOCUMENTS_PER_WORKER) retire(desk);
    desk ??= openDesk((gone) => {
      if (desk === gone) desk = undefined;
    });
    return desk;
  };

  const retire = (old: Desk) => {
    desk = undefined;
    const gone = drained(old).then(() => old.worker.terminate());
    leaving.add(gone);
    void gone.finally(() => leaving.delete(gone));
  };

  return {
    warm: () => void current(),
    typeset(job) {
      const { worker, pending } = count(current());
      const id = next++;
      return new Promise<TypesetDocument>((resolve, reject) => {
        pending.set(id, { resolve, reject });
        worker.ref();
        worker.postMessage({ id, job });
      });
    },
    async close() {
      if (desk) retire(desk);
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
  else pending?.reject(new TypesetError(answer.diagnostics));
}
