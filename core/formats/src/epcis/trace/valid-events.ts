import type { EpcisEvent } from "../event.ts";
import { eventHash } from "../event-hash.ts";

/**
 * The events that stand: those that were declared wrong are left out together with their declarations.
 *
 * A declaration repeats the event with the error added, so it is found by its identifier or by what it says.
 *
 * @example validEvents([{ type: "ObjectEvent", eventTime: "2026-03-02T00:00:00Z", eventTimeZoneOffset: "+08:00", errorDeclaration: { declarationTime: "2026-03-03T00:00:00Z" } }]) // → []
 * @source EPCIS 2.0, 7.4.1.2 (recalled)
 */
export function validEvents(events: readonly EpcisEvent[], context?: unknown): readonly EpcisEvent[] {
  const declared = events.filter((event) => event.errorDeclaration !== undefined);
  if (declared.length === 0) return events;
  const ids = new Set(declared.flatMap(({ eventID }) => (eventID === undefined ? [] : [eventID])));
  const statements = new Set(declared.map((event) => eventHash(event, context)));
  return events.filter(
    (event) =>
      event.errorDeclaration === undefined &&
      !(event.eventID !== undefined && ids.has(event.eventID)) &&
      !statements.has(eventHash(event, context)),
  );
}
