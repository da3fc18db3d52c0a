import { type Kysely, type Selectable, sql } from "kysely";
import { cursorOf, type PageAsk, type PageOf, pageOf, readCursor } from "./page.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type FlagRecord = Selectable<Tables["library_flag"]>;
export type NewFlag = Omit<FlagRecord, "id" | "found_at" | "cleared_at">;

/** A flag with what its subject is: names of a scope line's object, the characteristic of either. */
export type FlagRow = FlagRecord & {
  readonly institution_id: string | null;
  readonly object_zh: string | null;
  readonly object_en: string | null;
  readonly characteristic: string | null;
};

/** Scope lines that are valid on a day. */
export async function scopeLinesOn(owner: Kysely<Tables>, day: string) {
  return owner
    .selectFrom("scope_line")
    .select(["id", "method"])
    .where("valid_from", "<=", day)
    .where("valid_to", ">=", day)
    .execute();
}

export async function openFlags(owner: Kysely<Tables>): Promise<readonly FlagRecord[]> {
  return owner.selectFrom("library_flag").selectAll().where("cleared_at", "is", null).execute();
}

export async function insertFlags(
  owner: Kysely<Tables>,
  flags: readonly (NewFlag & { readonly id: string; readonly found_at: Date })[],
): Promise<void> {
  for (let from = 0; from < flags.length; from += 1000)
    await owner
      .insertInto("library_flag")
      .values(flags.slice(from, from + 1000))
      .execute();
}

export async function clearFlags(owner: Kysely<Tables>, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length > 0)
    await owner
      .updateTable("library_flag")
      .set({ cleared_at: at })
      .where("id", "=", sql<string>`ANY (${[...ids]}::text[])`)
      .execute();
}

/** Flags that stand, by document and subject. */
export async function flagPage<Item>(
  tx: Transaction,
  { kind, ...ask }: PageAsk & { readonly kind?: FlagRecord["kind"] | undefined },
  item: (row: FlagRow) => Item,
): Promise<PageOf<Item>> {
  const after = readCursor(ask.after, 2);
  let query = tx
    .selectFrom("library_flag as f")
    .leftJoin("scope_line as s", (join) => join.onRef("s.id", "=", "f.subject").on("f.kind", "=", "scope-line"))
    .selectAll("f")
    .select((by) => [
      "s.institution_id",
      "s.object_zh",
      "s.object_en",
      by.fn
        .coalesce(
          "s.characteristic",
          sql<string>`(SELECT r.characteristic FROM requirement r WHERE r.row_id = f.subject ORDER BY r.recorded_at DESC LIMIT 1)`,
        )
        .as("characteristic"),
    ])
    .where("f.cleared_at", "is", null)
    .orderBy(sql`f.document COLLATE "C"`)
    .orderBy(sql`f.subject COLLATE "C"`)
    .limit(ask.limit + 1);
  if (kind !== undefined) query = query.where("f.kind", "=", kind);
  if (after)
    query = query.where(sql<boolean>`(f.document COLLATE "C", f.subject COLLATE "C") > (${after[0]}, ${after[1]})`);
  return pageOf((await query.execute()) as FlagRow[], ask.limit, item, (row) => cursorOf(row.document, row.subject));
}
