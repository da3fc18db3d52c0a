import { type NoticeFacts, notificationSentence } from "@quanheng/contract/messages/notifications.ts";
import type { Notification } from "@quanheng/contract/schemas/attestation.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { markRead, type NotificationRow, notificationPage, unreadCount } from "../../store/notification.ts";
import type { PageAsk } from "../../store/page.ts";
import { inTransaction, reading } from "../../store/transaction.ts";

type View = z.infer<typeof Notification>;

/** News for the reader's party and role, newest first, with how many this person has not read. */
export async function pageNotifications(
  context: Context,
  ask: PageAsk,
): Promise<{ items: View[]; next: string | null; unread: number }> {
  const personId = context.actor.personId ?? refuse("not-signed-in");
  return reading(context, async (tx) => {
    const page = await notificationPage(tx, { ...ask, personId }, view);
    return { ...page, unread: await unreadCount(tx, personId) };
  });
}

/** @throws Refusal `not-found` */
export async function readNotification(context: Context, id: string): Promise<{ unread: number }> {
  const personId = context.actor.personId ?? refuse("not-signed-in");
  return inTransaction(context, async (tx) => {
    if (!(await markRead(tx, id, personId, context.now()))) refuse("not-found");
    return { unread: await unreadCount(tx, personId) };
  });
}

function view(row: NotificationRow): View {
  return {
    id: row.id as View["id"],
    topic: row.topic,
    sentence: notificationSentence(row.topic, row.facts as NoticeFacts),
    commissionId: row.commission_id as View["commissionId"],
    at: row.created_at.toISOString(),
    read: row.read,
  };
}
