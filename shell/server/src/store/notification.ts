import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { type Kysely, type Selectable, sql } from "kysely";
import { cursorOf, instantCursor, type PageAsk, type PageOf, pageOf } from "./page.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

/** An announcement that waits to be told, with the commission it belongs to and where it happened. */
export type Waiting = {
  readonly id: number;
  readonly topic: string;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly actor_party: string | null;
  readonly commission_id: string | null;
  readonly commission_number: string | null;
  readonly item_name: Bilingual | null;
  readonly enterprise_id: string | null;
  readonly institution_ids: readonly string[] | null;
  readonly institution_id: string | null;
};

/**
 * Takes waiting announcements, oldest first; another node at work takes others.
 *
 * @param owner a transaction of the owner, because announcements belong to no reader
 */
export async function takeWaiting(owner: Kysely<Tables>, limit: number): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    SELECT o.id, o.topic, o.subject, o.facts, o.actor_party, c.id AS commission_id, c.number AS commission_number, c.item -> 'name' AS item_name,
      c.enterprise_id, c.institution_ids,
      coalesce(t.institution_id, s.institution_id, a.institution_id, CASE WHEN o.actor_party LIKE 'ins-%' THEN o.actor_party END) AS institution_id
    FROM outbox o
    LEFT JOIN task t ON t.id = o.subject
    LEFT JOIN sample s ON s.id = o.subject
    LEFT JOIN attestation a ON a.id = o.subject
    LEFT JOIN commission c ON c.id = coalesce(t.commission_id, s.commission_id, a.commission_id, o.subject)
    WHERE o.delivered_at IS NULL ORDER BY o.id LIMIT ${limit} FOR UPDATE OF o SKIP LOCKED`.execute(owner);
  return rows;
}

export async function markDelivered(owner: Kysely<Tables>, ids: readonly number[], at: Date): Promise<void> {
  await owner
    .updateTable("outbox")
    .set({ delivered_at: at, attempts: sql<number>`attempts + 1` })
    .where("id", "in", [...ids])
    .execute();
}

export async function regulatorIds(owner: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await owner
    .selectFrom("institution")
    .select("id")
    .where("kind", "in", ["regulator", "customs"])
    .execute();
  return rows.map(({ id }) => id);
}

export type NewNotification = Omit<Selectable<Tables["notification"]>, "facts" | "created_at"> & {
  readonly facts: string;
  readonly created_at: Date;
};

export async function insertNotifications(
  owner: Kysely<Tables>,
  notifications: readonly NewNotification[],
): Promise<void> {
  if (notifications.length > 0) await owner.insertInto("notification").values(notifications).execute();
}

export type NotificationRow = Selectable<Tables["notification"]> & { readonly read: boolean };

/** Notices for the reader's party and role, newest first, with whether this person has read them. */
export async function notificationPage<Item>(
  tx: Transaction,
  ask: PageAsk & { readonly personId: string },
  item: (row: NotificationRow) => Item,
): Promise<PageOf<Item>> {
  const after = instantCursor(ask.after);
  let query = tx
    .selectFrom("notification as n")
    .selectAll("n")
    .select((by) => by.exists(readBy(tx, ask.personId)).as("read"))
    .orderBy("n.created_at", "desc")
    .orderBy("n.id", "desc")
    .limit(ask.limit + 1);
  if (after) query = query.where(sql<boolean>`(n.created_at, n.id) < (${after[0]}::timestamptz, ${after[1]})`);
  const rows = (await query.execute()) as NotificationRow[];
  return pageOf(rows, ask.limit, item, (row) => cursorOf(row.created_at.toISOString(), row.id));
}

function readBy(tx: Transaction, personId: string) {
  return tx
    .selectFrom("notification_read as r")
    .select("r.person_id")
    .where("r.notification_id", "=", sql<string>`n.id`)
    .where("r.person_id", "=", personId);
}

/** More are counted as so many: nobody reads further. */
const COUNTED = 1000;

export async function unreadCount(tx: Transaction, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM (
      SELECT 1 FROM notification n
      WHERE NOT EXISTS (SELECT 1 FROM notification_read r WHERE r.notification_id = n.id AND r.person_id = ${personId})
      ORDER BY n.created_at DESC LIMIT ${COUNTED}) newest`.execute(tx);
  return rows[0]!.count;
}

/** @returns whether the reader may see such a notice */
export async function markRead(tx: Transaction, id: string, personId: string, at: Date): Promise<boolean> {
  const found = await tx.selectFrom("notification").select("id").where("id", "=", id).executeTakeFirst();
  if (!found) return false;
  await tx
    .insertInto("notification_read")
    .values({ notification_id: id, person_id: personId, read_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}
