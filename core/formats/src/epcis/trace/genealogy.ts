import { canonicalIdentifier } from "../canonical-value.ts";
import type { EpcisEvent, QuantityElement } from "../event.ts";
import { instantOf } from "../time.ts";

/** A thing was used in a process, or came out of it, at a time [ms since 1970]. */
export type Part = { readonly process: string; readonly at: number };
/** A thing was in a container from a time until before another [ms since 1970]. */
export type Stay = { readonly inside: string; readonly container: string; readonly from: number; until: number };
export type Timed = { readonly event: EpcisEvent; readonly at: number };

/** What happened to things, found by thing: their processes, containers and events, in the order of time. */
export type Genealogy = {
  readonly events: ReadonlyMap<string, readonly Timed[]>;
  readonly usedIn: ReadonlyMap<string, readonly Part[]>;
  readonly madeIn: ReadonlyMap<string, readonly Part[]>;
  readonly inputs: ReadonlyMap<string, readonly { readonly thing: string; readonly at: number }[]>;
  readonly outputs: ReadonlyMap<string, readonly string[]>;
  readonly staysOf: ReadonlyMap<string, readonly Stay[]>;
  readonly contents: ReadonlyMap<string, readonly Stay[]>;
};

/** Brings a name into the form by which names are compared. */
type Name = (text: string) => string;

/** Most names stand in several events: each is worked out once. */
function onceEach(name: Name): Name {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = name(text);
    known.set(text, found);
    return found;
  };
}

/** Adds to the list under a key. */
export function put<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const found = lists.get(key);
  if (found) found.push(value);
  else lists.set(key, [value]);
}

/**
 * Orders events by thing, so that a trace does not have to read them all again.
 *
 * Events of one transformation identifier are one process; who observes an aggregation confirms that it began. An
 * event whose time cannot be read is left out: check events first (`checkEvent`).
 *
 * @param canonical names as they are compared; given where the events carry them in that form already
 * @example [...genealogy([{ type: "TransformationEvent", eventTime: "2026-03-02T00:00:00Z", eventTimeZoneOffset: "+08:00", inputEPCList: ["urn:x:cane"], outputEPCList: ["urn:x:sugar"] }]).outputs.values()] // → [["urn:x:sugar"]]
 * @source EPCIS 2.0, 7.4.3 (aggregation) and 7.4.6 (transformation)
 */
export function genealogy(events: readonly EpcisEvent[], canonical: Name = canonicalIdentifier): Genealogy {
  const found = {
    events: new Map<string, Timed[]>(),
    usedIn: new Map<string, Part[]>(),
    madeIn: new Map<string, Part[]>(),
    inputs: new Map<string, { thing: string; at: number }[]>(),
    outputs: new Map<string, string[]>(),
    staysOf: new Map<string, Stay[]>(),
    contents: new Map<string, Stay[]>(),
  };
  const name = onceEach(canonical);
  for (const [place, timed] of inOrder(events).entries()) {
    const { event, at } = timed;
    for (const thing of thingsOf(event, name)) put(found.events, thing, timed);
    if (event.type === "TransformationEvent") addProcess(found, timed, event.transformationID ?? `#${place}`, name);
    if (event.type === "AggregationEvent") addStays(found, event, at, name);
  }
  return found;
}

/** The names of everything an event is about, each once, in the form by which they are compared. */
export function thingsOf(event: EpcisEvent, name: Name = canonicalIdentifier): ReadonlySet<string> {
  const found = new Set<string>();
  if (event.parentID !== undefined) found.add(name(event.parentID));
  for (const list of [event.epcList, event.childEPCs, event.inputEPCList, event.outputEPCList])
    for (const epc of list ?? []) found.add(name(epc));
  for (const list of [event.quantityList, event.childQuantityList, event.inputQuantityList, event.outputQuantityList])
    for (const { epcClass } of list ?? []) found.add(name(epcClass));
  return found;
}

function inOrder(events: readonly EpcisEvent[]): readonly Timed[] {
  const timed = events.flatMap((event) => {
    const at = instantOf(event.eventTime);
    return at === undefined ? [] : [{ event, at }];
  });
  return timed.toSorted((left, right) => left.at - right.at);
}

function named(
  name: Name,
  epcs: readonly string[] = [],
  quantities: readonly QuantityElement[] = [],
): readonly string[] {
  return [...epcs, ...quantities.map(({ epcClass }) => epcClass)].map(name);
}

type Growing = {
  readonly usedIn: Map<string, Part[]>;
  readonly madeIn: Map<string, Part[]>;
  readonly inputs: Map<string, { thing: string; at: number }[]>;
  readonly outputs: Map<string, string[]>;
  readonly staysOf: Map<string, Stay[]>;
  readonly contents: Map<string, Stay[]>;
};

function addProcess(found: Growing, { event, at }: Timed, process: string, name: Name): void {
  for (const thing of named(name, event.inputEPCList, event.inputQuantityList)) {
    put(found.usedIn, thing, { process, at });
    put(found.inputs, process, { thing, at });
  }
  for (const thing of named(name, event.outputEPCList, event.outputQuantityList)) {
    put(found.madeIn, thing, { process, at });
    put(found.outputs, process, thing);
  }
}

function addStays(found: Growing, event: EpcisEvent, at: number, name: Name): void {
  if (event.parentID === undefined) return;
  const container = name(event.parentID);
  const children = named(name, event.childEPCs, event.childQuantityList);
  const open = (found.contents.get(container) ?? []).filter(({ until }) => until === Number.POSITIVE_INFINITY);
  if (event.action === "DELETE") {
    // Without children named, everything is taken out.
    const out = new Set(children);
    for (const stay of open) if (out.size === 0 || out.has(stay.inside)) stay.until = at;
    return;
  }
  const inside = new Set(open.map((stay) => stay.inside));
  for (const child of children) {
    if (inside.has(child)) continue;
    const stay = { inside: child, container, from: at, until: Number.POSITIVE_INFINITY };
    put(found.staysOf, child, stay);
    put(found.contents, container, stay);
  }
}
