import type { Share } from "@quanheng/contract/schemas/traceability.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import type { PageAsk, PageOf } from "../../store/page.ts";
import { deleteShare, insertShare, isKnownParty, sharePage } from "../../store/traceability/share.ts";
import { inTransaction, reading } from "../../store/transaction.ts";

/**
 * Lets a party read the own events, or no longer.
 *
 * @throws Refusal `not-found` for a party that is not on the platform, and for the own one
 */
export async function setShare(
  context: Context,
  { readerId, shared }: { readonly readerId: string; readonly shared: boolean },
): Promise<{ shared: boolean }> {
  const { personId, partyId } = context.actor;
  invariant(personId && partyId, "who shares is somebody of a party");
  return inTransaction(context, async (tx) => {
    if (readerId === partyId || !(await isKnownParty(tx, readerId))) refuse("not-found");
    if (shared)
      await insertShare(tx, { owner_id: partyId, reader_id: readerId, shared_by: personId, shared_at: context.now() });
    else await deleteShare(tx, partyId, readerId);
    await recordAction(tx, context, { action: shared ? "trace.share" : "trace.unshare", subject: readerId, facts: {} });
    return { shared };
  });
}

export async function pageShares(context: Context, ask: PageAsk): Promise<PageOf<z.infer<typeof Share>>> {
  return reading(context, (tx) =>
    sharePage(tx, context.actor.partyId ?? "", ask, ({ reader_id, name, shared_at }) => ({
      readerId: reader_id,
      name: name ?? reader_id,
      sharedAt: shared_at.toISOString(),
    })),
  );
}
