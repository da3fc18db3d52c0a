import type { Mention } from "@quanheng/formats/epcis/mentions.ts";
import { type Selectable, sql } from "kysely";
import { cursorOf, type PageAsk, type PageOf, pageOf, readCursor } from "../page.ts";
import type { Tables } from "../tables.ts";
import type { Transaction } from "../transaction.ts";

export type EventRow = Selectable<Tables["epcis_event"]>;
/** An event as it is kept, its times as ISO 8601, with what it is about. */
export type NewEvent = {
  readonly event_id: string;
  readonly hash: string;
  readonly declares: boolean;
  readonly type: string;
  readonly event_time: string;
  readonly action: string | null;
  readonly biz_step: string | null;
  readonly disposition: string | null;
  readonly read_point: string | null;
  readonly biz_location: string | null;
  readonly process: string;
  readonly event: unknown;
  readonly context: unknown;
  readonly light: unknown;
  readonly things: readonly Mention[];
};
type Of = { readonly partyId: string; readonly captureId: string; readonly recordTime: Date };

/**
 * Keeps events and what they are about in one statement; events that the party has under the same identity are left
 * out, and told of with what they say.
 *
 * @returns the identities that were there already, with their hashes
 */
export async function insertEvents(
  tx: Transaction,
  { partyId, captureId, recordTime }: Of,
  events: readonly NewEvent[],
): Promise<ReadonlyMap<string, string>> {
  if (events.length === 0) return new Map();
  const { rows } = await sql<{ event_id: string; declares: boolean; hash: string }>`
    WITH given AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS g (event_id text, hash text, declares boolean,
        type text, event_time timestamptz, action text, biz_step text, disposition text, read_point text, biz_location text,
        process text, event jsonb, context jsonb, light jsonb, things jsonb)
    ), before AS MATERIALIZED (
      SELECT e.event_id, e.declares, e.hash FROM given g
      JOIN epcis_event e ON e.party_id = ${partyId} AND e.event_id = g.event_id AND e.declares = g.declares
    ), kept AS (
      INSERT INTO epcis_event (party_id, capture_id, event_id, hash, declares, type, event_time, record_time, action, biz_step,
        disposition, read_point, biz_location, process, event, context, light)
      SELECT ${partyId}, ${captureId}, event_id, hash, declares, type, event_time, ${recordTime}, action, biz_step, disposition,
        read_point, biz_location, process, event, context, light
      FROM given WHERE NOT EXISTS (SELECT FROM before b WHERE b.event_id = given.event_id AND b.declares = given.declares)
      RETURNING number, event_id, declares, process
    ), about AS (
      INSERT INTO epcis_event_thing (thing, event, role, class, party_id, process)
      SELECT t.thing, k.number, t.role, t.class, ${partyId}, k.process
      FROM kept k JOIN given g ON g.event_id = k.event_id AND g.declares = k.declares,
        jsonb_to_recordset(g.things) AS t (thing text, role text, class boolean)
    )
    SELECT event_id, declares, hash FROM before`.execute(tx);
  return new Map(rows.map(({ event_id, declares, hash }) => [`${declares} ${event_id}`, hash]));
}

export type ThingFilter = {
  readonly things: readonly string[];
  readonly roles: readonly string[];
  readonly class: boolean | null;
};
export type EventFilter = {
  readonly types?: readonly string[] | undefined;
  readonly eventIds?: readonly string[] | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly steps?: readonly string[] | undefined;
  readonly dispositions?: readonly string[] | undefined;
  readonly readPoints?: readonly string[] | undefined;
  readonly locations?: readonly string[] | undefined;
  readonly happenedFrom?: string | undefined;
  readonly happenedBefore?: string | undefined;
  readonly recordedFrom?: string | undefined;
  readonly recordedBefore?: string | undefined;
  readonly declared?: boolean | undefined;
  readonly things?: readonly ThingFilter[] | undefined;
};

/** Events that the reader may see, the newest in its happening first. */
export async function eventPage<Item>(
  tx: Transaction,
  filter: EventFilter,
  { after, limit }: PageAsk,
  item: (row: EventRow) => Item,
): Promise<PageOf<Item>> {
  let query = tx
    .selectFrom("epcis_event as e")
    .selectAll()
    .orderBy("e.event_time", "desc")
    .orderBy("e.number", "desc")
    .limit(limit + 1);
  const lists = [
    ["e.type", filter.types],
    ["e.event_id", filter.eventIds],
    ["e.action", filter.actions],
    ["e.biz_step", filter.steps],
    ["e.disposition", filter.dispositions],
    ["e.read_point", filter.readPoints],
    ["e.biz_location", filter.locations],
  ] as const;
  for (const [column, values] of lists)
    if (values) query = query.where(column, "=", sql<string>`ANY(${[...values]}::text[])`);
  if (filter.happenedFrom) query = query.where("e.event_time", ">=", new Date(filter.happenedFrom));
  if (filter.happenedBefore) query = query.where("e.event_time", "<", new Date(filter.happenedBefore));
  if (filter.recordedFrom) query = query.where("e.record_time", ">=", new Date(filter.recordedFrom));
  if (filter.recordedBefore) query = query.where("e.record_time", "<", new Date(filter.recordedBefore));
  if (filter.declared !== undefined) query = query.where("e.declares", "=", filter.declared);
  for (const { things, roles, class: ofClass } of filter.things ?? []) {
    query = query.where(sql<boolean>`EXISTS (SELECT FROM epcis_event_thing t WHERE t.event = e.number
      AND t.thing = ANY(${[...things]}::text[]) AND t.role = ANY(${[...roles]}::text[])
      AND (${ofClass}::boolean IS NULL OR t.class = ${ofClass}::boolean))`);
  }
  const [time, number] = readCursor(after, 2) ?? [];
  if (time !== undefined && number !== undefined && !Number.isNaN(Date.parse(time)) && /^\d{1,15}$/.test(number))
    query = query.where(sql<boolean>`(e.event_time, e.number) < (${new Date(time)}, ${number}::bigint)`);
  return pageOf(await query.execute(), limit, item, (row) =>
    cursorOf(row.event_time.toISOString(), String(row.number)),
  );
}
