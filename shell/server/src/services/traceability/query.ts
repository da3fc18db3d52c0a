import type { EventQuery } from "@quanheng/contract/routes/traceability.ts";
import type { TraceEvent } from "@quanheng/contract/schemas/traceability.ts";
import { canonicalIdentifier } from "@quanheng/formats/epcis/canonical-value.ts";
import type { EpcisEvent } from "@quanheng/formats/epcis/event.ts";
import { mentionsOf } from "@quanheng/formats/epcis/mentions.ts";
import { wordAddress } from "@quanheng/formats/epcis/vocabulary.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import type { PageOf } from "../../store/page.ts";
import { type EventFilter, type EventRow, eventPage, type ThingFilter } from "../../store/traceability/event.ts";
import { reading } from "../../store/transaction.ts";
import { keyOf } from "./key.ts";

const THINGS = {
  MATCH_epc: { roles: ["object", "child"], class: false },
  MATCH_epcClass: { roles: ["object", "child"], class: true },
  MATCH_parentID: { roles: ["parent"], class: null },
  MATCH_inputEPC: { roles: ["input"], class: false },
  MATCH_inputEPCClass: { roles: ["input"], class: true },
  MATCH_outputEPC: { roles: ["output"], class: false },
  MATCH_outputEPCClass: { roles: ["output"], class: true },
  MATCH_anyEPC: { roles: ["object", "parent", "child", "input", "output"], class: false },
  MATCH_anyEPCClass: { roles: ["object", "child", "input", "output"], class: true },
} as const;
const LONGEST_CLOCK_ERROR = 5 * 60_000;

/**
 * Events by the parameters of the simple event query.
 *
 * @param about only those about this thing
 * @throws Refusal `epcis-pattern`; `trace-unknown` where no event is about the thing
 * @source EPCIS 2.0, REST bindings: several values of a parameter are alternatives, several parameters hold together
 */
export async function queryEventsOf(
  context: Context,
  query: EventQuery,
  about?: string,
): Promise<{ readonly document: object; readonly next: string | null }> {
  const ask = { limit: query.perPage, ...(query.nextPageToken && { after: query.nextPageToken }) };
  const asked = filterOf(query);
  const anyRole = { roles: THINGS.MATCH_anyEPC.roles, class: null };
  const filter =
    about === undefined
      ? asked
      : { ...asked, things: [...(asked.things ?? []), { things: [keyOf(about)], ...anyRole }] };
  const page = await reading(context, (tx) => eventPage(tx, filter, ask, whole));
  if (about !== undefined && page.items.length === 0 && !query.nextPageToken)
    refuse("trace-unknown", { thing: keyOf(about).slice(0, 200) });
  return { document: answer(context, page.items), next: page.next };
}

/** @throws Refusal `not-found` */
export async function eventOf(context: Context, eventId: string): Promise<object> {
  const { items } = await reading(context, (tx) => eventPage(tx, { eventIds: [eventId] }, { limit: 20 }, whole));
  if (items.length === 0) refuse("not-found");
  return answer(context, items);
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
  const things = key?.trim() ? [{ things: [keyOf(key)], roles: THINGS.MATCH_anyEPC.roles, class: null }] : undefined;
  const filter = { things, steps: step?.trim() ? [wordAddress("bizStep", step.trim())] : undefined };
  return reading(context, (tx) => eventPage(tx, filter, ask, (row) => eventView(row, context)));
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

function whole(row: EventRow): object {
  return {
    ...(row.context === null ? {} : { "@context": row.context }),
    ...(row.event as object),
    recordTime: row.record_time.toISOString(),
  };
}

function answer(context: Context, eventList: readonly object[]): object {
  return {
    "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
    type: "EPCISQueryDocument",
    schemaVersion: "2.0",
    creationDate: context.now().toISOString(),
    epcisBody: { queryResults: { queryName: "SimpleEventQuery", resultsBody: { eventList } } },
  };
}

function filterOf(query: EventQuery): EventFilter {
  const list = (text: string | undefined, as: (value: string) => string = (value) => value) =>
    text?.split("|").map((value) => as(value.trim()));
  const things = (Object.keys(THINGS) as (keyof typeof THINGS)[]).flatMap((parameter): ThingFilter[] => {
    const values = list(query[parameter]);
    if (values?.some((value) => /^urn:epc:idpat:|\*/.test(value))) refuse("epcis-pattern", { parameter });
    return values ? [{ things: values.map(canonicalIdentifier), ...THINGS[parameter] }] : [];
  });
  const types = [list(query.eventType), list(query.EQ_type)].flatMap((each) => each ?? []);
  return {
    types: types.length > 0 ? types : undefined,
    eventIds: list(query.EQ_eventID),
    actions: list(query.EQ_action),
    steps: list(query.EQ_bizStep, (value) => wordAddress("bizStep", value)),
    dispositions: list(query.EQ_disposition, (value) => wordAddress("disposition", value)),
    readPoints: list(query.EQ_readPoint, canonicalIdentifier),
    locations: list(query.EQ_bizLocation, canonicalIdentifier),
    happenedFrom: query.GE_eventTime,
    happenedBefore: query.LT_eventTime,
    recordedFrom: query.GE_recordTime,
    recordedBefore: query.LT_recordTime,
    declared: query.EXISTS_errorDeclaration === undefined ? undefined : query.EXISTS_errorDeclaration === "true",
    things,
  };
}
