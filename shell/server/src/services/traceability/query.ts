import type { EventQuery } from "@quanheng/contract/schemas/event-query.ts";
import type { TraceEvent } from "@quanheng/contract/schemas/traceability.ts";
import type { EpcisEvent } from "@quanheng/formats/epcis/event.ts";
import { mentionsOf } from "@quanheng/formats/epcis/mentions.ts";
import { wordAddress } from "@quanheng/formats/epcis/vocabulary.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import type { PageOf } from "../../store/page.ts";
import {
  countEvents,
  type EventFilter,
  type EventRow,
  eventPage,
  type ThingFilter,
} from "../../store/traceability/event.ts";
import { reading, type Transaction } from "../../store/transaction.ts";
import { filterOf, THINGS } from "./event-filter.ts";
import { thingNamed } from "./thing-named.ts";

const LONGEST_CLOCK_ERROR = 5 * 60_000;

/**
 * Events by the parameters of the simple event query.
 *
 * @param about only those about this thing
 * @throws Refusal `epcis-pattern`, `epcis-too-many`; `trace-unknown` where no event is about the thing
 * @source EPCIS 2.0, REST bindings: several values of a parameter are alternatives, several parameters hold together
 */
export async function queryEventsOf(
  context: Context,
  query: EventQuery,
  about?: string,
): Promise<{ readonly document: object; readonly next: string | null }> {
  const asked = filterOf(query);
  const page = await reading(context, async (tx) => {
    const thing = about === undefined ? undefined : await thingNamed(tx, about, context.actor.partyId);
    const filter = thing === undefined ? asked : { ...asked, things: [...(asked.things ?? []), anyPart(thing)] };
    const most = query.maxEventCount;
    if (most !== undefined && (await countEvents(tx, filter, most)) > most) refuse("epcis-too-many", { most });
    const found = await limitedPage(tx, filter, query);
    if (thing !== undefined && found.items.length === 0 && !query.nextPageToken)
      refuse("trace-unknown", { thing: thing.slice(0, 200) });
    return found;
  });
  return { document: queryDocument(context, page.items), next: page.next };
}

/** The thing in whatever part it has in an event. */
function anyPart(thing: string): ThingFilter {
  return { things: [thing], roles: THINGS.MATCH_anyEPC.roles, class: null };
}

/** A page within the limit of events over all pages: how many were handed out stands before the place in the token. */
async function limitedPage(tx: Transaction, filter: EventFilter, query: EventQuery): Promise<PageOf<object>> {
  const [, given = "0", place] = /^(?:(\d{1,7})~)?(.+)$/.exec(query.nextPageToken ?? "") ?? [];
  const left = query.eventCountLimit === undefined ? query.perPage : query.eventCountLimit - Number(given);
  if (left <= 0) return { items: [], next: null };
  const limit = Math.min(query.perPage, left);
  const ask = { limit, ...(place !== undefined && { after: place }) };
  const order = {
    by: query.orderBy === "recordTime" ? "record_time" : "event_time",
    direction: query.orderDirection === "ASC" ? "asc" : "desc",
  } as const;
  const { items, next } = await eventPage(tx, filter, ask, wholeEvent, order);
  if (next === null || query.eventCountLimit === undefined) return { items, next };
  return { items, next: left === limit ? null : `${Number(given) + limit}~${next}` };
}

/** @throws Refusal `not-found` */
export async function eventOf(context: Context, eventId: string): Promise<object> {
  const { items } = await reading(context, (tx) => eventPage(tx, { eventIds: [eventId] }, { limit: 20 }, wholeEvent));
  if (items.length === 0) refuse("not-found");
  return queryDocument(context, items);
}

/** Events for a page. */
export async function pageEvents(
  context: Context,
  {
    key,
    step,
    ...ask
  }: { key?: string | undefined; step?: string | undefined; after?: string | undefined; limit: number },
): Promise<PageOf<TraceEvent>> {
  const steps = step?.trim() ? [wordAddress("bizStep", step.trim())] : undefined;
  return reading(context, async (tx) => {
    const things = key?.trim() ? [anyPart(await thingNamed(tx, key, context.actor.partyId))] : undefined;
    return eventPage(tx, { things, steps }, ask, (row) => eventView(row, context));
  });
}

export function eventView(row: EventRow, context: Context): TraceEvent {
  return {
    number: row.number,
    eventId: row.event_id,
    type: row.type,
    action: row.action,
    step: row.biz_step?.replace("https://ref.gs1.org/cbv/BizStep-", "") ?? null,
    disposition: row.disposition?.replace("https://ref.gs1.org/cbv/Disp-", "") ?? null,
    place: row.biz_location ?? row.read_point,
    happenedAt: row.event_time.toISOString(),
    recordedAt: row.record_time.toISOString(),
    ahead: row.event_time.getTime() - row.record_time.getTime() > LONGEST_CLOCK_ERROR,
    declares: row.declares,
    own: row.party_id === context.actor.partyId,
    things: [...new Set(mentionsOf(row.event as EpcisEvent).map(({ thing }) => thing))].slice(0, 20),
  };
}

/** An event as it was captured, with when that was. */
export function wholeEvent(row: EventRow): object {
  return {
    ...(row.context === null ? {} : { "@context": row.context }),
    ...(row.event as object),
    recordTime: row.record_time.toISOString(),
  };
}

/** Events as a query answers them: to whoever asked, or to a subscriber. */
export function queryDocument(
  context: Pick<Context, "now">,
  eventList: readonly object[],
  of: { readonly queryName: string; readonly subscriptionID?: string } = { queryName: "SimpleEventQuery" },
): object {
  return {
    "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
    type: "EPCISQueryDocument",
    schemaVersion: "2.0",
    creationDate: context.now().toISOString(),
    epcisBody: { queryResults: { ...of, resultsBody: { eventList } } },
  };
}
