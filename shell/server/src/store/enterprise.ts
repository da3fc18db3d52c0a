import type { Selectable } from "kysely";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type EnterpriseRow = Selectable<Tables["enterprise"]>;

/** An enterprise that the reader may see: its own, or a client whose work lies on its desk. */
export async function findEnterprise(tx: Transaction, id: string): Promise<EnterpriseRow | undefined> {
  return tx.selectFrom("enterprise").selectAll().where("id", "=", id).executeTakeFirst();
}
