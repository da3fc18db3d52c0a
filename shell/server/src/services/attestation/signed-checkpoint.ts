import { checkpointText } from "@quanheng/formats/log/checkpoint.ts";
import { NOTE_TYPE } from "@quanheng/formats/log/key.ts";
import { type NoteSigner, signNote } from "@quanheng/formats/log/note.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { LogMarks } from "../../adapters/keys/log-mark.ts";
import type { Context } from "../../context.ts";
import { cosignaturesOf, keepNote, lockLog, newestCheckpoint } from "../../store/log.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import type { PublicNames } from "./names.ts";
import { refuseRollback } from "./refuse-rollback.ts";

export type SignedCheckpoint = { readonly size: number; readonly root: Uint8Array; readonly note: string };

/**
 * The newest state of the log with the signatures of the log and of the witnesses that saw it; the log signs it when it
 * has not yet.
 *
 * Only a size that is committed with its root is ever signed, and the signature is deterministic: neither a crash nor two
 * nodes at once can make two signed views of one size.
 *
 * @returns undefined while the log is empty
 * @throws Refusal `log-rolled-back`
 */
export async function signedCheckpoint(
  context: Context,
  keys: KeyStore,
  { log }: PublicNames,
): Promise<SignedCheckpoint | undefined> {
  const newest = await reading(context, async (tx) => {
    const found = await newestCheckpoint(tx);
    return found && { ...found, note: found.note && (await withWitnesses(tx, found.size, found.note)) };
  });
  if (newest === undefined) return undefined;
  if (newest.note !== null) return { ...newest, note: newest.note };
  const signer = { name: log, type: NOTE_TYPE.ed25519, ...(await keys.logSigner()) };
  return inTransaction(context, (tx) => signNewest(tx, context, keys.logMarks, signer));
}

/** While the log is locked, what is newest stays so; the mark is on disk before anybody can read the signature. */
async function signNewest(
  tx: Transaction,
  context: Context,
  marks: LogMarks,
  signer: NoteSigner,
): Promise<SignedCheckpoint | undefined> {
  await lockLog(tx);
  const newest = await newestCheckpoint(tx);
  if (newest === undefined) return undefined;
  const { size, root } = newest;
  if (newest.note !== null) return { size, root, note: await withWitnesses(tx, size, newest.note) };
  await refuseRollback(tx, marks, newest);
  const note = await signNote(checkpointText({ origin: signer.name, size, root }), signer);
  marks.raise({ size, root });
  await keepNote(tx, size, note, context.now());
  return { size, root, note };
}

/** A signed checkpoint with the lines of those who cosigned it. */
export async function withWitnesses(tx: Transaction, size: number, note: string): Promise<string> {
  const cosignatures = await cosignaturesOf(tx, size);
  return note + cosignatures.map(({ line }) => line).join("");
}
