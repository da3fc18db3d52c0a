import type { Selectable } from "kysely";
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
