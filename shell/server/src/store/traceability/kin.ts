import { sql } from "kysely";
import type { Transaction } from "../transaction.ts";
import type { EventRow } from "./event.ts";

/** An event reduced to what a trace needs. */
export type KinEvent = {
  readonly number: number;
  readonly type: string;
  readonly at: Date;
  readonly action: string | null;
  readonly process: string;
  readonly things: readonly { readonly thing: string; readonly role: string }[];
};

/**
 * The things that a thing was made from and those made from it or holding it, over all events that the reader sees. One
 * thing more than the most is looked for, so that the caller knows of more.
 */
export async function kinOf(tx: Transaction, thing: string, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ thing: string }>`
    WITH RECURSIVE down (thing) AS (
      SELECT ${thing}::text
      UNION
      SELECT t.thing FROM down d JOIN epcis_event_thing f ON f.thing = d.thing AND f.role IN ('input', 'child')
        JOIN epcis_event_thing t ON t.process = f.process AND t.role = CASE f.role WHEN 'input' THEN 'output' ELSE 'parent' END
    ), up (thing) AS (
      SELECT ${thing}::text
      UNION
      SELECT t.thing FROM up u JOIN epcis_event_thing f ON f.thing = u.thing AND f.role IN ('output', 'parent')
        JOIN epcis_event_thing t ON t.process = f.process AND t.role = CASE f.role WHEN 'output' THEN 'input' ELSE 'child' END
    )
    (SELECT thing FROM down LIMIT ${most + 1}) UNION (SELECT thing FROM up LIMIT ${most + 1})`.execute(tx);
  return rows.map((row) => row.thing);
}

/** The events about some things, but not those that the party which captured them declared wrong. */
export async function eventsAbout(tx: Transaction, things: readonly string[]): Promise<readonly KinEvent[]> {
  const { rows } = await sql<KinEvent>`
    SELECT e.number, e.type, e.event_time AS at, e.action, e.process, about.things
    FROM (
      SELECT t.event, jsonb_agg(jsonb_build_object('thing', t.thing, 'role', t.role)) AS things
      FROM epcis_event_thing t
      WHERE t.event IN (SELECT event FROM epcis_event_thing WHERE thing = ANY(${[...things]}::text[]))
      GROUP BY t.event
    ) about JOIN epcis_event e ON e.number = about.event
    WHERE NOT e.declares AND NOT EXISTS (
      SELECT FROM epcis_event d WHERE d.declares AND d.party_id = e.party_id AND d.event_id = e.event_id)`.execute(tx);
  return rows;
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

/** Of some events the parties, places, certificates and documents, where an event names any. */
export async function tellingEvents(tx: Transaction, numbers: readonly number[]): Promise<ReadonlyMap<number, object>> {
  const { rows } = await sql<{ number: number; told: object }>`
    SELECT number, jsonb_strip_nulls(jsonb_build_object('sourceList', event -> 'sourceList', 'destinationList', event -> 'destinationList',
      'bizLocation', event -> 'bizLocation', 'certificationInfo', event -> 'certificationInfo', 'bizTransactionList', event -> 'bizTransactionList')) AS told
    FROM epcis_event WHERE number = ANY(${[...numbers]}::bigint[])
      AND event ?| ARRAY['sourceList', 'destinationList', 'bizLocation', 'certificationInfo', 'bizTransactionList']`.execute(
    tx,
  );
  return new Map(rows.map(({ number, told }) => [number, told]));
}
