import { readAsked } from "@quanheng/centres/article-numbering/resolver/asked.ts";
import { itemProblems } from "@quanheng/centres/article-numbering/resolver/check-item.ts";
import type { ResolverItem as Known } from "@quanheng/centres/article-numbering/resolver/item.ts";
import { linksetDocument } from "@quanheng/centres/article-numbering/resolver/linkset.ts";
import type { listResolverItems, recordResolverItem } from "@quanheng/contract/routes/resolver.ts";
import type { ResolverItem } from "@quanheng/contract/schemas/resolver.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import {
  findItem,
  holdsPrefixOf,
  type ItemRow,
  insertItem,
  itemPage,
  itemsAt,
} from "../../store/numbering/resolver-item.ts";
import type { PageOf } from "../../store/page.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";

/** Items of the reader's party. */
export async function pageItems(
  context: Context,
  query: z.output<(typeof listResolverItems)["query"]>,
): Promise<PageOf<ResolverItem>> {
  return reading(context, async (tx) => {
    const page = await itemPage(tx, context.actor.partyId ?? "", query);
    return { items: page.items.map(itemView), next: page.next };
  });
}

/** One level of a key. @throws Refusal `not-found` also for one of somebody else */
export async function getItem(context: Context, path: string): Promise<ResolverItem> {
  return reading(context, async (tx) => {
    const row = await findItem(tx, path);
    return row?.party_id === context.actor.partyId && row ? itemView(row) : refuse("not-found");
  });
}

/** A row as pages see it. */
export function itemView({ path, version, description, withdrawn, links, recorded_at }: ItemRow): ResolverItem {
  return {
    path,
    version,
    description,
    withdrawn,
    links: links as ResolverItem["links"],
    recordedAt: recorded_at.toISOString(),
  };
}

/**
 * Says where a level of a key leads, as a new version.
 *
 * @throws Refusal `prefix-not-held`, `item-wrong`, `record-newer`
 */
export async function recordItem(
  context: Context,
  change: z.output<(typeof recordResolverItem)["body"]>,
): Promise<ResolverItem> {
  return inTransaction(context, async (tx) => {
    const item: Known = { ...change };
    const [problem] = itemProblems(item, await inherits(tx, item.path));
    if (problem)
      refuse("item-wrong", { fault: problem.fault, relation: problem.relation ?? "", at: (problem.at ?? 0) + 1 });
    const row = await keepItem(tx, context, item, change.version);
    await recordAction(tx, context, {
      action: change.withdrawn ? "resolver.withdraw" : "resolver.record",
      subject: change.path,
      facts: { version: row.version },
    });
    return row;
  });
}

/** Whether a level above says where a request leads that nothing better is known for. */
export async function inherits(tx: Transaction, path: string): Promise<boolean> {
  const read = readAsked(path);
  const above = read.ok ? read.value.levels.slice(1) : [];
  if (above.length === 0) return false;
  const known = await itemsAt(tx, above);
  return known.some(({ withdrawn, links }) => !withdrawn && (links[DEFAULT]?.length ?? 0) > 0);
}

const DEFAULT = "https://ref.gs1.org/voc/defaultLink";

/** @throws Refusal `prefix-not-held`, `record-newer` */
export async function keepItem(tx: Transaction, context: Context, item: Known, version: number): Promise<ResolverItem> {
  const { personId, partyId } = context.actor;
  invariant(personId && partyId, "who records is somebody of a party");
  if (!(await holdsPrefixOf(tx, item.path, today(context)))) refuse("prefix-not-held", { path: item.path });
  const newest = await findItem(tx, item.path);
  const recordedAt = context.now();
  const next = { ...item, version: version + 1, partyId, recordedBy: personId, recordedAt };
  if ((newest?.version ?? 0) !== version || !(await insertItem(tx, next)))
    refuse("record-newer", { of: item.path, version: newest?.version ?? version + 1 });
  const { path, description, withdrawn, links } = item;
  return {
    ...{ path, description, withdrawn, version: version + 1 },
    links: structuredClone(links) as ResolverItem["links"],
    recordedAt: recordedAt.toISOString(),
  };
}

/** Items of one export; a larger resolver is exported by its database. */
const MOST = 5000;

/** All links of the reader's party as one linkset. @throws Refusal `too-large` */
export async function exportItems(context: Context, origin: string): Promise<Uint8Array> {
  return reading(context, async (tx) => {
    const { items, next } = await itemPage(tx, context.actor.partyId ?? "", { limit: MOST });
    if (next !== null) refuse("too-large", { limit: String(MOST) });
    const known = items.filter(({ withdrawn }) => !withdrawn).map((row) => itemView(row) as Known);
    return Buffer.from(JSON.stringify(linksetDocument(origin, known), null, 2), "utf8");
  });
}
