import { EventQuery } from "@quanheng/contract/schemas/event-query.ts";
import type { NamedQuery } from "@quanheng/contract/schemas/event-subscription.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import type { PageAsk, PageOf } from "../../store/page.ts";
import { asJson } from "../../store/tables/column.ts";
import { deleteQuery, findQuery, insertQuery, queryPage } from "../../store/traceability/named-query.ts";
import { inTransaction, reading } from "../../store/transaction.ts";
import { filterOf } from "./event-filter.ts";
import { queryEventsOf } from "./query.ts";

/**
 * Gives a query a name, after it was read once: a query that cannot be asked is not kept.
 *
 * @throws Refusal `epcis-query-wrong`, `epcis-pattern`, `epcis-name-taken`
 */
export async function nameQuery(context: Context, { name, query }: NamedQuery): Promise<NamedQuery> {
  const { personId, partyId } = context.actor;
  invariant(personId && partyId, "who names a query is somebody of a party");
  filterOf(readQuery(query));
  return inTransaction(context, async (tx) => {
    const row = { party_id: partyId, name, created_by: personId, created_at: context.now() };
    const isFree = name !== "SimpleEventQuery" && (await insertQuery(tx, { ...row, query: asJson(query) }));
    if (!isFree) refuse("epcis-name-taken", { name });
    await recordAction(tx, context, { action: "trace.query", subject: name, facts: {} });
    return { name, query };
  });
}

/**
 * The parameters of a kept query; lists become alternatives.
 *
 * @throws Refusal `epcis-query-wrong`
 */
export function readQuery(query: Readonly<Record<string, unknown>>): EventQuery {
  const flat = Object.entries(query).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join("|") : String(value),
  ]);
  const read = EventQuery.safeParse(Object.fromEntries(flat));
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const parameter = (first?.code === "unrecognized_keys" ? first.keys[0] : first?.path.join(".")) ?? "";
  return refuse("epcis-query-wrong", { parameter });
}

/** @throws Refusal `not-found` */
export async function queryOf(context: Context, name: string): Promise<NamedQuery> {
  const row = await reading(context, (tx) => findQuery(tx, name));
  return row ? { name: row.name, query: row.query as NamedQuery["query"] } : refuse("not-found");
}

export async function pageQueries(context: Context, ask: PageAsk): Promise<PageOf<NamedQuery>> {
  return reading(context, (tx) =>
    queryPage(tx, ask, (row) => ({ name: row.name, query: row.query as NamedQuery["query"] })),
  );
}

/** @throws Refusal `not-found` */
export async function forgetQuery(context: Context, name: string): Promise<void> {
  await inTransaction(context, async (tx) => {
    if (!(await deleteQuery(tx, name))) refuse("not-found");
    await recordAction(tx, context, { action: "trace.unquery", subject: name, facts: {} });
  });
}

/**
 * What a named query finds, page by page.
 *
 * @throws Refusal `not-found`, `epcis-too-many`
 */
export async function askQuery(
  context: Context,
  name: string,
  page: Pick<EventQuery, "perPage" | "nextPageToken">,
): Promise<{ readonly document: object; readonly next: string | null }> {
  const { query } = await queryOf(context, name);
  return queryEventsOf(context, { ...readQuery(query), ...page });
}
