import type { Selectable } from "kysely";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type InstrumentRow = Selectable<Tables["instrument"]>;

/** The instruments of some types in a laboratory's register, retired ones left out, those valid longest first. */
export async function instrumentsOfTypes(
  tx: Transaction,
  institutionId: string,
  types: readonly string[],
): Promise<readonly InstrumentRow[]> {
  if (types.length === 0) return [];
  return tx
    .selectFrom("instrument")
    .selectAll()
    .where("institution_id", "=", institutionId)
    .where("type", "in", [...types])
    .where("status", "<>", "retired")
    .orderBy("type")
    .orderBy("due_on", "desc")
    .orderBy("id")
    .execute();
}

/** Instruments of a laboratory by their ids; a foreign one is not among them. */
export async function instrumentsById(
  tx: Transaction,
  institutionId: string,
  ids: readonly string[],
): Promise<readonly InstrumentRow[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("instrument")
    .selectAll()
    .where("institution_id", "=", institutionId)
    .where("id", "in", [...ids])
    .execute();
}
