import { canonicalIdentifier } from "../canonical-value.ts";
import type { EpcisEvent } from "../event.ts";
import type { Genealogy } from "./genealogy.ts";
import { type Reached, reach } from "./recall.ts";

/** A certificate or test result on the way of a lot, with the thing and the event that bear it. */
export type Evidence = {
  readonly document: string;
  readonly kind: "certificate" | "test-result";
  readonly thing: string;
  readonly event: EpcisEvent;
};
export type Origin = { readonly thing: string; readonly into?: string };
export type Trace = {
  /** The lot and what it was made from, nearest first. */
  readonly origins: readonly Origin[];
  /** The lot, what was made from it and its containers, nearest first. */
  readonly reached: readonly Reached[];
  /** What happened to the lot and its origins, in the order of time. */
  readonly events: readonly EpcisEvent[];
  readonly evidence: readonly Evidence[];
};

/**
 * The way of a lot: up to what it was made from, down to what was made from it, and the certificates on the way up.
 *
 * @example trace({ events: new Map(), usedIn: new Map(), madeIn: new Map([["urn:x:sugar", [{ process: "p", at: 0 }]]]), inputs: new Map([["p", [{ thing: "urn:x:cane", at: 0 }]]]), outputs: new Map(), staysOf: new Map(), contents: new Map() }, "urn:x:sugar").origins // → [{ thing: "urn:x:sugar" }, { thing: "urn:x:cane", into: "urn:x:sugar" }]
 */
export function trace(genealogy: Genealogy, lot: string): Trace {
  const thing = canonicalIdentifier(lot);
  const origins = originsOf(genealogy, thing);
  const told = origins.flatMap((one) => (genealogy.events.get(one.thing) ?? []).map((timed) => ({ ...timed, one })));
  const timed = told.toSorted((left, right) => left.at - right.at);
  return {
    origins,
    reached: reach(genealogy, thing),
    events: [...new Set(timed.map(({ event }) => event))],
    evidence: timed.flatMap(({ event, one }) => evidenceOf(event, one.thing)),
  };
}

function originsOf(genealogy: Genealogy, lot: string): readonly Origin[] {
  const found: Origin[] = [{ thing: lot }];
  const seen = new Set([lot]);
  // The list grows while it is read.
  for (const { thing } of found) {
    for (const before of sourcesOf(genealogy, thing)) {
      if (seen.has(before)) continue;
      seen.add(before);
      found.push({ thing: before, into: thing });
    }
  }
  return found;
}

/** What went into the processes a thing came out of; of a container also what was in it then. */
function sourcesOf(genealogy: Genealogy, thing: string): readonly string[] {
  const processes = new Set((genealogy.madeIn.get(thing) ?? []).map(({ process }) => process));
  const inputs = [...processes].flatMap((process) => genealogy.inputs.get(process) ?? []);
  return inputs.flatMap((input) => [input.thing, ...contentsAt(genealogy, input.thing, input.at)]);
}

function contentsAt(genealogy: Genealogy, container: string, at: number): readonly string[] {
  const found = new Set([container]);
  for (const one of found) {
    for (const { inside, from, until } of genealogy.contents.get(one) ?? [])
      if (at >= from && at < until) found.add(inside);
  }
  found.delete(container);
  return [...found];
}

function evidenceOf(event: EpcisEvent, thing: string): readonly Evidence[] {
  const certificates = [event.certificationInfo ?? []].flat();
  const documents = event.bizTransactionList ?? [];
  const typed = (word: string): readonly string[] =>
    documents
      .filter(({ type }) => type === word || type === `https://ref.gs1.org/cbv/BTT-${word}`)
      .map(({ bizTransaction }) => bizTransaction);
  return [
    ...[...new Set([...certificates, ...typed("cert")])].map(
      (document): Evidence => ({ document, kind: "certificate", thing, event }),
    ),
    ...typed("testres").map((document): Evidence => ({ document, kind: "test-result", thing, event })),
  ];
}
