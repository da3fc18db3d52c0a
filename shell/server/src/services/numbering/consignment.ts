import type { Id } from "@quanheng/kernel/id.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { commissionOfGinc } from "../../store/numbering/consignment.ts";
import { reading } from "../../store/transaction.ts";

/** The commission that a GINC names. @throws Refusal `not-found` also for one of somebody else */
export async function consignmentOf(
  context: Context,
  ginc: string,
): Promise<{ id: Id<"com">; number: string; ginc: string }> {
  return reading(context, async (tx) => {
    const { id, ...found } = (await commissionOfGinc(tx, ginc)) ?? refuse("not-found");
    return { id: id as Id<"com">, ...found };
  });
}
