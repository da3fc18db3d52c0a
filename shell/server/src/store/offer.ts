import type { Selectable } from "kysely";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type OfferRow = Selectable<Tables["offer"]>;
export type LabTermsRow = Selectable<Tables["lab_terms"]>;

/** Offers of active institutions that are valid on a day, in a fixed order. */
export async function offersOn(tx: Transaction, day: string): Promise<readonly OfferRow[]> {
  return tx
    .selectFrom("offer")
    .innerJoin("institution", "institution.id", "offer.institution_id")
    .where("institution.status", "=", "active")
    .where("offer.valid_from", "<=", day)
    .where("offer.valid_to", ">=", day)
    .selectAll("offer")
    .orderBy("offer.id")
    .execute();
}

export async function labTermsOf(tx: Transaction, institutionIds: readonly string[]): Promise<readonly LabTermsRow[]> {
  if (institutionIds.length === 0) return [];
  return tx
    .selectFrom("lab_terms")
    .selectAll()
    .where("institution_id", "in", [...institutionIds])
    .orderBy("institution_id")
    .execute();
}

/** The characteristics that somebody offers to determine on a day. */
export async function offeredCharacteristics(tx: Transaction, day: string): Promise<ReadonlySet<string>> {
  const offers = await offersOn(tx, day);
  return new Set(
    offers.flatMap(({ characteristics }) => (characteristics as readonly { id: string }[]).map(({ id }) => id)),
  );
}
