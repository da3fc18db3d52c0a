import { canonicalIdentifier } from "./canonical-value.ts";
import type { EpcisEvent, QuantityElement } from "./event.ts";

/** A thing that an event is about, in the form by which names are compared, and the part it has there. */
export type Mention = {
  readonly thing: string;
  readonly role: "object" | "parent" | "child" | "input" | "output";
  /** Whether a class or lot is named, not a single thing. */
  readonly class: boolean;
};

/**
 * What an event is about, each thing once a role.
 *
 * @example mentionsOf({ type: "AggregationEvent", eventTime: "2026-03-01T10:00:00Z", eventTimeZoneOffset: "+08:00", action: "ADD", parentID: "urn:x:pallet", childQuantityList: [{ epcClass: "urn:x:sugar" }] }) // → [{ thing: "urn:x:pallet", role: "parent", class: false }, { thing: "urn:x:sugar", role: "child", class: true }]
 * @source EPCIS 2.0, 8.2.7 (MATCH_epc and the parameters beside it name these parts; number of the clause recalled)
 */
export function mentionsOf(event: EpcisEvent): readonly Mention[] {
  const found = new Map<string, Mention>();
  const add = (role: Mention["role"], texts: readonly string[], ofClass: boolean): void => {
    for (const text of texts) {
      const thing = canonicalIdentifier(text);
      const key = `${role} ${thing}`;
      if (!found.has(key)) found.set(key, { thing, role, class: ofClass });
    }
  };
  add("object", event.epcList ?? [], false);
  add("object", classes(event.quantityList), true);
  add("parent", event.parentID === undefined ? [] : [event.parentID], false);
  add("child", event.childEPCs ?? [], false);
  add("child", classes(event.childQuantityList), true);
  add("input", event.inputEPCList ?? [], false);
  add("input", classes(event.inputQuantityList), true);
  add("output", event.outputEPCList ?? [], false);
  add("output", classes(event.outputQuantityList), true);
  return [...found.values()];
}

function classes(quantities: readonly QuantityElement[] = []): readonly string[] {
  return quantities.map(({ epcClass }) => epcClass);
}
