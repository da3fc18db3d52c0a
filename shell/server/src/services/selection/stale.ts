import { actionName } from "@quanheng/contract/messages/actions.ts";
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
  const by = last?.actorId ? (await personNames(tx, [last.actorId]))(last.actorId) : SOMEONE;
  const changed = actionName(last?.action ?? "commission.update");
  return refuse("stale", {
    ...{ changedBy_zh: by.zh, changedBy_en: by.en, changed_zh: changed.zh, changed_en: changed.en },
    changedAt: last ? clockText(last.at) : "—",
    at: last?.at.toISOString() ?? null,
    version: commission.version,
    state: commission.state,
  });
}

const SOMEONE = { zh: "他人", en: "someone else" };

/** Day and minute on the clocks of China. */
export function clockText(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}
