import type { Insertable, Selectable } from "kysely";
import { sql } from "kysely";
import { cursorOf, instantCursor, type PageAsk, type PageOf, pageOf } from "../page.ts";
import type { Tables } from "../tables.ts";
import type { Transaction } from "../transaction.ts";

export type CaptureRow = Selectable<Tables["epcis_capture"]>;

/** Captures of one party go one after the other, so that two with the same event do not meet. */
export async function lockCaptures(tx: Transaction, partyId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${partyId}, 85))`.execute(tx);
}

export async function insertCapture(tx: Transaction, row: Insertable<Tables["epcis_capture"]>): Promise<void> {
  await tx.insertInto("epcis_capture").values(row).execute();
}

/** How far a capture has come. */
export async function updateCapture(
  tx: Transaction,
  id: string,
  change: Pick<
    Insertable<Tables["epcis_capture"]>,
    "state" | "read" | "kept" | "known" | "wrong" | "errors" | "changed_at"
  >,
): Promise<void> {
  await tx.updateTable("epcis_capture").set(change).where("id", "=", id).execute();
}

export async function findCapture(tx: Transaction, id: string): Promise<CaptureRow | undefined> {
  return tx.selectFrom("epcis_capture").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Captures of the reader's party, the newest first. */
export async function capturePage<Item>(
  tx: Transaction,
  { after, limit }: PageAsk,
  item: (row: CaptureRow) => Item,
): Promise<PageOf<Item>> {
  const from = instantCursor(after);
  let query = tx
    .selectFrom("epcis_capture")
    .selectAll()
    .orderBy("begun_at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (from) query = query.where(sql<boolean>`(begun_at, id) < (${from[0]}::timestamptz, ${from[1]})`);
  return pageOf(await query.execute(), limit, item, ({ begun_at, id }) => cursorOf(begun_at.toISOString(), id));
}
