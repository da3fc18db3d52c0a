import type { CaptureFault } from "@quanheng/contract/schemas/traceability.ts";
import { canonicalIdentifier } from "@quanheng/formats/epcis/canonical-value.ts";
import { checkEvent } from "@quanheng/formats/epcis/check-event.ts";
import type { EpcisEvent } from "@quanheng/formats/epcis/event.ts";
import { eventHash } from "@quanheng/formats/epcis/event-hash.ts";
import { type Mention, mentionsOf } from "@quanheng/formats/epcis/mentions.ts";
import { instantOf } from "@quanheng/formats/epcis/time.ts";
import { wordAddress } from "@quanheng/formats/epcis/vocabulary.ts";
import type { NewEvent } from "../../store/traceability/event.ts";

export type ReadEvent =
  | { readonly ok: true; readonly event: NewEvent }
  | { readonly ok: false; readonly faults: readonly CaptureFault[] };
/** What the database cannot keep: a NUL character, or one half of a character that takes two. */
const UNKEEPABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;
/** Names longer than this cannot be looked up. */
const LONGEST_NAME = 2000;

/** The faults of one event, or the event as it is kept: with its identity, its hash and what it is about. */
export function readEvent(text: string, context: unknown, place: number | null): ReadEvent {
  const wrong = (code: string, at = "", found: string | null = null): ReadEvent => ({
    ok: false,
    faults: [{ event: place, code, at, found }],
  });
  try {
    const event: unknown = JSON.parse(text);
    const problems = checkEvent(event);
    if (problems.length > 0)
      return {
        ok: false,
        faults: problems.slice(0, 20).map(({ code, at, found }) => ({ event: place, code, at, found: found ?? null })),
      };
    if (UNKEEPABLE.test(JSON.stringify(event))) return wrong("epcis-not-text");
    const kept = keep(event as EpcisEvent, context);
    const long = [kept.event_id, ...kept.things.map(({ thing }) => thing)].find((name) => name.length > LONGEST_NAME);
    return long === undefined ? { ok: true, event: kept } : wrong("epcis-not-an-address", "", long.slice(0, 100));
  } catch (error) {
    // Not JSON, or nested deeper than can be followed.
    if (error instanceof SyntaxError || error instanceof RangeError) return wrong("epcis-not-readable");
    throw error;
  }
}

function keep(event: EpcisEvent, context: unknown): NewEvent {
  const hash = eventHash(event, context);
  const id = event.eventID ?? hash;
  const things = mentionsOf(event);
  // An event is its own process unless it belongs to a transformation; the hash keeps processes of parties apart.
  const process = event.transformationID === undefined ? hash : canonicalIdentifier(event.transformationID);
  return {
    event_id: id,
    hash,
    declares: event.errorDeclaration !== undefined,
    type: event.type,
    event_time: new Date(instantOf(event.eventTime) ?? 0).toISOString(),
    action: event.action ?? null,
    biz_step: event.bizStep === undefined ? null : wordAddress("bizStep", event.bizStep),
    disposition: event.disposition === undefined ? null : wordAddress("disposition", event.disposition),
    read_point: event.readPoint ? canonicalIdentifier(event.readPoint.id) : null,
    biz_location: event.bizLocation ? canonicalIdentifier(event.bizLocation.id) : null,
    process,
    event: { ...event, eventID: id },
    context: context ?? null,
    light: light(event, things, process),
    things,
  };
}

/** What a trace reads of an event, its names in the compared form already. */
function light(event: EpcisEvent, things: readonly Mention[], process: string): object {
  const of = (role: Mention["role"]) => {
    const names = things.filter((each) => each.role === role).map(({ thing }) => thing);
    return names.length > 0 ? [...new Set(names)] : undefined;
  };
  const { type, eventTime, eventTimeZoneOffset, action } = event;
  const { sourceList, destinationList, bizLocation, certificationInfo, bizTransactionList } = event;
  return {
    ...{ type, eventTime, eventTimeZoneOffset, action, parentID: of("parent")?.[0] },
    transformationID: type === "TransformationEvent" ? process : undefined,
    ...{ epcList: of("object"), childEPCs: of("child"), inputEPCList: of("input"), outputEPCList: of("output") },
    ...{ sourceList, destinationList, bizLocation, certificationInfo, bizTransactionList },
  };
}
