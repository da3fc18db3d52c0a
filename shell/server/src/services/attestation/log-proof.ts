import { formatLogProof } from "@quanheng/formats/log/proof-file.ts";
import { inclusionProof } from "@quanheng/formats/log/tree.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { Context } from "../../context.ts";
import { entriesFrom, tileReader } from "../../store/log.ts";
import { reading } from "../../store/transaction.ts";
import type { PublicNames } from "./names.ts";
import { signedCheckpoint } from "./signed-checkpoint.ts";

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
  if (checkpoint === undefined || index >= checkpoint.size) return null;
  return reading(context, async (tx) => {
    const [entry] = await entriesFrom(tx, index, 1);
    const hashes = await inclusionProof(tileReader(tx), index, checkpoint.size);
    return formatLogProof({ index, hashes, checkpoint: checkpoint.note, extra: entry ?? null });
  });
}
