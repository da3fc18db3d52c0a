import type { Facts } from "@quanheng/kernel/refusal.ts";
import type { Context } from "../context.ts";
import { asJson } from "./tables/column.ts";
import type { Transaction } from "./transaction.ts";

/** What happened, for everyone who is to be told: `topic` says what, `subject` is the id it happened to. */
export type Announcement = { readonly topic: string; readonly subject: string; readonly facts?: Facts };

/** Writes the announcement with the change; it is delivered after the commit, at least once. */
export async function announce(tx: Transaction, context: Context, announcement: Announcement): Promise<void> {
  await announceAll(tx, context, [announcement]);
}

/** Writes many announcements in one statement, in the order given. */
export async function announceAll(
  tx: Transaction,
  context: Context,
  announcements: readonly Announcement[],
): Promise<void> {
  await tx
    .insertInto("outbox")
    .values(
      announcements.map(({ topic, subject, facts }) => ({
        topic,
        subject,
        facts: asJson(facts ?? {}),
        actor_party: context.actor.partyId,
        announced_at: context.now(),
      })),
    )
    .execute();
}
