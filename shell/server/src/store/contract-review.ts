import { type Selectable, sql } from "kysely";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type ContractReview = Selectable<Tables["contract_review"]>;

export async function insertContractReview(tx: Transaction, review: ContractReview): Promise<void> {
  await tx
    .insertInto("contract_review")
    .values({ ...review, findings: asJson(review.findings) })
    .execute();
}

/** The contract review of one laboratory under an agreement. */
export async function findContractReview(
  tx: Transaction,
  agreementId: string,
  institutionId: string,
): Promise<ContractReview | undefined> {
  return tx
    .selectFrom("contract_review")
    .selectAll()
    .where("agreement_id", "=", agreementId)
    .where("institution_id", "=", institutionId)
    .executeTakeFirst();
}

/** How many laboratories of an agreement have accepted it; who they are stays with them and the client. */
export async function acceptanceCount(tx: Transaction, agreementId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT contract_acceptances(${agreementId}) AS count`.execute(tx);
  return rows[0]?.count ?? 0;
}
