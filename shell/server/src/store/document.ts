import type { Selectable } from "kysely";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type DocumentRole = Tables["document"]["role"];
export type DocumentRow = Selectable<Tables["document"]>;

export async function insertDocuments(tx: Transaction, documents: readonly DocumentRow[]): Promise<void> {
  await tx.insertInto("document").values(documents).execute();
}

/** Adds a document unless another node was faster with the same role. */
export async function insertDocumentOnce(tx: Transaction, document: DocumentRow): Promise<void> {
  await tx
    .insertInto("document")
    .values(document)
    .onConflict((conflict) => conflict.columns(["attestation_id", "role"]).doNothing())
    .execute();
}

/** The documents of a statement, the report first. */
export async function documentsOf(tx: Transaction, attestationId: string): Promise<readonly DocumentRow[]> {
  const order: readonly DocumentRole[] = ["pdf", "credential", "proof", "snapshot"];
  const rows = await tx.selectFrom("document").selectAll().where("attestation_id", "=", attestationId).execute();
  return rows.toSorted((one, other) => order.indexOf(one.role) - order.indexOf(other.role));
}

export async function findDocument(
  tx: Transaction,
  attestationId: string,
  role: DocumentRole,
): Promise<DocumentRow | undefined> {
  return tx
    .selectFrom("document")
    .selectAll()
    .where("attestation_id", "=", attestationId)
    .where("role", "=", role)
    .executeTakeFirst();
}
