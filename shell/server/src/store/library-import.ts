import { type Selectable, sql } from "kysely";
import { cursorOf, instantCursor, type PageAsk, type PageOf, pageOf, readCursor } from "./page.ts";
import type { ImportRowKind } from "./tables/reference.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type ImportRecord = Selectable<Tables["library_import"]>;
export type ImportRowRecord = Selectable<Tables["library_import_row"]>;
export type NewImportRow = {
  readonly line: number;
  readonly kind: ImportRowKind;
  readonly row_id: string | null;
  readonly body: string | null;
  readonly before_version: string | null;
  readonly changes: string;
  readonly problems: string;
};

export async function insertImport(
  tx: Transaction,
  record: Pick<ImportRecord, "id" | "person_id" | "file_name"> & { at: Date },
): Promise<void> {
  const { at, ...rest } = record;
  await tx
    .insertInto("library_import")
    .values({ ...rest, state: "reading", counts: "{}", created_at: at, changed_at: at })
    .execute();
}

export async function findImport(tx: Transaction, id: string): Promise<ImportRecord | undefined> {
  return tx.selectFrom("library_import").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The import for whoever moves it on: nobody else does until the transaction ends. */
export async function lockImport(tx: Transaction, id: string): Promise<ImportRecord | undefined> {
  return tx.selectFrom("library_import").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
}

export async function importPage<Item>(
  tx: Transaction,
  ask: PageAsk,
  item: (row: ImportRecord) => Item,
): Promise<PageOf<Item>> {
  const after = instantCursor(ask.after);
  let query = tx
    .selectFrom("library_import")
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(ask.limit + 1);
  if (after) query = query.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]})`);
  return pageOf(await query.execute(), ask.limit, item, (row) => cursorOf(row.created_at.toISOString(), row.id));
}

export async function moveImport(
  tx: Transaction,
  id: string,
  change: {
    state?: ImportRecord["state"];
    total?: number;
    done?: number;
    counts?: string;
    problem?: string;
    reason?: string;
  },
  at: Date,
): Promise<void> {
  await tx
    .updateTable("library_import")
    .set({ ...change, changed_at: at })
    .where("id", "=", id)
    .execute();
}

export async function insertImportRows(
  tx: Transaction,
  importId: string,
  rows: readonly NewImportRow[],
): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto("library_import_row")
      .values(rows.map((row) => ({ import_id: importId, ...row })))
      .execute();
}

export async function importRowPage<Item>(
  tx: Transaction,
  importId: string,
  kind: ImportRowKind,
  ask: PageAsk,
  item: (row: ImportRowRecord) => Item,
): Promise<PageOf<Item>> {
  const after = Number(readCursor(ask.after, 1)?.[0] ?? 0);
  const rows = await tx
    .selectFrom("library_import_row")
    .selectAll()
    .where("import_id", "=", importId)
    .where("kind", "=", kind)
    .where("line", ">", Number.isSafeInteger(after) ? after : 0)
    .orderBy("line")
    .limit(ask.limit + 1)
    .execute();
  return pageOf(rows, ask.limit, item, ({ line }) => cursorOf(String(line)));
}

/** The rows that change the library, with the newest version that each was compared with. */
export async function changingRows(tx: Transaction, importId: string): Promise<readonly ImportRowRecord[]> {
  return tx
    .selectFrom("library_import_row")
    .selectAll()
    .where("import_id", "=", importId)
    .where("kind", "in", ["new", "changed"])
    .orderBy("line")
    .execute();
}

/** How many of the changing rows have got another newest version since, and when the newest of all was recorded. */
export async function importStanding(
  tx: Transaction,
  importId: string,
): Promise<{ readonly outdated: number; readonly newest: Date | null }> {
  const { rows } = await sql<{ outdated: number; newest: Date | null }>`
    SELECT count(*) FILTER (WHERE n.id IS DISTINCT FROM r.before_version) AS outdated, max(n.recorded_at) AS newest
    FROM library_import_row r
    LEFT JOIN LATERAL (SELECT q.id, q.recorded_at FROM requirement q WHERE q.row_id = r.row_id ORDER BY q.recorded_at DESC LIMIT 1) n ON true
    WHERE r.import_id = ${importId} AND r.kind IN ('new', 'changed')`.execute(tx);
  return rows[0]!;
}
