import type { Selectable } from "kysely";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type FileRow = Selectable<Tables["file"]>;

export async function insertFile(tx: Transaction, file: FileRow): Promise<void> {
  await tx.insertInto("file").values(file).execute();
}

/** A file of the reader's own house. */
export async function findFile(tx: Transaction, id: string): Promise<FileRow | undefined> {
  return tx.selectFrom("file").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Files of the reader's own house by their ids. */
export async function filesById(tx: Transaction, ids: readonly string[]): Promise<readonly FileRow[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("file")
    .selectAll()
    .where("id", "in", [...ids])
    .execute();
}
