import { treeRoot } from "@quanheng/formats/log/tree.ts";
import type { LogMarks } from "../../adapters/keys/log-mark.ts";
import { refuse } from "../../refusals.ts";
import { type StoredCheckpoint, tileReader } from "../../store/log.ts";
import type { Transaction } from "../../store/transaction.ts";

/**
 * Declines to go on from a log that no longer holds what was signed: the database was put back to an older state, and
 * whatever were added now would make a second history. Call it while the log is locked.
 *
 * @param newest the newest state of the database; undefined for an empty log
 * @throws Refusal `log-rolled-back`
 */
export async function refuseRollback(
  tx: Transaction,
  marks: LogMarks,
  newest: StoredCheckpoint | undefined,
): Promise<void> {
  const mark = marks.highest();
  if (mark === null) return;
  const size = newest?.size ?? 0;
  if (newest === undefined || size < mark.size) return refuse("log-rolled-back", { size, seen: mark.size });
  const root = size === mark.size ? newest.root : await treeRoot(tileReader(tx), mark.size);
  if (!Buffer.from(root).equals(mark.root)) refuse("log-rolled-back", { size, seen: mark.size });
}
