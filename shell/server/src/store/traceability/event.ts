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
  const { rows } = await sql<{ event_id: string | null; declares: boolean; hash: string; first: number; last: number }>`
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
    SELECT event_id, declares, hash, 0 AS first, 0 AS last FROM before
    UNION ALL SELECT NULL, NULL, NULL, min(number), max(number) FROM kept HAVING count(*) > 0`.execute(tx);
  const kept = rows.find(({ event_id }) => event_id === null);
  if (kept) await sql`SELECT qh_epcis_due(${captureId}, ${kept.first}::bigint, ${kept.last}::bigint)`.execute(tx);
  return new Map(
    rows.filter((row) => row !== kept).map(({ event_id, declares, hash }) => [`${declares} ${event_id}`, hash]),
  );
}

export type ThingFilter = {
  readonly things: readonly string[];
  readonly roles: readonly string[];
  readonly class: boolean | null;
};
/** A condition on what an event holds, as a path of SQL/JSON with its variables. */
export type PathFilter = { readonly path: string; readonly vars: Readonly<Record<string, unknown>> };
/** Events that a capture recorded between two numbers. */
export type Span = { readonly capture: string; readonly first: number; readonly last: number };
export type EventFilter = {
  readonly types?: readonly string[] | undefined;
  readonly eventIds?: readonly string[] | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly steps?: readonly string[] | undefined;
  readonly dispositions?: readonly string[] | undefined;
  readonly readPoints?: readonly string[] | undefined;
  readonly locations?: readonly string[] | undefined;
  /** Places that are one of these, or within one. */
  readonly withinReadPoints?: readonly string[] | undefined;
  readonly withinLocations?: readonly string[] | undefined;
  readonly processes?: readonly string[] | undefined;
  readonly happenedFrom?: string | undefined;
  readonly happenedBefore?: string | undefined;
  readonly recordedFrom?: string | undefined;
  readonly recordedBefore?: string | undefined;
  readonly declared?: boolean | undefined;
  readonly things?: readonly ThingFilter[] | undefined;
  readonly holding?: readonly PathFilter[] | undefined;
  readonly spans?: readonly Span[] | undefined;
};
export type EventOrder = { readonly by: "event_time" | "record_time"; readonly direction: "asc" | "desc" };
const NEWEST: EventOrder = { by: "event_time", direction: "desc" };

/** Events that the reader may see; without an order the newest in its happening first. */
export async function eventPage<Item>(
  tx: Transaction,
  filter: EventFilter,
  { after, limit }: PageAsk,
  item: (row: EventRow) => Item,
  { by, direction }: EventOrder = NEWEST,
): Promise<PageOf<Item>> {
  let query = matching(tx, filter)
    .selectAll()
    .orderBy(`e.${by}`, direction)
    .orderBy("e.number", direction)
    .limit(limit + 1);
  const [time, number] = readCursor(after, 2) ?? [];
  if (time !== undefined && number !== undefined && !Number.isNaN(Date.parse(time)) && /^\d{1,15}$/.test(number))
    query = query.where(
      sql<boolean>`(${sql.ref(`e.${by}`)}, e.number) ${sql.raw(direction === "asc" ? ">" : "<")} (${new Date(time)}, ${number}::bigint)`,
    );
  return pageOf(await query.execute(), limit, item, (row) => cursorOf(row[by].toISOString(), String(row.number)));
}

/** How many events match, counted to one more than the most. */
export async function countEvents(tx: Transaction, filter: EventFilter, most: number): Promise<number> {
  const found = matching(tx, filter)
    .select("e.number")
    .limit(most + 1);
  const row = await tx
    .selectFrom(found.as("found"))
    .select((by) => by.fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  return Number(row.rows);
}

function matching(tx: Transaction, filter: EventFilter) {
  let query = tx.selectFrom("epcis_event as e");
  const lists = [
    ["e.type", filter.types],
    ["e.event_id", filter.eventIds],
    ["e.action", filter.actions],
    ["e.biz_step", filter.steps],
    ["e.disposition", filter.dispositions],
    ["e.read_point", filter.readPoints],
    ["e.biz_location", filter.locations],
    ["e.process", filter.processes],
  ] as const;
  for (const [column, values] of lists)
    if (values) query = query.where(column, "=", sql<string>`ANY(${[...values]}::text[])`);
  const places = [
    ["e.read_point", filter.withinReadPoints],
    ["e.biz_location", filter.withinLocations],
  ] as const;
  for (const [column, values] of places)
    if (values)
      query = query.where(sql<boolean>`EXISTS (SELECT FROM unnest(${[...values]}::text[]) AS p
        WHERE ${sql.ref(column)} = p OR starts_with(${sql.ref(column)}, p || '/'))`);
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
  for (const { path, vars } of filter.holding ?? [])
    query = query.where(
      sql<boolean>`jsonb_path_exists(e.event, ${path}::jsonpath, ${JSON.stringify(vars)}::jsonb, true)`,
    );
  if (filter.spans)
    query = query.where(sql<boolean>`EXISTS (
      SELECT FROM jsonb_to_recordset(${JSON.stringify(filter.spans)}::jsonb) AS s (capture text, first bigint, last bigint)
      WHERE e.capture_id = s.capture AND e.number BETWEEN s.first AND s.last)`);
  return query;
}
