import { type Selectable, sql } from "kysely";
import { contains, cursorOf, type PageAsk, type PageOf, pageOf, readCursor } from "./page.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

/** What is shown of a scope beside its institution. */
const FIRST_LINES = 200;

export type InstitutionRow = Selectable<Tables["institution"]>;

/** Institutions by id, filtered by kind and by a part of either name. */
export async function institutionPage<Item>(
  tx: Transaction,
  ask: PageAsk & { readonly kind?: string | undefined; readonly text?: string | undefined },
  item: (row: InstitutionRow) => Item,
): Promise<PageOf<Item>> {
  const after = readCursor(ask.after, 1)?.[0];
  let query = tx
    .selectFrom("institution")
    .selectAll()
    .orderBy("id")
    .limit(ask.limit + 1);
  if (after !== undefined) query = query.where("id", ">", after);
  if (ask.kind !== undefined)
    query = query.where((by) =>
      by.or([
        by("kind", "=", ask.kind as InstitutionRow["kind"]),
        by("level", "=", ask.kind as NonNullable<InstitutionRow["level"]>),
      ]),
    );
  const text = ask.text;
  if (text)
    query = query.where((by) =>
      by.or([by("name_zh", "ilike", contains(text)), by("name_en", "ilike", contains(text))]),
    );
  return pageOf(await query.execute(), ask.limit, item, ({ id }) => cursorOf(id));
}

export async function findInstitution(
  tx: Transaction,
  id: string,
): Promise<{ institution: InstitutionRow; children: readonly InstitutionRow[] } | undefined> {
  const rows = await tx
    .selectFrom("institution")
    .selectAll()
    .where((by) => by.or([by("id", "=", id), by("parent_id", "=", id)]))
    .orderBy("id")
    .execute();
  const institution = rows.find((row) => row.id === id);
  return institution && { institution, children: rows.filter((row) => row.id !== id) };
}

export async function accreditationsOf(tx: Transaction, institutionId: string) {
  return tx.selectFrom("accreditation").selectAll().where("institution_id", "=", institutionId).orderBy("id").execute();
}

/** The whole scope, as a contract review is held against it. */
export async function scopeOf(tx: Transaction, institutionId: string) {
  return tx.selectFrom("scope_line").selectAll().where("institution_id", "=", institutionId).orderBy("id").execute();
}

/** The first lines of a scope; a reader reads the rest page by page. */
export async function firstScopeLines(tx: Transaction, institutionId: string) {
  return tx
    .selectFrom("scope_line")
    .selectAll()
    .where("institution_id", "=", institutionId)
    .where(sql<boolean>`valid_to >= valid_from`)
    .orderBy("id")
    .limit(FIRST_LINES)
    .execute();
}
