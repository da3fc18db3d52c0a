import type {
  followTradeNotification as FollowContract,
  TradeNotification,
  TradeNotificationEntry,
} from "@quanheng/contract/routes/trade-notification.ts";
import type { z } from "zod";
import { clockText, today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { personNames } from "../../store/names.ts";
import { readReference } from "../../store/reference.ts";
import {
  lockTradeNotification,
  type NotificationRecord,
  symbolTaken,
  updateTradeNotification,
} from "../../store/trade-notification.ts";
import { inTransaction, type Transaction } from "../../store/transaction.ts";
import { entryColumns, notificationView, requireKnown } from "./trade-notifications.ts";

type Step = z.output<(typeof FollowContract)["body"]>["step"];

/**
 * Corrects a notification, or brings it up to date.
 *
 * @throws Refusal `not-found`, `stale`, and those of entering one
 */
export async function changeTradeNotification(
  context: Context,
  id: string,
  { version, entry }: { readonly version: number; readonly entry: TradeNotificationEntry },
): Promise<TradeNotification> {
  return inTransaction(context, async (tx) => {
    const before = await current(tx, id, version);
    requireKnown(entry, await readReference(tx));
    if (await symbolTaken(tx, entry.symbol, id)) refuse("trade-notification-known", { symbol: entry.symbol });
    return kept(tx, context, { ...before, ...entryColumns(entry) }, "change");
  });
}

/**
 * Takes a notification over, gives it up, closes it with what came of it, or opens it again.
 *
 * @throws Refusal `not-found`, `stale`
 */
export async function followTradeNotification(
  context: Context,
  id: string,
  { version, step }: { readonly version: number; readonly step: Step },
): Promise<TradeNotification> {
  return inTransaction(context, async (tx) => {
    const before = await current(tx, id, version);
    return kept(tx, context, { ...before, ...followed(step, context) }, step.kind);
  });
}

function followed(step: Step, context: Context): Partial<NotificationRecord> {
  switch (step.kind) {
    case "take":
      return { assigned_to: context.actor.personId };
    case "give-up":
      return { assigned_to: null };
    case "close":
      return { closed_on: today(context), outcome: step.outcome };
    case "reopen":
      return { closed_on: null, outcome: null };
  }
}

async function current(tx: Transaction, id: string, version: number): Promise<NotificationRecord> {
  const before = (await lockTradeNotification(tx, id)) ?? refuse("not-found");
  if (before.version !== version) {
    const by = before.assigned_to ?? before.recorded_by;
    const name = (await personNames(tx, [by]))(by);
    refuse("stale", {
      ...{ changedBy_zh: name.zh, changedBy_en: name.en, changed: before.symbol },
      ...{ changedAt: clockText(before.changed_at), at: before.changed_at.toISOString() },
    });
  }
  return before;
}

async function kept(
  tx: Transaction,
  context: Context,
  changed: NotificationRecord,
  act: string,
): Promise<TradeNotification> {
  const row = { ...changed, version: changed.version + 1, changed_at: context.now() };
  await updateTradeNotification(tx, row);
  await recordAction(tx, context, {
    action: `trade-notification.${act}`,
    subject: row.id,
    facts: { symbol: row.symbol, ...(row.outcome === null ? {} : { outcome: row.outcome }) },
  });
  return notificationView(row, await readReference(tx), context, await personNames(tx, [row.assigned_to]));
}
