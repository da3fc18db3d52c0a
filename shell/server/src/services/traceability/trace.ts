import type { Holder, Journey } from "@quanheng/contract/schemas/traceability.ts";
import { circle } from "@quanheng/formats/epcis/trace/circle.ts";
import { type Genealogy, genealogy } from "@quanheng/formats/epcis/trace/genealogy.ts";
import { type Holder as FoundHolder, recall } from "@quanheng/formats/epcis/trace/recall.ts";
import { trace } from "@quanheng/formats/epcis/trace/trace.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { partiesOfGlns } from "../../store/traceability/holder.ts";
import { eventsByNumber, type KinEvent, kinOf } from "../../store/traceability/kin.ts";
import { reading, type Transaction } from "../../store/transaction.ts";
import { eventView } from "./query.ts";
import { thingNamed } from "./thing-named.ts";

/** Things that are followed at most, and what is shown of each list at most. */
const MOST_THINGS = 20_000;
const SHOWN = 500;

export type Following = { readonly thing: string; readonly index: Genealogy; readonly cut: boolean };

/**
 * Everything that a thing was made from and that was made from it, over the events that the reader may see.
 *
 * @throws Refusal `trace-unknown` where no event is about it
 */
export async function follow(tx: Transaction, { actor }: Context, key: string): Promise<Following> {
  const thing = await thingNamed(tx, key, actor.partyId);
  const { events, cut } = await kinOf(tx, thing, MOST_THINGS);
  if (events.length === 0) refuse("trace-unknown", { thing: thing.slice(0, 200) });
  return { thing, index: genealogy(events, (name) => name), cut };
}

/**
 * The journey of a lot: up to its origins, down to what was made from it, with certificates, results and holders.
 *
 * @throws Refusal `trace-unknown`
 */
export async function journeyOf(context: Context, key: string): Promise<Journey> {
  return reading(context, async (tx) => {
    const { thing, index, cut } = await follow(tx, context, key);
    const way = trace(index, thing);
    const { holders, reached } = recall(index, thing, way.reached);
    const rows = await eventsByNumber(
      tx,
      way.events.slice(0, SHOWN).map((event) => (event as KinEvent).number),
    );
    const documents = new Map(way.evidence.map((each) => [`${each.kind} ${each.document} ${each.thing}`, each]));
    return {
      thing,
      origins: way.origins.slice(0, SHOWN).map((one) => ({ thing: one.thing, into: one.into ?? null })),
      reached: reached.slice(0, SHOWN).map((one) => ({ thing: one.thing, why: one.why, after: one.after ?? null })),
      events: rows.map((row) => eventView(row, context)),
      evidence: [...documents.values()]
        .slice(0, SHOWN)
        .map((each) => ({ document: each.document, kind: each.kind, thing: each.thing })),
      holders: await knownHolders(tx, holders.slice(0, SHOWN)),
      circle: circle(index, reached).slice(0, SHOWN),
      counts: { origins: way.origins.length, reached: reached.length, events: way.events.length },
      cut,
    };
  });
}

/** Holders with the party behind their GLN, where the platform knows it. */
export async function knownHolders(tx: Transaction, holders: readonly FoundHolder[]): Promise<Holder[]> {
  const glnOf = (holder: string) => /\/41[0-7]\/(\d{13})(?:[/?]|$)/.exec(holder)?.[1];
  const parties = await partiesOfGlns(tx, [...new Set(holders.flatMap(({ holder }) => glnOf(holder) ?? []))]);
  return holders.map(({ holder, role, thing, since, latest }) => ({
    ...{ holder, role, thing, since, latest },
    partyId: parties.get(glnOf(holder) ?? "") ?? null,
  }));
}
