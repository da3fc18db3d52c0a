import { refuse } from "../../refusals.ts";
import type { Commission } from "../../store/commission.ts";
import { lastAction } from "../../store/last-action.ts";
import { personNames } from "../../store/names.ts";
import type { Transaction } from "../../store/transaction.ts";

/**
 * Declines a submission that was made over a newer state, and says who changed what and when.
 *
 * @throws Refusal `stale`
 */
export async function refuseStale(
  tx: Transaction,
  commission: Pick<Commission, "id" | "state" | "version">,
): Promise<never> {
  const last = await lastAction(tx, commission.id);
  const names = await personNames(tx, [last?.actorId ?? null]);
  return refuse("stale", {
    changedBy: names(last?.actorId ?? null).zh === "—" ? "another party" : names(last?.actorId ?? null).en,
    changedAt: last?.at.toISOString() ?? "",
    changed: last?.action ?? commission.state,
    version: commission.version,
    state: commission.state,
  });
}
