import type { EpcisEvent } from "@quanheng/formats/epcis/event.ts";
import { sql } from "kysely";
import type { Transaction } from "../transaction.ts";
import type { EventRow } from "./event.ts";

/** An event reduced to what a trace needs, its names in the compared form. */
export type KinEvent = EpcisEvent & { readonly number: number };

/**
 * The keys of the things that a thing was made from and of those made from it or holding it, over all events that the
 * reader sees. One thing more than the most is looked for, so that the caller knows of more.
 */
export async function kinOf(tx: Transaction, thing: string, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ keys: readonly string[] | null }>`
    WITH RECURSIVE down (key) AS (
      SELECT hashtextextended(${thing}, 0)
      UNION
      SELECT t.thing_key FROM down d JOIN epcis_event_thing f ON f.thing_key = d.key AND f.side = 1
        JOIN epcis_event_thing t ON t.process_key = f.process_key AND t.side = 2
    ), up (key) AS (
      SELECT hashtextextended(${thing}, 0)
      UNION
      SELECT t.thing_key FROM up u JOIN epcis_event_thing f ON f.thing_key = u.key AND f.side = 2
        JOIN epcis_event_thing t ON t.process_key = f.process_key AND t.side = 1
    ), kin (key) AS ((SELECT key FROM down LIMIT ${most + 1}) UNION (SELECT key FROM up LIMIT ${most + 1}))
    SELECT array_agg(key::text) AS keys FROM kin`.execute(tx);
  return rows[0]?.keys ?? [];
}

/** The events about the things of some keys, but not those that the party which captured them declared wrong. */
export async function eventsAbout(tx: Transaction, keys: readonly string[]): Promise<readonly KinEvent[]> {
  const { rows } = await sql<{ events: readonly KinEvent[] | null }>`
    SELECT json_agg(e.light || jsonb_build_object('number', e.number)) AS events FROM epcis_event e
    WHERE e.number IN (SELECT event FROM epcis_event_thing WHERE thing_key = ANY(${[...keys]}::bigint[]))
      AND NOT e.declares AND NOT EXISTS (
        SELECT FROM epcis_event d WHERE d.declares AND d.party_id = e.party_id AND d.event_id = e.event_id)`.execute(
    tx,
  );
  return rows[0]?.events ?? [];
}

/** Some events whole, in the order of their happening. */
export async function eventsByNumber(tx: Transaction, numbers: readonly number[]): Promise<readonly EventRow[]> {
  if (numbers.length === 0) return [];
  return tx
    .selectFrom("epcis_event")
    .selectAll()
    .where("number", "=", sql<number>`ANY(${[...numbers]}::bigint[])`)
    .orderBy("event_time")
    .orderBy("number")
    .execute();
}
