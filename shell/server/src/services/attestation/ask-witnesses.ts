import { createHash } from "node:crypto";
import { type Checkpoint, type LogTrust, openCheckpoint } from "@quanheng/formats/log/checkpoint.ts";
import { NOTE_TYPE } from "@quanheng/formats/log/key.ts";
import type { PolicyWitness } from "@quanheng/formats/log/policy.ts";
import { consistencyProof } from "@quanheng/formats/log/tree.ts";
import { witnessRequest } from "@quanheng/formats/log/witness.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { Context } from "../../context.ts";
import { type Rounds, startRounds } from "../../rounds.ts";
import {
  cosignaturesOf,
  insertCosignature,
  lastWitnessed,
  lockLog,
  newestCheckpoint,
  tileReader,
} from "../../store/log.ts";
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

/**
 * How one witness answered. `ahead`: it says that it saw a larger log than this one is; `rolled-back`: and it shows our own
 * signature under that.
 */
export type WitnessAnswer = { readonly witness: string } & (
  | { readonly code: "cosigned" }
  | { readonly code: "unreachable" }
  | { readonly code: "declined"; readonly status: number }
  | { readonly code: "signature-wrong" }
  | { readonly code: "ahead" | "rolled-back"; readonly size: number }
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
    if (oldSize > size) return ahead(desk, asked, oldSize);
  }
  return { witness, code: "declined", status: 409 };
}

/**
 * A witness that is ahead may lie, or tell us that our database was put back. Only our own signature decides: a later state
 * under it is noted as signed, so that nothing is added to the log any more.
 */
async function ahead(desk: WitnessDesk, { key, url }: PolicyWitness, size: number): Promise<WitnessAnswer> {
  const { context, keys, names } = desk;
  const witness = key.name;
  const log = { name: names.log, type: NOTE_TYPE.ed25519, publicKey: (await keys.logSigner()).publicKey };
  const shown = await get(
    desk,
    `${url?.replace(/\/$/, "")}/${createHash("sha256").update(names.log).digest("hex")}/checkpoint`,
  );
  const seen = shown === undefined ? undefined : signedState(shown, { logs: [log], witnesses: [], quorum: 0 });
  const rolledBack = await inTransaction(context, async (tx) => {
    await lockLog(tx);
    const ours = (await newestCheckpoint(tx))?.size ?? 0;
    // Another node of ours may have handed in a later state meanwhile; that is no alarm.
    if (ours >= size) return null;
    if (seen === undefined || seen.size <= ours) return false;
    keys.logMarks.raise(seen);
    return true;
  });
  if (rolledBack === null) return { witness, code: "declined", status: 409 };
  return { witness, code: rolledBack ? "rolled-back" : "ahead", size };
}

async function requestFrom({ context }: WitnessDesk, oldSize: number, size: number, checkpoint: string) {
  const proof = await reading(context, (tx) => consistencyProof(tileReader(tx), oldSize, size));
  return witnessRequest({ oldSize, proof, checkpoint });
}

type Reply = { readonly status: number; readonly body: string };

/** @returns undefined when no whole answer came in time */
async function post(desk: WitnessDesk, { url }: PolicyWitness, body: string): Promise<Reply | undefined> {
  return url === null ? undefined : ask(desk, `${url.replace(/\/$/, "")}/add-checkpoint`, { method: "POST", body });
}

async function get(desk: WitnessDesk, address: string): Promise<string | undefined> {
  const reply = await ask(desk, address, { method: "GET" });
  return reply?.status === 200 ? reply.body : undefined;
}

async function ask({ fetch }: WitnessDesk, address: string, request: RequestInit): Promise<Reply | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(address, { ...request, signal, redirect: "error" });
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
  const log = { name: names.log, type: NOTE_TYPE.ed25519, publicKey: (await keys.logSigner()).publicKey };
  for (const text of answer.split("\n")) {
    const line = `${text}\n`;
    if (!text.startsWith(`— ${key.name} `) || !signedState(note + line, { logs: [log], witnesses: [key], quorum: 1 }))
      continue;
    await inTransaction(context, (tx) => insertCosignature(tx, { size, witness: key.name, line }, context.now()));
    return { witness: key.name, code: "cosigned" };
  }
  return { witness: key.name, code: "signature-wrong" };
}

/** @returns undefined for what is no checkpoint, or not of those one trusts */
function signedState(signed: string, trust: LogTrust): Checkpoint | undefined {
  try {
    const { trusted, checkpoint } = openCheckpoint(signed, trust);
    return trusted ? checkpoint : undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

/** Asks in rounds until it is stopped; what goes wrong in one does not end the next. */
export function startWitnessing(desk: WitnessDesk, everyMs: number, complain: (error: unknown) => void): Rounds {
  let said = "";
  const tell = (answers: readonly WitnessAnswer[]) => {
    const alarms = answers.filter(({ code }) => code !== "cosigned");
    const text = JSON.stringify(alarms);
    // The same state of affairs is told once, not every round.
    if (alarms.length > 0 && text !== said) complain(new Error(`witnesses of the log: ${text}`));
    said = text;
  };
  return startRounds(() => askWitnesses(desk).then(tell), everyMs, complain);
}
