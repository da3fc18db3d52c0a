import type { recordLabelDesign } from "@quanheng/contract/routes/label.ts";
import type { KeptDesign } from "@quanheng/contract/schemas/label.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { designPage, insertDesign, type LabelDesignRow, newestDesign } from "../../store/numbering/label-design.ts";
import type { PageAsk, PageOf } from "../../store/page.ts";
import { inTransaction, reading } from "../../store/transaction.ts";

/** Designs of labels of the reader's party. */
export async function pageDesigns(context: Context, ask: PageAsk): Promise<PageOf<KeptDesign>> {
  return reading(context, async (tx) => {
    const page = await designPage(tx, ask);
    return { items: page.items.map(view), next: page.next };
  });
}

function view({ id, version, name, design, recorded_at }: LabelDesignRow): KeptDesign {
  return {
    ...{ version, name },
    id: id as KeptDesign["id"],
    design: design as KeptDesign["design"],
    recordedAt: recorded_at.toISOString(),
  };
}

/**
 * Keeps a design as a new version.
 *
 * @throws Refusal `not-found` for a design of somebody else, `record-newer`
 */
export async function recordDesign(
  context: Context,
  { id: given, version, name, design }: z.output<(typeof recordLabelDesign)["body"]>,
): Promise<KeptDesign> {
  return inTransaction(context, async (tx) => {
    const { personId, partyId } = context.actor;
    invariant(personId && partyId, "who designs is somebody of a party");
    const newest = given === null ? 0 : await newestDesign(tx, given);
    if (given !== null && newest === 0) refuse("not-found");
    if (newest !== version) refuse("record-newer", { of: name, version: newest });
    const id = given ?? context.newId("lbd");
    const recordedAt = context.now();
    const row = { id, version: version + 1, party_id: partyId, name, design, recorded_by: personId };
    if (!(await insertDesign(tx, { ...row, recorded_at: recordedAt })))
      refuse("record-newer", { of: name, version: version + 1 });
    await recordAction(tx, context, { action: "label.design", subject: id, facts: { name, version: version + 1 } });
    return { id, version: version + 1, name, design, recordedAt: recordedAt.toISOString() };
  });
}
