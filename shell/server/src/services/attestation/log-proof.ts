import { formatLogProof } from "@quanheng/formats/log/proof-file.ts";
import { inclusionProof } from "@quanheng/formats/log/tree.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { Context } from "../../context.ts";
import { entriesFrom, newestCheckpoint, proofTiles } from "../../store/log.ts";
import { reading, type Transaction } from "../../store/transaction.ts";
import type { PublicNames } from "./names.ts";
import { type SignedCheckpoint, signedCheckpoint, withWitnesses } from "./signed-checkpoint.ts";

/**
 * The proof that the log holds an entry, with the entry itself, in the newest signed state of the log.
 *
 * @returns the text of a proof file; null for an index that the log has not reached
 * @source C2SP tlog-proof (draft)
 */
export async function logProof(
  context: Context,
  keys: KeyStore,
  names: PublicNames,
  index: number,
): Promise<string | null> {
  const checkpoint = await signedCheckpoint(context, keys, names);
  return checkpoint === undefined ? null : reading(context, (tx) => proofIn(tx, checkpoint, index));
}

/** The same within a running transaction; null also while the newest state of the log is not signed yet. */
export async function proofAtHand(tx: Transaction, index: number): Promise<string | null> {
  const newest = await newestCheckpoint(tx);
  if (newest === undefined || newest.note === null) return null;
  return proofIn(tx, { ...newest, note: await withWitnesses(tx, newest.size, newest.note) }, index);
}

async function proofIn(tx: Transaction, { size, note }: SignedCheckpoint, index: number): Promise<string | null> {
  if (index >= size) return null;
  const [entry] = await entriesFrom(tx, index, 1);
  const hashes = await inclusionProof(await proofTiles(tx, index, size), index, size);
  return formatLogProof({ index, hashes, checkpoint: note, extra: entry ?? null });
}
