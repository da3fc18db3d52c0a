import { openCheckpoint } from "@quanheng/formats/log/checkpoint.ts";
import type { PolicyWitness } from "@quanheng/formats/log/policy.ts";
import { consistencyProof } from "@quanheng/formats/log/tree.ts";
import { witnessRequest } from "@quanheng/formats/log/witness.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { Context } from "../../context.ts";
import { cosignaturesOf, insertCosignature, lastWitnessed, newestCheckpoint, tileReader } from "../../store/log.ts";
import { inTransaction, reading } from "../../store/transaction.ts";
import type { PublicNames } from "./names.ts";
import { signedCheckpoint } from "./signed-checkpoint.ts";

/** What witnesses are asked with. */
export type WitnessDesk = {
  readonly context: Context;
  readonly keys: KeyStore;
  readonly names: PublicNames;
  readonly fetch: typeof fetch;
};

/** How one witness answered; `ahead`: it saw a larger log than this one is. */
export type WitnessAnswer = { readonly witness: string } & (
  | { readonly code: "cosigned" }
  | { readonly code: "unreachable" }
  | { readonly code: "declined"; readonly status: number }
  | { readonly code: "signature-wrong" }
  | { readonly code: "ahead"; readonly size: number }
);

const TIMEOUT_MS = 5000;
/** A size, or at most a few signature lines. */
const MAX_ANSWER = 16 * 1024;

/**
 * Asks every witness that has not cosigned the newest state of the log yet, all at once. One that is down, late or
 * wrong holds up nobody and is asked again in the next round.
 *
 * @returns the answers of those that were asked; empty where nothing is left to ask
 * @source C2SP tlog-witness v1.0.0
 */
export async function askWitnesses(desk: WitnessDesk): Promise<readonly WitnessAnswer[]> {
  const witnesses = await desk.keys.witnesses();
  if (witnesses.length === 0) return [];
  const newest = await signedCheckpoint(desk.context, desk.keys, desk.names);
  if (newest === undefined) return [];
  const { size } = newest;
  const known = await reading(desk.context, (tx) => cosignaturesOf(tx, size));
  const left = witnesses.filter(({ key }) => !known.some(({ witness }) => witness === key.name));
  return Promise.all(left.map((witness) => askOne(desk, witness, size, newest.note)));
}

async function askOne(desk: WitnessDesk, asked: PolicyWitness, size: number, note: string): Promise<WitnessAnswer> {
  const witness = asked.key.name;
  let oldSize = Math.min(await reading(desk.context, (tx) => lastWitnessed(tx, witness)), size);
  // The second time with the size that the witness itself names.
  for (let attempt = 0; attempt < 2; attempt++) {
    const reply = await post(desk, asked, await requestFrom(desk, oldSize, size, note));
    if (reply === undefined) return { witness, code: "unreachable" };
    if (reply.status === 200) return keep(desk, asked, size, note, reply.body);
    const theirs = reply.status === 409 ? /^(0|[1-9]\d{0,15})\n$/.exec(reply.body)?.[1] : undefined;
    if (theirs === undefined) return { witness, code: "declined", status: reply.status };
    oldSize = Number(theirs);
    if (oldSize > size) return ahead(desk, witness, oldSize);
  }
  return { witness, code: "declined", status: 409 };
}

/** Another node of ours may have handed in a later state meanwhile; that is no alarm. */
async function ahead({ context }: WitnessDesk, witness: string, size: number): Promise<WitnessAnswer> {
  const ours = (await reading(context, newestCheckpoint))?.size ?? 0;
  return ours >= size ? { witness, code: "declined", status: 409 } : { witness, code: "ahead", size };
}

async function requestFrom({ context }: WitnessDesk, oldSize: number, size: number, checkpoint: string) {
  const proof = await reading(context, (tx) => consistencyProof(tileReader(tx), oldSize, size));
  return witnessRequest({ oldSize, proof, checkpoint });
}

type Reply = { readonly status: number; readonly body: string };

/** @returns undefined when no whole answer came in time */
async function post({ fetch }: WitnessDesk, { url }: PolicyWitness, body: string): Promise<Reply | undefined> {
  if (url === null) return undefined;
  try {
    const address = `${url.replace(/\/$/, "")}/add-checkpoint`;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(address, { method: "POST", body, signal, redirect: "error" });
    return { status: response.status, body: await shortBody(response) };
  } catch {
    // Whatever kept the answer away, the witness is asked again.
    return undefined;
  }
}

async function shortBody(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MAX_ANSWER) throw new Error("a witness answers in a few lines");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Only a line is kept that holds under the key one has of the witness. */
async function keep(
  { context, keys, names }: WitnessDesk,
  { key }: PolicyWitness,
  size: number,
  note: string,
  answer: string,
): Promise<WitnessAnswer> {
  const log = { name: names.log, type: 1, publicKey: (await keys.logSigner()).publicKey } as const;
  for (const text of answer.split("\n")) {
    const line = `${text}\n`;
    if (!text.startsWith(`— ${key.name} `) || !holds(note + line, { logs: [log], witnesses: [key], quorum: 1 }))
      continue;
    await inTransaction(context, (tx) => insertCosignature(tx, { size, witness: key.name, line }, context.now()));
    return { witness: key.name, code: "cosigned" };
  }
  return { witness: key.name, code: "signature-wrong" };
}

function holds(signed: string, trust: Parameters<typeof openCheckpoint>[1]): boolean {
  try {
    return openCheckpoint(signed, trust).trusted;
  } catch {
    // A line that is no signature line.
    return false;
  }
}

/** Asks in rounds until it is stopped; what goes wrong in one does not end the next. */
export function startWitnessing(
  desk: WitnessDesk,
  everyMs: number,
  complain: (error: unknown) => void,
): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  let said = "";
  const tell = (answers: readonly WitnessAnswer[]) => {
    const alarms = answers.filter(({ code }) => code !== "cosigned");
    const text = JSON.stringify(alarms);
    // The same state of affairs is told once, not every round.
    if (alarms.length > 0 && text !== said) complain(new Error(`witnesses of the log: ${text}`));
    said = text;
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = askWitnesses(desk)
      .then(tell)
      .catch(complain)
      .finally(() => {
        busy = false;
      });
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
