import type { RecallRecord } from "@quanheng/contract/schemas/traceability.ts";
import { recall } from "@quanheng/formats/epcis/trace/recall.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { announceAll } from "../../store/outbox.ts";
import type { PageAsk, PageOf } from "../../store/page.ts";
import { asJson } from "../../store/tables/column.ts";
import { findRecall, insertRecall, type RecallRow, recallPage } from "../../store/traceability/recall.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { follow, knownHolders } from "./trace.ts";

/**
 * Calls a lot back: keeps what was made from it and who has or had it, and tells every holder on the platform.
 *
 * @throws Refusal `trace-unknown`
 */
export async function callLotBack(
  context: Context,
  { key, reason }: { readonly key: string; readonly reason: string },
): Promise<RecallRecord> {
  const { personId, partyId } = context.actor;
  invariant(personId && partyId, "who calls back is somebody of a party");
  return inTransaction(context, async (tx) => {
    const { thing, index } = await follow(tx, context, key);
    const found = recall(index, thing);
    const holders = await knownHolders(tx, found.holders);
    const notified = [...new Set(holders.flatMap((holder) => holder.partyId ?? []))].filter((id) => id !== partyId);
    const id = context.newId("rcl");
    const row = {
      ...{ id, party_id: partyId, thing, reason, notified, called_by: personId, called_at: context.now() },
      reached: found.reached.map((one) => ({ thing: one.thing, why: one.why, after: one.after ?? null })),
      holders,
    };
    await insertRecall(tx, { ...row, reached: asJson(row.reached), holders: asJson(holders) });
    const facts = { thing, reached: found.reached.length, told: notified.length };
    await recordAction(tx, context, { action: "trace.recall", subject: id, facts });
    await tellHolders(tx, context, row);
    return view(row, context);
  });
}

/**
 * Tells every holder of a recall once more: who called it, or a regulator that oversees it.
 *
 * @returns how many parties are told
 * @throws Refusal `not-found`, also for a holder, who is told and tells nobody
 */
export async function tellAgain(context: Context, id: string): Promise<{ told: number }> {
  return inTransaction(context, async (tx) => {
    const row = (await findRecall(tx, id)) ?? refuse("not-found");
    const { partyId, role } = context.actor;
    if (row.party_id !== partyId && role !== "regulator") refuse("not-found");
    const facts = { thing: row.thing, told: row.notified.length };
    await recordAction(tx, context, { action: "trace.remind", subject: id, facts });
    await tellHolders(tx, context, row);
    return { told: row.notified.length };
  });
}

async function tellHolders(
  tx: Transaction,
  context: Context,
  { id, thing, reason, notified }: Pick<RecallRow, "id" | "thing" | "reason" | "notified">,
): Promise<void> {
  if (notified.length === 0) return;
  await announceAll(
    tx,
    context,
    notified.map((party) => ({ topic: "trace.recalled", subject: id, facts: { thing, reason, party } })),
  );
}

export async function pageRecalls(context: Context, ask: PageAsk): Promise<PageOf<RecallRecord>> {
  return reading(context, (tx) => recallPage(tx, ask, (row) => view(row, context)));
}

function view(row: RecallRow, context: Context): RecallRecord {
  const own = row.party_id === context.actor.partyId;
  const all = row.holders as RecallRecord["holders"];
  // Who is told sees its own goods, not the caller's other customers.
  const mayAll = own || context.actor.role === "regulator";
  return {
    id: row.id as RecallRecord["id"],
    thing: row.thing,
    reason: row.reason,
    reached: row.reached as RecallRecord["reached"],
    holders: mayAll ? all : all.filter(({ partyId }) => partyId === context.actor.partyId),
    notified: mayAll ? row.notified.length : 1,
    calledAt: row.called_at.toISOString(),
    own,
  };
}
