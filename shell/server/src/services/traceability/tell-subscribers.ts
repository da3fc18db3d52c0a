import { nextAsked, type Schedule } from "@quanheng/formats/epcis/query/schedule.ts";
import type { Kysely } from "kysely";
import { type HookAnswer, type HookPost, hookSignature } from "../../adapters/webhook/post.ts";
import type { SecretBox } from "../../adapters/webhook/secret-box.ts";
import type { Context } from "../../context.ts";
import { type Rounds, startRounds } from "../../rounds.ts";
import type { Tables } from "../../store/tables.ts";
import { eventPage } from "../../store/traceability/event.ts";
import {
  type DueSubscription,
  leaseDue,
  markFailed,
  markTold,
  waitingSpans,
} from "../../store/traceability/subscription.ts";
import { reading } from "../../store/transaction.ts";
import { filterOf } from "./event-filter.ts";
import { readQuery } from "./named-queries.ts";
import { queryDocument, wholeEvent } from "./query.ts";

/** What subscribers are told with: the owner's connection for whose turn it is, a reader's for what that one may see. */
export type Teller = {
  readonly owner: Kysely<Tables>;
  readonly context: Context;
  readonly box: SecretBox;
  readonly post: HookPost;
};

const AT_ONCE = 20;
const EVENTS = 500;
/** Longer than one telling takes; a node that dies leaves its turn to others after this. [ms] */
const LEASE = 60_000;
const SHORTEST_WAIT = 5000;
const LONGEST_WAIT = 3_600_000;

/**
 * Tells those subscribers whose turn it is. Events are told at least once, in the order of their capture; who cannot be
 * reached is tried again after 5, 10, 20 … seconds and at least every hour, and misses nothing.
 *
 * @returns how many subscriptions had their turn
 */
export async function tellSubscribers(teller: Teller): Promise<number> {
  const now = teller.context.now();
  const due = await leaseDue(teller.owner, now, new Date(now.getTime() + LEASE), AT_ONCE);
  await Promise.all(due.map((subscription) => tellOne(teller, subscription)));
  return due.length;
}

async function tellOne(teller: Teller, of: DueSubscription): Promise<void> {
  const { owner, context } = teller;
  const spans = await waitingSpans(owner, of.id, EVENTS);
  const events = spans.length === 0 ? [] : await eventsFor(context, of, spans);
  const isTold = events.length > 0 || (spans.length === 0 && of.schedule !== null && of.report_if_empty);
  const answer = isTold ? await tell(teller, of, events) : { ok: true as const };
  const now = context.now();
  if (!answer.ok) {
    const wait = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** Math.min(of.attempts, 20));
    await markFailed(owner, of.id, saidOf(answer), new Date(now.getTime() + wait));
    return;
  }
  // With a schedule, what is left of this turn follows at once.
  const isDone = spans.length === 0 || of.schedule === null;
  const next = of.schedule === null ? null : isDone ? nextAsked(of.schedule as Schedule, now.getTime()) : now.getTime();
  const nextAt = next === null || next === undefined ? null : new Date(next);
  await markTold(owner, of.id, { spans, nextAt, notifiedAt: isTold ? now : null });
}

/** What the subscriber may see of the waiting events, and asked for. */
async function eventsFor(
  context: Context,
  of: DueSubscription,
  spans: Awaited<ReturnType<typeof waitingSpans>>,
): Promise<readonly object[]> {
  const actor = { ...context.actor, personId: of.person_id, partyId: of.party_id, role: of.role } as Context["actor"];
  const filter = { ...filterOf(readQuery(of.query)), spans };
  const order = { by: "record_time", direction: "asc" } as const;
  // A span may be longer than its events: parties capture at the same time.
  const page = { limit: EVENTS * 2 };
  return (await reading({ ...context, actor }, (tx) => eventPage(tx, filter, page, wholeEvent, order))).items;
}

async function tell(
  { context, box, post }: Teller,
  of: DueSubscription,
  events: readonly object[],
): Promise<HookAnswer> {
  const body = JSON.stringify(queryDocument(context, events, { subscriptionID: of.id, queryName: of.query_name }));
  const secret = await box.open(of.id, of.secret);
  return post(of.dest, body, {
    "content-type": "application/ld+json",
    "gs1-epcis-version": "2.0.0",
    "gs1-cbv-version": "2.0.0",
    "gs1-signature": hookSignature(secret, Math.floor(context.now().getTime() / 1000), body),
  });
}

function saidOf({ failure, status }: Exclude<HookAnswer, { ok: true }>): string {
  return status === undefined ? failure : `${failure} ${status}`;
}

/** Tells in rounds until it is stopped; what goes wrong in one does not end the next. */
export function startTelling(teller: Teller, everyMs: number, complain: (error: unknown) => void): Rounds {
  return startRounds(
    async () => {
      while ((await tellSubscribers(teller)) === AT_ONCE);
    },
    everyMs,
    complain,
  );
}
