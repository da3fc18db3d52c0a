import { actionName } from "@quanheng/contract/messages/actions.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { clockText } from "../../china-time.ts";
import { refuse } from "../../refusals.ts";
import type { Commission } from "../../store/commission.ts";
import { type LastAction, lastAction } from "../../store/last-action.ts";
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
  const changed = changeText(last);
  return refuse("stale", {
    ...{ changedBy_zh: by.zh, changedBy_en: by.en, changed_zh: changed.zh, changed_en: changed.en },
    changedAt: last ? clockText(last.at) : "—",
    at: last?.at.toISOString() ?? null,
    version: commission.version,
    state: commission.state,
  });
}

/** What was done, and to which parts where the reader's own house did it. */
function changeText(last: LastAction | undefined): Bilingual {
  const action = actionName(last?.action ?? "commission.update");
  const changed = last?.facts["changed"];
  const parts = (Array.isArray(changed) ? changed : []).flatMap((name) => PARTS[String(name)] ?? []);
  if (parts.length === 0) return action;
  return {
    zh: `${action.zh}：${parts.map(({ zh }) => zh).join("、")}`,
    en: `${action.en}: ${parts.map(({ en }) => en).join(", ")}`,
  };
}

/** The parts of a draft by their columns. */
const PARTS: Readonly<Record<string, Bilingual>> = {
  product: { zh: "产品", en: "product" },
  item: { zh: "批次信息", en: "lot" },
  markets: { zh: "目标市场", en: "markets" },
  claims: { zh: "等级声明", en: "claims" },
  applies_on: { zh: "适用日期", en: "date of application" },
  needed_by: { zh: "需要日期", en: "date needed" },
  sample_available: { zh: "样品量", en: "sample" },
};

const SOMEONE = { zh: "他人", en: "someone else" };
