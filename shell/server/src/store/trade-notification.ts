import { type Insertable, type Selectable, sql } from "kysely";
import { contains, cursorOf, type PageAsk, type PageOf, pageOf, readCursor } from "./page.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type NotificationRecord = Selectable<Tables["trade_notification"]>;
export type CommentRecord = Selectable<Tables["trade_comment"]>;

export type NotificationFilter = {
  readonly agreement?: NotificationRecord["agreement"] | undefined;
  readonly market?: string | undefined;
  readonly product?: string | undefined;
  readonly text?: string | undefined;
  readonly comments?: "open" | "closed" | undefined;
};

/** The newest first. @param today the day on which comments are open or closed */
export async function tradeNotificationPage<Item>(
  tx: Transaction,
  { limit, after, ...filter }: NotificationFilter & PageAsk,
  today: string,
  item: (row: NotificationRecord) => Item,
): Promise<PageOf<Item>> {
  let query = tx
    .selectFrom("trade_notification")
    .selectAll()
    .orderBy("notified_on", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (filter.agreement) query = query.where("agreement", "=", filter.agreement);
  if (filter.market) query = query.where("market", "=", filter.market);
  if (filter.product) query = query.where(sql<boolean>`${filter.product} = ANY (products)`);
  if (filter.comments === "open") query = query.where("comments_until", ">=", today).where("closed_on", "is", null);
  if (filter.comments === "closed")
    query = query.where((by) =>
      by.or([by("comments_until", "is", null), by("comments_until", "<", today), by("closed_on", "is not", null)]),
    );
  const { text } = filter;
  if (text)
    query = query.where((by) =>
      by.or((["symbol", "title_zh", "title_en"] as const).map((column) => by(column, "ilike", contains(text)))),
    );
  const [day, id] = readCursor(after, 2) ?? [];
  if (day !== undefined && id !== undefined && /^\d{4}-\d\d-\d\d$/.test(day))
    query = query.where(sql<boolean>`(notified_on, id) < (${day}::date, ${id})`);
  return pageOf(await query.execute(), limit, item, (row) => cursorOf(row.notified_on, row.id));
}

export async function findTradeNotification(tx: Transaction, id: string): Promise<NotificationRecord | undefined> {
  return tx.selectFrom("trade_notification").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The notification for whoever changes it: nobody else does until the transaction ends. */
export async function lockTradeNotification(tx: Transaction, id: string): Promise<NotificationRecord | undefined> {
  return tx.selectFrom("trade_notification").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
}

/** Whether another notification has the symbol. */
export async function symbolTaken(tx: Transaction, symbol: string, exceptId: string): Promise<boolean> {
  const other = await tx
    .selectFrom("trade_notification")
    .select("id")
    .where("symbol", "=", symbol)
    .where("id", "<>", exceptId)
    .executeTakeFirst();
  return other !== undefined;
}

export async function updateTradeNotification(tx: Transaction, { id, ...row }: NotificationRecord): Promise<void> {
  await tx.updateTable("trade_notification").set(row).where("id", "=", id).execute();
}

/** @returns whether it was new; a symbol is entered once */
export async function insertTradeNotification(
  tx: Transaction,
  row: Insertable<Tables["trade_notification"]>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("trade_notification")
    .values(row)
    .onConflict((conflict) => conflict.column("symbol").doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Comments that the actor may see, the oldest first. */
export async function tradeCommentsOf(tx: Transaction, notificationId: string): Promise<readonly CommentRecord[]> {
  return tx
    .selectFrom("trade_comment")
    .selectAll()
    .where("notification_id", "=", notificationId)
    .orderBy("created_at")
    .orderBy("id")
    .limit(500)
    .execute();
}

export async function insertTradeComment(tx: Transaction, row: Insertable<Tables["trade_comment"]>): Promise<void> {
  await tx.insertInto("trade_comment").values(row).execute();
}
