import { entryBytes, type LogEntry } from "@quanheng/formats/log/entry.ts";
import { leafHash } from "@quanheng/formats/log/hash.ts";
import { grow } from "@quanheng/formats/log/tree.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { Context } from "../../context.ts";
import { edgeTiles, insertEntry, insertGrowth, lockLog, newestCheckpoint } from "../../store/log.ts";
import type { Transaction } from "../../store/transaction.ts";
import { refuseRollback } from "./refuse-rollback.ts";

/**
 * Writes an event into the transparency log, in the transaction of the change it tells of: entry, tiles, size and root.
 *
 * The log stays locked until the transaction ends, so this comes last but for audit and announcement. The new size is
 * signed after the commit (`signedCheckpoint`), so that what was signed is always what was stored.
 *
 * @returns the index of the entry
 * @throws Refusal `log-rolled-back`
 */
export async function appendToLog(
  tx: Transaction,
  context: Context,
  { logMarks }: Pick<KeyStore, "logMarks">,
  attestationId: string,
  event: LogEntry,
): Promise<number> {
  const entry = entryBytes(event);
  const leaf = leafHash(entry);
  await lockLog(tx);
  const newest = await newestCheckpoint(tx);
  await refuseRollback(tx, logMarks, newest);
  const index = newest?.size ?? 0;
  const growth = await grow(await edgeTiles(tx, index), index, [leaf]);
  await insertEntry(tx, { index, attestationId, entry, leafHash: leaf, at: context.now() });
  await insertGrowth(tx, growth);
  return index;
}
