import type { EpcisEvent } from "@quanheng/formats/epcis/event.ts";
import { sql } from "kysely";
import type { Transaction } from "../transaction.ts";
import type { EventRow } from "./event.ts";

/** An event reduced to what a trace needs, its names in the compared form. */
export type KinEvent = EpcisEvent & { readonly number: number };

/** The events about a thing and its kin, and whether there is more kin on one of the two ways than is followed; the nearest are. */
export type Kin = { readonly events: readonly KinEvent[]; readonly cut: boolean };

/**
 * The events about the things that a thing was made from, those made from it and those holding it, over all events that
 * the reader sees, but for those that the party which captured them declared wrong. Names are followed by their numbers; all
 * comes in one statement and as one text, because a long genealogy is ten thousand rows.
 */
export async function kinOf(tx: Transaction, thing: string, most: number): Promise<Kin> {
  const { rows } = await sql<{ things: number; events: readonly KinEvent[] | null }>`
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
    ), kin (key, way) AS MATERIALIZED (
      (SELECT key, 1 FROM down LIMIT ${most + 1}) UNION ALL (SELECT key, 2 FROM up LIMIT ${most + 1})
    ), about (number) AS MATERIALIZED (
      SELECT DISTINCT event FROM epcis_event_thing WHERE thing_key = ANY((SELECT array_agg(key) FROM kin)::bigint[])
    )
    SELECT (SELECT max(things) FROM (SELECT count(*) AS things FROM kin GROUP BY way) ways) AS things, (
      SELECT json_agg(e.light || jsonb_build_object('number', e.number)) FROM about JOIN epcis_event e ON e.number = about.number
      WHERE NOT e.declares AND NOT EXISTS (
        SELECT FROM epcis_event d WHERE d.declares AND d.party_id = e.party_id AND d.event_id = e.event_id)
    ) AS events`.execute(tx);
  return { events: rows[0]?.events ?? [], cut: (rows[0]?.things ?? 0) > most };
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
