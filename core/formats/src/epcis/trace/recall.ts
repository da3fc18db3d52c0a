import { canonicalIdentifier } from "../canonical-value.ts";
import type { EpcisEvent } from "../event.ts";
import type { Genealogy } from "./genealogy.ts";

/** A thing that has to be called back: the lot itself or made from it, or a container while it is inside. */
export type Reached = {
  readonly thing: string;
  readonly why: "made" | "contains";
  /** The thing before it on the way from the lot. */
  readonly after?: string;
  /** From when to before when it counts [ms since 1970]. */
  readonly from: number;
  readonly until: number;
};
/** Somebody who had a thing, or a place where it was. */
export type Holder = {
  readonly holder: string;
  readonly role: string;
  readonly thing: string;
  readonly since: string;
  /** Whether no later event names a holder of this thing. */
  readonly latest: boolean;
};
export type Recall = { readonly reached: readonly Reached[]; readonly holders: readonly Holder[] };

/**
 * From a failed lot to everything made from it, every container that it is or was in, and everyone who has or had them.
 *
 * What else lies in a container is not called back. Holders are taken from sources, destinations and business locations;
 * a lot may have been divided, so former holders are named too.
 *
 * @param reached what `reach` or `trace` found for this lot, where it is known already
 * @example recall({ events: new Map(), usedIn: new Map([["urn:x:cane", [{ process: "p", at: 0 }]]]), madeIn: new Map(), inputs: new Map(), outputs: new Map([["p", ["urn:x:sugar"]]]), staysOf: new Map(), contents: new Map() }, "urn:x:cane").reached.map(({ thing }) => thing) // → ["urn:x:cane", "urn:x:sugar"]
 */
export function recall(
  genealogy: Genealogy,
  lot: string,
  reached: readonly Reached[] = reach(genealogy, canonicalIdentifier(lot)),
): Recall {
  return { reached, holders: reached.flatMap((one) => holdersOf(genealogy, one)) };
}

/** All things reached from a lot, nearest first. */
export function reach(genealogy: Genealogy, lot: string): readonly Reached[] {
  const found: Reached[] = [{ thing: lot, why: "made", ...ALWAYS }];
  const seen = new Map<string, Reached[]>([[lot, [...found]]]);
  // The list grows while it is read.
  for (const one of found) {
    for (const next of followersOf(genealogy, one)) {
      const known = seen.get(next.thing);
      if (known?.some(({ from, until }) => from <= next.from && until >= next.until)) continue;
      if (known) known.push(next);
      else seen.set(next.thing, [next]);
      found.push(next);
    }
  }
  return found;
}

/** What a thing went into: made from it, or a container while it was inside. */
export function followersOf(genealogy: Genealogy, { thing, from, until }: Reached): readonly Reached[] {
  const found: Reached[] = [];
  for (const { process, at } of genealogy.usedIn.get(thing) ?? []) {
    if (at < from || at >= until) continue;
    for (const output of genealogy.outputs.get(process) ?? [])
      found.push({ thing: output, why: "made", after: thing, ...ALWAYS });
  }
  for (const stay of genealogy.staysOf.get(thing) ?? []) {
    const inside = { from: Math.max(from, stay.from), until: Math.min(until, stay.until) };
    if (inside.from < inside.until) found.push({ thing: stay.container, why: "contains", after: thing, ...inside });
  }
  return found;
}

const ALWAYS = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

function holdersOf(genealogy: Genealogy, { thing, from, until }: Reached): readonly Holder[] {
  const events = genealogy.events.get(thing) ?? [];
  if (!events.some(({ event }) => event.sourceList ?? event.destinationList ?? event.bizLocation)) return [];
  const told = events
    .filter(({ at }) => at >= from && at < until)
    .map(({ event }) => ({ event, parties: partiesOf(event) }))
    .filter(({ parties }) => parties.length > 0);
  const byKey = new Map<string, Holder>();
  for (const [place, { event, parties }] of told.entries()) {
    for (const { holder, role, left } of parties) {
      const key = `${role} ${holder}`;
      const since = byKey.get(key)?.since ?? event.eventTime;
      byKey.set(key, { holder, role, thing, since, latest: place === told.length - 1 && !left });
    }
  }
  return [...byKey.values()];
}

type Party = { readonly holder: string; readonly role: string; readonly left: boolean };

/** Sources come first, so that who is source and destination at once still holds. */
function partiesOf(event: EpcisEvent): readonly Party[] {
  const sources = (event.sourceList ?? []).map(({ type, source }) => ({ id: source, role: type, left: true }));
  const targets = (event.destinationList ?? []).map(({ type, destination }) => ({
    id: destination,
    role: type,
    left: false,
  }));
  const at = event.bizLocation ? [{ id: event.bizLocation.id, role: "location", left: false }] : [];
  return [...sources, ...targets, ...at].map(({ id, role, left }) => ({
    holder: canonicalIdentifier(id),
    role: role.replace("https://ref.gs1.org/cbv/SDT-", ""),
    left,
  }));
}
