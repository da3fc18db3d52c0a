import { itemProblems, itemsOfLinkset } from "@quanheng/centres/article-numbering/resolver/check-item.ts";
import type { ResolverItem } from "@quanheng/centres/article-numbering/resolver/item.ts";
import type { importLinkset } from "@quanheng/contract/routes/resolver.ts";
import type { LinksetImportOutcome } from "@quanheng/contract/schemas/resolver.ts";
import { canonicalJson } from "@quanheng/formats/bytes/canonical-json.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { findItem, holdsPrefixOf } from "../../store/numbering/resolver-item.ts";
import { inTransaction, type Transaction } from "../../store/transaction.ts";
import { inherits, keepItem } from "./items.ts";

/** More contexts than a linkset of one request may bring. */
const MOST = 1000;

type Judged = {
  readonly item: ResolverItem;
  readonly version: number;
  readonly same: boolean;
  readonly bad: LinksetImportOutcome["bad"];
};

/**
 * Takes links over from a linkset: all of its items, or none where one is bad.
 *
 * @returns also the paths that were recorded, for the resolver to look at anew
 * @throws Refusal `linkset-unreadable`, `too-large`
 */
export async function importLinks(
  context: Context,
  { document, commit }: z.output<(typeof importLinkset)["body"]>,
): Promise<LinksetImportOutcome & { readonly paths: readonly string[] }> {
  const read = itemsOfLinkset(document);
  if (!read.ok) return refuse("linkset-unreadable", { at: read.at });
  if (read.items.length > MOST) refuse("too-large", { limit: String(MOST) });
  return inTransaction(context, async (tx) => {
    const judged: Judged[] = [];
    for (const item of read.items) judged.push(await judge(tx, context, item, read.items));
    const bad = judged.flatMap((each) => each.bad);
    const fresh = judged.filter((each) => !each.same && each.bad.length === 0);
    const outcome = {
      added: fresh.filter(({ version }) => version === 0).length,
      changed: fresh.filter(({ version }) => version > 0).length,
      same: judged.filter(({ same }) => same).length,
      bad,
      paths: [],
    };
    if (!commit || bad.length > 0) return outcome;
    for (const { item, version } of fresh) await keepItem(tx, context, item, version);
    await recordAction(tx, context, {
      action: "resolver.import",
      subject: context.actor.partyId ?? "cluster",
      facts: { added: outcome.added, changed: outcome.changed },
    });
    return { ...outcome, paths: fresh.map(({ item }) => item.path) };
  });
}

async function judge(
  tx: Transaction,
  context: Context,
  item: ResolverItem,
  all: readonly ResolverItem[],
): Promise<Judged> {
  const newest = await findItem(tx, item.path);
  const above = all.some(({ path }) => item.path.startsWith(`${path}/`)) || (await inherits(tx, item.path));
  const held = await holdsPrefixOf(tx, item.path, today(context));
  const twice = all.filter(({ path }) => path === item.path).length > 1;
  const faults = [
    ...(held ? [] : [{ fault: "prefix-not-held" }]),
    ...(twice ? [{ fault: "twice" }] : []),
    ...itemProblems(item, above),
  ];
  const content = (of: Pick<ResolverItem, "description" | "withdrawn" | "links">) =>
    canonicalJson([of.description, of.withdrawn, of.links]);
  return {
    item,
    version: newest?.version ?? 0,
    same: newest !== undefined && content(newest as ResolverItem) === content(item),
    bad: faults.map(({ fault, ...place }) => ({
      path: item.path,
      fault,
      relation: "relation" in place ? (place.relation ?? null) : null,
    })),
  };
}
