import type {
  listTradeNotifications,
  TradeComment,
  TradeNotification,
  TradeNotificationEntry,
} from "@quanheng/contract/routes/trade-notification.ts";
import { daysBetween } from "@quanheng/kernel/calendar.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { type Names, personNames } from "../../store/names.ts";
import type { PageOf } from "../../store/page.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import {
  type CommentRecord,
  findTradeNotification,
  insertTradeComment,
  insertTradeNotification,
  type NotificationRecord,
  tradeCommentsOf,
  tradeNotificationPage,
} from "../../store/trade-notification.ts";
import { inTransaction, reading } from "../../store/transaction.ts";

type CommentView = z.infer<typeof TradeComment>;

/** Notifications with the days left for comments, the newest first. */
export async function pageTradeNotifications(
  context: Context,
  query: z.output<(typeof listTradeNotifications)["query"]>,
): Promise<PageOf<TradeNotification>> {
  return reading(context, async (tx) => {
    const reference = await readReference(tx);
    const page = await tradeNotificationPage(tx, query, today(context), (row) => row);
    const names = await personNames(
      tx,
      page.items.map(({ assigned_to }) => assigned_to),
    );
    return { ...page, items: page.items.map((row) => notificationView(row, reference, context, names)) };
  });
}

/**
 * Enters a notification.
 *
 * @throws Refusal `trade-notification-known` for a symbol that is entered already, `trade-days-disordered` when comments
 *   end before it was notified, `trade-symbol-other` when symbol and agreement differ, `product-unknown`,
 *   `market-unknown`, `characteristic-unknown`
 */
export async function enterTradeNotification(
  context: Context,
  entry: TradeNotificationEntry,
): Promise<TradeNotification> {
  return inTransaction(context, async (tx) => {
    const reference = await readReference(tx);
    requireKnown(entry, reference);
    const at = context.now();
    const row: NotificationRecord = {
      id: context.newId("tnt"),
      ...entryColumns(entry),
      assigned_to: null,
      closed_on: null,
      outcome: null,
      version: 1,
      recorded_by: context.actor.personId ?? refuse("not-signed-in"),
      recorded_at: at,
      changed_at: at,
    };
    if (!(await insertTradeNotification(tx, row))) refuse("trade-notification-known", { symbol: row.symbol });
    await recordAction(tx, context, {
      action: "trade-notification.enter",
      subject: row.id,
      facts: { symbol: row.symbol },
    });
    return notificationView(row, reference, context, await personNames(tx, [row.assigned_to]));
  });
}

/** @throws Refusal `not-found` */
export async function listTradeComments(context: Context, id: string): Promise<{ items: CommentView[] }> {
  return reading(context, async (tx) => {
    if (!(await findTradeNotification(tx, id))) return refuse("not-found");
    const comments = await tradeCommentsOf(tx, id);
    const names = await personNames(
      tx,
      comments.map(({ person_id }) => person_id),
    );
    return { items: comments.map((comment) => commentView(comment, names, context)) };
  });
}

/** @throws Refusal `not-found`, `comments-closed` after the last day, or where no day was stated */
export async function addTradeComment(context: Context, id: string, body: string): Promise<CommentView> {
  return inTransaction(context, async (tx) => {
    const notification = (await findTradeNotification(tx, id)) ?? refuse("not-found");
    const day = today(context);
    if (!isOpen(notification, day)) refuse("comments-closed", { until: notification.comments_until ?? "—" });
    const comment: CommentRecord = {
      id: context.newId("cmt"),
      notification_id: id,
      person_id: context.actor.personId ?? refuse("not-signed-in"),
      said_on: day,
      body,
      created_at: context.now(),
    };
    await insertTradeComment(tx, comment);
    await recordAction(tx, context, {
      action: "trade-notification.comment",
      subject: id,
      facts: { comment: comment.id },
    });
    return commentView(comment, await personNames(tx, [comment.person_id]), context);
  });
}

/** What an engineer enters, as it is stored. */
export function entryColumns(entry: TradeNotificationEntry) {
  return {
    agreement: entry.agreement,
    symbol: entry.symbol,
    market: entry.market,
    title_zh: entry.title.zh,
    title_en: entry.title.en,
    notified_on: entry.notifiedOn,
    comments_until: entry.commentsUntil,
    adopted_on: entry.adoptedOn,
    in_force_on: entry.inForceOn,
    products: [...new Set(entry.products)],
    characteristics: [...new Set(entry.characteristics)],
    source: entry.source,
  };
}

export function requireKnown(entry: TradeNotificationEntry, reference: Reference): void {
  if (!entry.symbol.startsWith(`G/${entry.agreement}/`))
    refuse("trade-symbol-other", { symbol: entry.symbol, agreement: entry.agreement });
  if (entry.commentsUntil !== null && entry.commentsUntil < entry.notifiedOn)
    refuse("trade-days-disordered", { notified: entry.notifiedOn, until: entry.commentsUntil });
  if (!reference.acceptance.markets.some(({ code }) => code === entry.market))
    refuse("market-unknown", { market: entry.market });
  for (const product of entry.products) if (!reference.products.has(product)) refuse("product-unknown", { product });
  for (const characteristic of entry.characteristics)
    if (!reference.characteristics.has(characteristic)) refuse("characteristic-unknown", { characteristic });
}

export function isOpen({ comments_until, closed_on }: NotificationRecord, day: string): boolean {
  return closed_on === null && comments_until !== null && day <= comments_until;
}

export function notificationView(
  row: NotificationRecord,
  reference: Reference,
  context: Context,
  names: Names,
): TradeNotification {
  const day = today(context);
  const open = isOpen(row, day);
  return {
    id: row.id as TradeNotification["id"],
    agreement: row.agreement,
    symbol: row.symbol,
    market: row.market,
    title: { zh: row.title_zh, en: row.title_en },
    notifiedOn: row.notified_on,
    commentsUntil: row.comments_until,
    adoptedOn: row.adopted_on,
    inForceOn: row.in_force_on,
    products: row.products,
    productNames: row.products.map((id) => reference.products.get(id)?.name ?? { zh: id, en: id }),
    characteristics: row.characteristics,
    characteristicNames: row.characteristics.map((id) => reference.nameOf(id)),
    source: row.source,
    version: row.version,
    assignedTo: row.assigned_to === null ? null : names(row.assigned_to),
    mine: row.assigned_to !== null && row.assigned_to === context.actor.personId,
    closedOn: row.closed_on,
    outcome: row.outcome,
    commentsOpen: open,
    daysLeft: open && row.comments_until !== null ? daysBetween(day, row.comments_until) : null,
  };
}

function commentView(row: CommentRecord, names: Names, context: Context): CommentView {
  return {
    id: row.id as CommentView["id"],
    saidOn: row.said_on,
    by: names(row.person_id),
    mine: row.person_id === context.actor.personId,
    body: row.body,
    createdAt: row.created_at.toISOString(),
  };
}
