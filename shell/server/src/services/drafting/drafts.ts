import type { listDrafts } from "@quanheng/contract/routes/drafting.ts";
import type { DraftEntry, DraftSummary } from "@quanheng/contract/schemas/drafting.ts";
import type { Draft } from "@quanheng/flow/selection/drafting/draft.ts";
import { draftNumber } from "@quanheng/flow/selection/drafting/number.ts";
import { refuse as refuseDraft } from "@quanheng/flow/selection/drafting/refusals.ts";
import { stepFrom } from "@quanheng/flow/selection/drafting/step.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { type DraftRecord, draftPage, insertDraft, insertDraftVersion } from "../../store/drafting.ts";
import { institutionNames, type Names } from "../../store/names.ts";
import type { PageOf } from "../../store/page.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { draftForChange, headOf, keepStep, refuseOutdated, takeStep } from "./open-draft.ts";

type Summary = z.infer<typeof DraftSummary>;

/** Drafts that the reader may see, the newest first. */
export async function pageDrafts(
  context: Context,
  { kind, state, ...page }: z.output<(typeof listDrafts)["query"]>,
): Promise<PageOf<Summary>> {
  return reading(context, async (tx) => {
    const { items, next } = await draftPage(
      tx,
      { ...page, ...(kind ? { kind } : {}), ...(state ? { state } : {}) },
      (row) => row,
    );
    const houses = await institutionNames(
      tx,
      items.map(({ institution_id }) => institution_id),
    );
    return { items: items.map((row) => draftSummary(row, houses)), next };
  });
}

export function draftSummary(row: DraftRecord, houses: Names): Summary {
  return {
    id: row.id as Summary["id"],
    kind: row.kind,
    number: row.number,
    title: { zh: row.title_zh, en: row.title_en },
    state: row.state,
    institution: houses(row.institution_id),
    createdAt: row.created_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
  };
}

/**
 * Begins a draft with its first version.
 *
 * @throws Refusal `draft-number-malformed`, `draft-number-taken`, `product-unknown`
 */
export async function beginDraft(context: Context, entry: DraftEntry): Promise<{ id: Summary["id"] }> {
  return inTransaction(context, async (tx) => {
    const content = await contentOf(tx, context, entry, []);
    const id = context.newId("dst");
    const at = context.now();
    const by = context.actor.personId ?? refuse("not-signed-in");
    const institution_id = context.actor.partyId ?? refuse("not-permitted");
    await insertDraft(tx, {
      ...headOf(content),
      ...{ id, institution_id, state: "working", version: 1, author_id: by, approved_by: null },
      ...{ created_at: at, changed_at: at },
    });
    await insertDraftVersion(tx, {
      ...{ draft_id: id, institution_id, number: 1, content, reason: "", recorded_by: by, recorded_at: at },
    });
    await keepStep(tx, context, { id, institution_id }, "begin", null, at);
    return { id };
  });
}

/**
 * Keeps the next version of a draft.
 *
 * @throws Refusal `not-found`, `draft-step-impossible` while others comment or approve, `stale`, and those of `beginDraft`
 */
export async function reviseDraft(
  context: Context,
  id: string,
  {
    version: seen,
    draft: entry,
    reason,
  }: { readonly version: number; readonly draft: DraftEntry; readonly reason: string },
): Promise<{ version: number }> {
  return inTransaction(context, async (tx) => {
    const open = await draftForChange(tx, context, id);
    stepFrom(open.draft.state, "revise");
    await refuseOutdated(tx, open, seen);
    const known = open.versions.flatMap(({ content }) => content.limits.map((limit) => limit.id));
    const content = await contentOf(tx, context, entry, known);
    const { institution_id } = open.draft;
    const number = open.draft.version + 1;
    await insertDraftVersion(tx, {
      ...{ draft_id: id, institution_id, number, content, reason },
      ...{ recorded_by: context.actor.personId ?? refuse("not-signed-in"), recorded_at: context.now() },
    });
    await takeStep(tx, context, open.draft, "revise", { reason, version: number, ...headOf(content) });
    return { version: number };
  });
}

/** The text of a version as it is kept: an even number, known products, ids for new limits. */
async function contentOf(
  tx: Transaction,
  context: Context,
  entry: DraftEntry,
  known: readonly string[],
): Promise<Draft> {
  const reference = await readReference(tx);
  const number = draftNumber(entry.kind, entry.number);
  if (reference.documents.has(number)) refuseDraft("draft-number-taken", { number });
  requireProducts(entry.products, reference);
  const taken = new Set<string>();
  return {
    kind: entry.kind,
    number,
    title: entry.title,
    products: [...new Set(entry.products)],
    scope: entry.scope,
    limits: entry.limits.map(({ id, texts, rationale }) => {
      // An id of another draft, or one that stands twice, would mix up two limits.
      if (id !== null && (!known.includes(id) || taken.has(id))) refuseDraft("draft-limit-unknown", { limit: id });
      const own = id ?? context.newId("dli");
      taken.add(own);
      return { id: own, texts, rationale };
    }),
  };
}

function requireProducts(products: readonly string[], reference: Reference): void {
  for (const product of products) if (!reference.products.has(product)) refuse("product-unknown", { product });
}
