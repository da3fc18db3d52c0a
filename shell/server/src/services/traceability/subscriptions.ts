import { randomBytes } from "node:crypto";
import type { NewSubscription, Subscription } from "@quanheng/contract/schemas/event-subscription.ts";
import { nextAsked, type Schedule, scheduleFaults } from "@quanheng/formats/epcis/query/schedule.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { type HookPlaces, hookFault } from "../../adapters/webhook/post.ts";
import type { SecretBox } from "../../adapters/webhook/secret-box.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import type { PageAsk, PageOf } from "../../store/page.ts";
import { asJson } from "../../store/tables/column.ts";
import { lockCaptures } from "../../store/traceability/capture.ts";
import { findQuery } from "../../store/traceability/named-query.ts";
import {
  catchUp,
  countSubscriptions,
  deleteSubscription,
  findSubscription,
  insertSubscription,
  type SubscriptionRow,
  subscriptionPage,
} from "../../store/traceability/subscription.ts";
import { inTransaction, reading } from "../../store/transaction.ts";

/** What subscribers are told through: where they may be, and what their secrets are sealed with. */
export type SubscriptionDesk = { readonly places: HookPlaces; readonly box: SecretBox };
const MOST = 50;

/**
 * Subscribes to a named query. The secret is the subscriber's, or made here and answered this once.
 *
 * @throws Refusal `not-found`, `epcis-subscription-wrong`, `epcis-dest-refused`, `epcis-subscriptions-many`
 * @source EPCIS 2.0 REST bindings, POST /queries/{queryName}/subscriptions
 */
export async function subscribeTo(
  context: Context,
  { places, box }: SubscriptionDesk,
  queryName: string,
  asked: NewSubscription,
): Promise<Subscription & { signatureToken?: string }> {
  const { personId, partyId, role } = context.actor;
  invariant(personId && partyId, "who subscribes is somebody of a party");
  const { dest, schedule, initialRecordTime } = asked;
  const fault = hookFault(dest, places);
  if (fault) refuse("epcis-dest-refused", { reason: fault });
  const nextAt = firstTime(context, asked);
  const secret = asked.signatureToken ?? randomBytes(32).toString("base64url");
  const id = context.newId("sub");
  const sealed = await box.seal(id, secret);
  return inTransaction(context, async (tx) => {
    if (!(await findQuery(tx, queryName))) refuse("not-found");
    if ((await countSubscriptions(tx)) >= MOST) refuse("epcis-subscriptions-many", { most: MOST });
    // What is being captured now is either noted for this subscription or found below.
    await lockCaptures(tx, partyId);
    const row = {
      ...{ id, party_id: partyId, query_name: queryName, person_id: personId, role, dest, secret: sealed },
      ...{ report_if_empty: asked.reportIfEmpty, created_at: context.now(), next_at: nextAt },
      initial_time: initialRecordTime === undefined ? null : new Date(initialRecordTime),
    };
    await insertSubscription(tx, { ...row, schedule: schedule ? asJson(schedule) : null });
    if (row.initial_time) await catchUp(tx, id, row.initial_time);
    await recordAction(tx, context, { action: "trace.subscribe", subject: id, facts: { queryName } });
    const fresh = { last_notified_at: null, attempts: 0, failure: null, schedule: schedule ?? null };
    return { ...view({ ...row, ...fresh }), ...(asked.signatureToken === undefined && { signatureToken: secret }) };
  });
}

/** When a schedule first comes; null for what is told at once. */
function firstTime(context: Context, { stream, schedule }: NewSubscription): Date | null {
  if ((stream === true) === (schedule !== undefined)) refuse("epcis-subscription-wrong", { field: "schedule" });
  if (schedule === undefined) return null;
  const [fault] = scheduleFaults(schedule);
  const named = Object.values(schedule).some((field) => field !== undefined);
  const next = fault === undefined && named ? nextAsked(schedule, context.now().getTime()) : undefined;
  return next === undefined ? refuse("epcis-subscription-wrong", { field: fault ?? "schedule" }) : new Date(next);
}

/** @throws Refusal `not-found` */
export async function subscriptionOf(context: Context, queryName: string, id: string): Promise<Subscription> {
  const row = await reading(context, (tx) => findSubscription(tx, queryName, id));
  return row ? view(row) : refuse("not-found");
}

/** @throws Refusal `not-found` for a query that is not there */
export async function pageSubscriptions(
  context: Context,
  queryName: string,
  ask: PageAsk,
): Promise<PageOf<Subscription>> {
  return reading(context, async (tx) => {
    if (!(await findQuery(tx, queryName))) refuse("not-found");
    return subscriptionPage(tx, queryName, ask, view);
  });
}

/** @throws Refusal `not-found` */
export async function endSubscription(context: Context, queryName: string, id: string): Promise<void> {
  await inTransaction(context, async (tx) => {
    if (!(await deleteSubscription(tx, queryName, id))) refuse("not-found");
    await recordAction(tx, context, { action: "trace.unsubscribe", subject: id, facts: { queryName } });
  });
}

type Shown = Omit<SubscriptionRow, "secret" | "party_id" | "person_id" | "role">;

function view(row: Shown): Subscription {
  return {
    subscriptionID: row.id as Subscription["subscriptionID"],
    queryName: row.query_name,
    dest: row.dest,
    createdAt: row.created_at.toISOString(),
    ...(row.last_notified_at && { lastNotifiedAt: row.last_notified_at.toISOString() }),
    ...(row.initial_time && { initialRecordTime: row.initial_time.toISOString() }),
    ...(row.schedule ? { schedule: row.schedule as Schedule } : { stream: true as const }),
    ...{ reportIfEmpty: row.report_if_empty, attempts: row.attempts, failure: row.failure },
    nextAt: row.next_at?.toISOString() ?? null,
  };
}
