import { checkpointText } from "@quanheng/formats/log/checkpoint.ts";
import { NOTE_TYPE } from "@quanheng/formats/log/key.ts";
import { signNote } from "@quanheng/formats/log/note.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { Context } from "../../context.ts";
import { keepNote, newestCheckpoint } from "../../store/log.ts";
import { inTransaction, reading } from "../../store/transaction.ts";
import type { PublicNames } from "./names.ts";

export type SignedCheckpoint = { readonly size: number; readonly root: Uint8Array; readonly note: string };

/**
 * The newest state of the log with the log's signature; signs it when nobody has yet.
 *
 * Only a size that is committed with its root is ever signed, and the signature is deterministic: neither a crash nor two
 * nodes at once can make two signed views of one size.
 *
 * @returns undefined while the log is empty
 */
export async function signedCheckpoint(
  context: Context,
  keys: KeyStore,
  { log }: PublicNames,
): Promise<SignedCheckpoint | undefined> {
  const newest = await reading(context, newestCheckpoint);
  if (newest === undefined) return undefined;
  const { size, root } = newest;
  if (newest.note !== null) return { size, root, note: newest.note };
  const signer = { name: log, type: NOTE_TYPE.ed25519, ...(await keys.logSigner()) };
  const note = await signNote(checkpointText({ origin: log, size, root }), signer);
  await inTransaction(context, (tx) => keepNote(tx, size, note, context.now()));
  return { size, root, note };
}
