import type { listNumberedKeys, withdrawKey } from "@quanheng/contract/routes/numbering.ts";
import type { NumberedKey } from "@quanheng/contract/schemas/numbering.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { findKey, insertWithdrawal, type KeyRow, keyPage } from "../../store/numbering/key.ts";
import type { PageOf } from "../../store/page.ts";
import { inTransaction, reading } from "../../store/transaction.ts";

/** Keys of the reader's party. */
export async function pageKeys(
  context: Context,
  query: z.output<(typeof listNumberedKeys)["query"]>,
): Promise<PageOf<NumberedKey>> {
  return reading(context, async (tx) => {
    const page = await keyPage(tx, query);
    return { items: page.items.map(view), next: page.next };
  });
}

function view({ ai, value, kind, purpose, origin, allocation_id, allocated_at, withdrawn }: KeyRow): NumberedKey {
  return {
    ...{ ai, value, purpose, origin, withdrawn },
    kind: kind as NumberedKey["kind"],
    allocationId: allocation_id as NumberedKey["allocationId"],
    allocatedAt: allocated_at.toISOString(),
  };
}

/**
 * Withdraws a key for good.
 *
 * @throws Refusal `not-found`, `key-withdrawn`
 */
export async function withdraw(
  context: Context,
  { ai, value, reason }: z.output<(typeof withdrawKey)["body"]>,
): Promise<{ withdrawn: true }> {
  return inTransaction(context, async (tx) => {
    const key = (await findKey(tx, ai, value)) ?? refuse("not-found");
    const { personId, partyId } = context.actor;
    invariant(personId && partyId, "who withdraws is somebody of a party");
    const now = context.now();
    const done = await insertWithdrawal(tx, {
      ...{ ai, value, party_id: partyId, reason },
      ...{ withdrawn_by: personId, withdrawn_at: now },
    });
    if (!done) refuse("key-withdrawn", { value });
    await recordAction(tx, context, {
      action: "numbering.withdraw",
      subject: `(${ai})${key.value}`,
      facts: { reason },
    });
    return { withdrawn: true };
  });
}
