import type { listCommissions } from "@quanheng/contract/routes/selection.ts";
import type {
  CommissionDetail,
  CommissionDraft,
  CommissionSummary,
  RequirementAnswer,
} from "@quanheng/contract/schemas/selection.ts";
import { canonicalJson } from "@quanheng/formats/bytes/canonical-json.ts";
import { addDays } from "@quanheng/kernel/calendar.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { frozenRequirementsOf } from "../../store/agreement.ts";
import { recordAction } from "../../store/audit.ts";
import {
  type Commission,
  changeCommission,
  commissionPage,
  findCommission,
  insertCommission,
  lockCommission,
  nextNumber,
} from "../../store/commission.ts";
import { workOf } from "../../store/commission-work.ts";
import { enterpriseNames } from "../../store/names.ts";
import { announce } from "../../store/outbox.ts";
import type { PageOf } from "../../store/page.ts";
import { readReference } from "../../store/reference.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { whyNotCancel } from "./actions.ts";
import { checkedItem } from "./checked-item.ts";
import { commissionView, summaryView } from "./commission-view.ts";
import { questionOf } from "./planning-world.ts";
import { answerOf, applicableNow, requirementAnswer } from "./requirement-answer.ts";
import { refuseStale } from "./stale.ts";

/** Commissions the reader takes part in, newest first. */
export async function pageCommissions(
  context: Context,
  query: z.output<(typeof listCommissions)["query"]>,
): Promise<PageOf<CommissionSummary>> {
  return reading(context, async (tx) => {
    const reference = await readReference(tx);
    const { role, partyKind, partyId } = context.actor;
    const party = role === "operator" || !partyKind || !partyId ? null : { kind: partyKind, id: partyId };
    const page = await commissionPage(tx, { ...query, party, today: today(context) }, (row) => row);
    const enterprises = await enterpriseNames(
      tx,
      page.items.map(({ enterprise_id }) => enterprise_id),
    );
    return {
      items: page.items.map((row) => summaryView(row, reference, enterprises, today(context))),
      next: page.next,
    };
  });
}

/** @throws Refusal `not-found` */
export async function getCommission(context: Context, id: string): Promise<CommissionDetail> {
  return reading(context, (tx) => commissionView(tx, context, id));
}

/**
 * Opens a draft for the acting enterprise.
 *
 * @throws Refusal `product-unknown`, `market-unknown`, `unknown-claim`, `claim-not-asked`, `date-impossible` and those of `checkedItem`
 */
export async function createCommission(context: Context, draft: CommissionDraft): Promise<CommissionDetail> {
  return inTransaction(context, async (tx) => {
    const checked = await checkDraft(tx, context, draft);
    const id = context.newId("com");
    const year = Number(today(context).slice(0, 4));
    const number = `QH-${year}-${String(await nextNumber(tx, "cluster", "commission", year)).padStart(6, "0")}`;
    await insertCommission(tx, {
      id,
      number,
      enterprise_id: context.actor.partyId ?? refuse("not-permitted", { role: context.actor.role }),
      state: "draft",
      ...columnsOf(checked),
      created_by: context.actor.personId ?? refuse("not-signed-in"),
      created_at: context.now(),
    });
    await recordAction(tx, context, { action: "commission.create", subject: id, commissionId: id, facts: { number } });
    return commissionView(tx, context, id);
  });
}

/**
 * Changes a draft; what was planned for the old version no longer counts.
 *
 * @throws Refusal `not-found`, `stale`, `not-a-draft` and those of a new draft
 */
export async function updateCommission(
  context: Context,
  id: string,
  { version, draft }: { version: number; draft: CommissionDraft },
): Promise<CommissionDetail> {
  return inTransaction(context, async (tx) => {
    const commission = await lockDraft(tx, id, version);
    const columns = columnsOf(await checkDraft(tx, context, draft));
    const changed = Object.entries(columns)
      .filter(([name, value]) => canonicalJson(value) !== canonicalJson(commission[name as keyof Commission]))
      .map(([name]) => name);
    await changeCommission(tx, id, columns);
    await recordAction(tx, context, {
      action: "commission.update",
      subject: id,
      commissionId: id,
      facts: { version: version + 1, changed },
    });
    return commissionView(tx, context, id);
  });
}

/**
 * Cancels a commission whose samples have not arrived; its tasks end with it.
 *
 * @throws Refusal `not-found`, `stale`, `not-cancellable`
 */
export async function cancelCommission(
  context: Context,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<CommissionDetail> {
  return inTransaction(context, async (tx) => {
    const commission = await lockOwn(tx, id, version);
    if (whyNotCancel(commission, await workOf(tx, id)) !== null) refuse("not-cancellable", { state: commission.state });
    await changeCommission(tx, id, { state: "cancelled", decline_reason: reason });
    await recordAction(tx, context, { action: "commission.cancel", subject: id, commissionId: id, facts: { reason } });
    await announce(tx, context, {
      topic: "commission.cancelled",
      subject: id,
      facts: { number: commission.number, reason },
    });
    return commissionView(tx, context, id);
  });
}

/** What would apply, before anything is stored. */
export async function askRequirements(
  context: Context,
  question: { product: string; markets: string[]; claims: Record<string, string>; on: string },
): Promise<z.infer<typeof RequirementAnswer>> {
  return reading(context, (tx) => requirementAnswer(tx, context, question));
}

/** The requirements of a commission: as known now while a draft, as frozen once agreed. @throws Refusal `not-found` */
export async function getRequirements(context: Context, id: string): Promise<z.infer<typeof RequirementAnswer>> {
  return reading(context, async (tx) => {
    const commission = (await findCommission(tx, id)) ?? refuse("not-found");
    const frozen = await frozenRequirementsOf(tx, id);
    if (!frozen) return requirementAnswer(tx, context, questionOf(commission));
    const reference = await readReference(tx);
    return answerOf(tx, context, {
      reference,
      rows: frozen.requirements,
      open: [],
      knownOn: frozen.knownOn,
      on: frozen.appliesOn,
    });
  });
}

/** Locks a commission of the acting enterprise and insists on the version the page was made from. */
export async function lockOwn(tx: Transaction, id: string, version: number): Promise<Commission> {
  const commission = (await lockCommission(tx, id)) ?? refuse("not-found");
  return commission.version === version ? commission : refuseStale(tx, commission);
}

/** The same for a step that only a draft can take. @throws Refusal `not-found`, `stale`, `not-a-draft` */
export async function lockDraft(tx: Transaction, id: string, version: number): Promise<Commission> {
  const commission = await lockOwn(tx, id, version);
  return commission.state === "draft" ? commission : refuse("not-a-draft", { state: commission.state });
}

/** The draft as it is kept: its numbers in plain digits. */
async function checkDraft(tx: Transaction, context: Context, draft: CommissionDraft): Promise<CommissionDraft> {
  const item = checkedItem(draft.item);
  const day = today(context);
  for (const date of [draft.appliesOn, draft.neededBy, draft.item.producedOn])
    if (date !== null && date < EARLIEST)
      refuse("date-impossible", { date, why_zh: "年份有误", why_en: "the year must be a slip of the keys" });
  if (draft.neededBy !== null && draft.neededBy < day)
    refuse("date-impossible", { date: draft.neededBy, why_zh: "需要日期已过", why_en: "it lies in the past" });
  if (draft.item.producedOn !== null && draft.item.producedOn > addDays(day, 1))
    refuse("date-impossible", {
      date: draft.item.producedOn,
      why_zh: "生产日期晚于今天",
      why_en: "production cannot lie in the future",
    });
  await applicableNow(tx, context, {
    product: draft.product,
    markets: draft.markets,
    on: draft.appliesOn,
    claims: draft.claims,
  });
  return { ...draft, item };
}

/** No goods and no standard of the library are older; what is, was typed by mistake. */
const EARLIEST = "1900-01-01";

function columnsOf(draft: CommissionDraft) {
  return {
    product: draft.product,
    item: draft.item,
    markets: [...new Set(draft.markets)],
    claims: draft.claims,
    applies_on: draft.appliesOn,
    needed_by: draft.neededBy,
    sample_available: draft.sampleAvailableG,
  };
}
