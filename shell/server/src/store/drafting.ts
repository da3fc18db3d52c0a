import type { Draft } from "@quanheng/flow/selection/drafting/draft.ts";
import type { Counted } from "@quanheng/flow/selection/drafting/evidence.ts";
import type { DraftState } from "@quanheng/flow/selection/drafting/step.ts";
import type { IntervalLimit } from "@quanheng/flow/selection/limit.ts";
import { type Insertable, type Selectable, sql } from "kysely";
import { cursorOf, instantCursor, type PageAsk, type PageOf, pageOf } from "./page.ts";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type DraftRecord = Selectable<Tables["draft_standard"]>;
export type VersionRecord = Selectable<Tables["draft_version"]>;

/** Drafts that the reader may see, the newest first. */
export async function draftPage<Item>(
  tx: Transaction,
  { limit, after, kind, state }: PageAsk & { readonly kind?: Draft["kind"]; readonly state?: DraftState },
  item: (row: DraftRecord) => Item,
): Promise<PageOf<Item>> {
  let query = tx
    .selectFrom("draft_standard")
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (kind) query = query.where("kind", "=", kind);
  if (state) query = query.where("state", "=", state);
  const [instant, id] = instantCursor(after) ?? [];
  if (instant !== undefined && id !== undefined)
    query = query.where(sql<boolean>`(created_at, id) < (${instant}::timestamptz, ${id})`);
  return pageOf(await query.execute(), limit, item, (row) => cursorOf(row.created_at.toISOString(), row.id));
}

export async function findDraft(tx: Transaction, id: string): Promise<DraftRecord | undefined> {
  return tx.selectFrom("draft_standard").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The draft, kept from everybody else's change until the transaction ends; only the drafting house can lock it. */
export async function lockDraft(tx: Transaction, id: string): Promise<DraftRecord | undefined> {
  return tx.selectFrom("draft_standard").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
}

export async function insertDraft(tx: Transaction, row: Insertable<Tables["draft_standard"]>): Promise<void> {
  await tx.insertInto("draft_standard").values(row).execute();
}

export async function updateDraft(
  tx: Transaction,
  id: string,
  change: Partial<
    Pick<DraftRecord, "kind" | "number" | "title_zh" | "title_en" | "state" | "version" | "approved_by" | "changed_at">
  >,
): Promise<void> {
  await tx.updateTable("draft_standard").set(change).where("id", "=", id).execute();
}

/** The versions that the reader may see, the newest first. */
export async function draftVersions(tx: Transaction, draftId: string): Promise<readonly VersionRecord[]> {
  return tx
    .selectFrom("draft_version")
    .selectAll()
    .where("draft_id", "=", draftId)
    .orderBy("number", "desc")
    .limit(500)
    .execute();
}

export async function insertDraftVersion(
  tx: Transaction,
  { content, ...row }: Omit<VersionRecord, "content"> & { readonly content: Draft },
): Promise<void> {
  await tx
    .insertInto("draft_version")
    .values({ ...row, content: asJson(content) })
    .execute();
}

export async function draftSteps(tx: Transaction, draftId: string) {
  return tx.selectFrom("draft_step").selectAll().where("draft_id", "=", draftId).orderBy("serial").limit(500).execute();
}

export async function insertDraftStep(tx: Transaction, row: Insertable<Tables["draft_step"]>): Promise<void> {
  await tx.insertInto("draft_step").values(row).execute();
}

/** The id of a party by its id or its unified social credit code. */
export async function draftParty(tx: Transaction, wanted: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`SELECT draft_party(${wanted}) AS id`.execute(tx);
  return rows[0]?.id ?? undefined;
}

/**
 * What the database counts over the issued results of all enterprises; null below its thresholds.
 *
 * @param unit of the results, UCUM
 * @param limit in the same unit; null where the proposal is no range
 */
export async function draftEvidence(
  tx: Transaction,
  {
    product,
    characteristic,
    unit,
  }: { readonly product: string; readonly characteristic: string; readonly unit: string },
  limit: IntervalLimit | null,
): Promise<Counted | null> {
  const [min, max] = [limit?.min ?? null, limit?.max ?? null];
  const { rows } = await sql<{ counted: Counted | null }>`
    SELECT draft_evidence(${product}, ${characteristic}, ${unit}, ${min}::numeric, ${limit?.minExclusive ?? false},
      ${max}::numeric, ${limit?.maxExclusive ?? false}) AS counted`.execute(tx);
  return rows[0]?.counted ?? null;
}
