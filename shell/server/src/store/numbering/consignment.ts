import type { Transaction } from "../transaction.ts";

/** The commission that a GINC names, where the reader takes part in it. */
export async function commissionOfGinc(
  tx: Transaction,
  ginc: string,
): Promise<{ readonly id: string; readonly number: string; readonly ginc: string } | undefined> {
  return tx.selectFrom("commission").select(["id", "number", "ginc"]).where("ginc", "=", ginc).executeTakeFirst();
}
