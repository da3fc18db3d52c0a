import type { Selectable } from "kysely";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

/** What has become of a commission so far, as far as the reader may see it. */
export type CommissionWork = {
  readonly tasks: readonly Pick<
    Selectable<Tables["task"]>,
    "id" | "characteristic" | "method" | "institution_id" | "state" | "due_on"
  >[];
  readonly samples: readonly {
    readonly id: string;
    readonly number: string;
    readonly institution_id: string;
    readonly state: Tables["sample"]["state"];
    readonly received_at: Date | null;
    readonly condition: string | null;
  }[];
  readonly reviews: readonly {
    readonly institution_id: string;
    readonly outcome: string;
    readonly reviewed_at: Date;
  }[];
  readonly attestations: readonly {
    readonly id: string;
    readonly number: string;
    readonly institution_id: string;
    readonly issued_at: Date;
    readonly status: string;
  }[];
};

export async function workOf(tx: Transaction, commissionId: string): Promise<CommissionWork> {
  const tasks = await tx
    .selectFrom("task")
    .select(["id", "characteristic", "method", "institution_id", "state", "due_on"])
    .where("commission_id", "=", commissionId)
    .orderBy("due_on")
    .orderBy("id")
    .execute();
  const samples = await tx
    .selectFrom("sample")
    .leftJoinLateral(
      (by) =>
        by
          .selectFrom("sample_receipt as r")
          .whereRef("r.sample_id", "=", "sample.id")
          .select(["r.received_at", "r.condition"])
          .orderBy("r.received_at", "desc")
          .orderBy("r.id", "desc")
          .limit(1)
          .as("receipt"),
      (join) => join.onTrue(),
    )
    .select([
      "sample.id",
      "sample.number",
      "sample.institution_id",
      "sample.state",
      "receipt.received_at",
      "receipt.condition",
    ])
    .where("sample.commission_id", "=", commissionId)
    .where("sample.part_of", "is", null)
    .orderBy("sample.number")
    .execute();
  const reviews = await tx
    .selectFrom("contract_review")
    .select(["institution_id", "outcome", "reviewed_at"])
    .where("commission_id", "=", commissionId)
    .orderBy("reviewed_at")
    .execute();
  const attestations = await tx
    .selectFrom("attestation")
    .innerJoinLateral(
      (by) =>
        by
          .selectFrom("attestation_status as s")
          .whereRef("s.attestation_id", "=", "attestation.id")
          .select("s.status")
          .orderBy("s.set_at", "desc")
          .orderBy("s.id", "desc")
          .limit(1)
          .as("current"),
      (join) => join.onTrue(),
    )
    .select([
      "attestation.id",
      "attestation.number",
      "attestation.institution_id",
      "attestation.issued_at",
      "current.status",
    ])
    .where("attestation.commission_id", "=", commissionId)
    .orderBy("attestation.issued_at")
    .execute();
  return { tasks, samples, reviews, attestations };
}
