import { type Selectable, sql } from "kysely";
import { contains, cursorOf, instantCursor, type PageAsk, type PageOf, pageOf, readCursor } from "./page.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type ScopeImportRecord = Selectable<Tables["scope_import"]>;
export type ScopeImportRow = Selectable<Tables["scope_import_row"]>;
export type ScopeLineRow = Selectable<Tables["scope_line"]>;

/** Rows of one statement; below the driver's 65 535 parameters. */
const BATCH = 1000;

export async function findAccreditation(tx: Transaction, id: string) {
  return tx.selectFrom("accreditation").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function accreditationsById(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("accreditation")
    .selectAll()
    .where("id", "in", [...ids])
    .execute();
}

/** Lines of an accreditation that hold on a day or later. */
export async function scopeOfAccreditation(
  tx: Transaction,
  accreditationId: string,
  day: string,
): Promise<readonly ScopeLineRow[]> {
  return tx
    .selectFrom("scope_line")
    .selectAll()
    .where("accreditation_id", "=", accreditationId)
    .where("valid_to", ">=", day)
    .orderBy("id")
    .execute();
}

/** One house's lines by id, filtered by a part of method, characteristic or object. */
export async function scopePage<Item>(
  tx: Transaction,
  institutionId: string,
  ask: PageAsk & { readonly text?: string | undefined },
  item: (row: ScopeLineRow) => Item,
): Promise<PageOf<Item>> {
  const after = readCursor(ask.after, 1)?.[0];
  let query = tx
    .selectFrom("scope_line")
    .selectAll()
    .where("institution_id", "=", institutionId)
    .where(sql<boolean>`valid_to >= valid_from`)
    .orderBy("id")
    .limit(ask.limit + 1);
  if (after !== undefined) query = query.where("id", ">", after);
  const text = ask.text?.trim();
  if (text)
    query = query.where((by) =>
      by.or(
        (["method", "characteristic", "object_zh", "object_en"] as const).map((name) =>
          by(name, "ilike", contains(text)),
        ),
      ),
    );
  return pageOf(await query.execute(), ask.limit, item, ({ id }) => cursorOf(id));
}

/** How many open commissions of a house rest on each method and characteristic. */
export async function scopeInUse(
  tx: Transaction,
  institutionId: string,
): Promise<readonly { readonly commission: string; readonly method: string; readonly characteristic: string }[]> {
  const { rows } = await sql<{ commission: string; method: string; characteristic: string }>`
    SELECT DISTINCT c.id AS commission, l ->> 'method' AS method, each AS characteristic
    FROM commission c
    JOIN agreement a ON a.id = agreement_in_force(c.id)
    CROSS JOIN LATERAL jsonb_array_elements(a.terms -> 'lines') l
    CROSS JOIN LATERAL jsonb_array_elements_text(l -> 'characteristics') each
    WHERE c.state IN ('submitted', 'agreed', 'in-progress') AND l ->> 'institutionId' = ${institutionId}`.execute(tx);
  return rows;
}

export async function insertScopeImport(
  tx: Transaction,
  record: Omit<ScopeImportRecord, "counts" | "reason" | "decided_by" | "decided_at"> & { readonly counts: string },
): Promise<void> {
  await tx.insertInto("scope_import").values(record).execute();
}

export async function insertScopeImportRows(
  tx: Transaction,
  rows: readonly (Omit<ScopeImportRow, "before" | "after" | "changes" | "problems"> & {
    readonly before: string | null;
    readonly after: string | null;
    readonly changes: string;
    readonly problems: string;
  })[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH)
    await tx
      .insertInto("scope_import_row")
      .values(rows.slice(from, from + BATCH))
      .execute();
}

export async function findScopeImport(tx: Transaction, id: string): Promise<ScopeImportRecord | undefined> {
  return tx.selectFrom("scope_import").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The import for whoever decides on it: nobody else does until the transaction ends. */
export async function lockScopeImport(tx: Transaction, id: string): Promise<ScopeImportRecord | undefined> {
  return tx.selectFrom("scope_import").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
}

export async function scopeImportPage(tx: Transaction, ask: PageAsk): Promise<PageOf<ScopeImportRecord>> {
  const after = instantCursor(ask.after);
  let query = tx
    .selectFrom("scope_import")
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(ask.limit + 1);
  if (after) query = query.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]})`);
  return pageOf(
    await query.execute(),
    ask.limit,
    (row) => row,
    (row) => cursorOf(row.created_at.toISOString(), row.id),
  );
}

export async function scopeImportRowPage<Item>(
  tx: Transaction,
  importId: string,
  kind: ScopeImportRow["kind"],
  ask: PageAsk,
  item: (row: ScopeImportRow) => Item,
): Promise<PageOf<Item>> {
  const after = Number(readCursor(ask.after, 1)?.[0] ?? -1);
  const rows = await tx
    .selectFrom("scope_import_row")
    .selectAll()
    .where("import_id", "=", importId)
    .where("kind", "=", kind)
    .where("serial", ">", Number.isSafeInteger(after) ? after : -1)
    .orderBy("serial")
    .limit(ask.limit + 1)
    .execute();
  return pageOf(rows, ask.limit, item, ({ serial }) => cursorOf(String(serial)));
}

export async function changingScopeRows(tx: Transaction, importId: string): Promise<readonly ScopeImportRow[]> {
  return tx
    .selectFrom("scope_import_row")
    .selectAll()
    .where("import_id", "=", importId)
    .where("kind", "in", ["new", "changed", "ended"])
    .orderBy("serial")
    .execute();
}

export async function decideScopeImport(
  tx: Transaction,
  id: string,
  decision: Pick<ScopeImportRecord, "state" | "decided_by" | "reason"> & { readonly decided_at: Date },
): Promise<void> {
  await tx.updateTable("scope_import").set(decision).where("id", "=", id).execute();
}

/** Writes lines as they are from now on; a line that was there takes the new content. */
export async function keepScopeLines(tx: Transaction, lines: readonly ScopeLineRow[]): Promise<void> {
  for (let from = 0; from < lines.length; from += BATCH)
    await tx
      .insertInto("scope_line")
      .values(lines.slice(from, from + BATCH))
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((by) => ({
          object_en: by.ref("excluded.object_en"),
          range_min: by.ref("excluded.range_min"),
          range_max: by.ref("excluded.range_max"),
          unit: by.ref("excluded.unit"),
          cmc: by.ref("excluded.cmc"),
          valid_from: by.ref("excluded.valid_from"),
          valid_to: by.ref("excluded.valid_to"),
        })),
      )
      .execute();
}

export async function insertScopeChanges(
  tx: Transaction,
  changes: readonly (Omit<Selectable<Tables["scope_change"]>, "before" | "after"> & {
    readonly before: string | null;
    readonly after: string | null;
  })[],
): Promise<void> {
  for (let from = 0; from < changes.length; from += BATCH)
    await tx
      .insertInto("scope_change")
      .values(changes.slice(from, from + BATCH))
      .execute();
}

export async function announceScope(tx: Transaction, importId: string, at: Date): Promise<void> {
  await sql`SELECT announce_scope(${importId}, ${at})`.execute(tx);
}
