import {
  capacityOf,
  keyOfCount,
  type NumberedKind,
  seriesOf,
} from "@quanheng/centres/article-numbering/allocation/numbered-kind.ts";
import type { allocateKeys } from "@quanheng/contract/routes/numbering.ts";
import type { Element } from "@quanheng/formats/gs1/element.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { drawNumbers, insertNewKeys, type NewKey } from "../../store/numbering/key.ts";
import type { LicenceRow } from "../../store/numbering/licence.ts";
import { inTransaction, type Transaction } from "../../store/transaction.ts";
import { ownLicence } from "./licences.ts";

export type Allocated = { readonly id: Id<"alc">; readonly keys: { readonly ai: string; readonly value: string }[] };

/**
 * Hands out the next keys of a kind. Numbers that were taken over from outside are stepped over; there is no other gap.
 *
 * @throws Refusal `not-found`, `licence-not-in-force`, `numbers-used-up`
 */
export async function allocate(
  context: Context,
  licenceId: Id<"lic">,
  { kind, count, purpose }: z.output<(typeof allocateKeys)["body"]>,
): Promise<Allocated> {
  return inTransaction(context, async (tx) => {
    const licence = await ownLicence(tx, context, licenceId);
    const id = context.newId("alc");
    const of = { licence, kind, purpose, id };
    const keys: Element[] = [];
    while (keys.length < count) keys.push(...(await drawKeys(tx, context, of, keys.length, count - keys.length)));
    await recordAction(tx, context, {
      action: "numbering.allocate",
      subject: id,
      facts: { prefix: licence.prefix, kind, count, first: keys[0]?.value ?? "", last: keys.at(-1)?.value ?? "" },
    });
    return { id, keys: keys.map(({ ai, value }) => ({ ai, value })) };
  });
}

type Wanted = {
  readonly licence: LicenceRow;
  readonly kind: NumberedKind;
  readonly purpose: string;
  readonly id: Id<"alc">;
};

/** Draws so many numbers and keeps those that are not in use yet. */
async function drawKeys(
  tx: Transaction,
  context: Context,
  { licence, kind, purpose, id }: Wanted,
  have: number,
  count: number,
): Promise<readonly Element[]> {
  const { prefix, id: licence_id, party_id } = licence;
  const first = await drawNumbers(tx, { licence_id, series: seriesOf(kind), party_id }, count);
  const keys = Array.from({ length: count }, (_, n) => keyOfCount(kind, prefix, first + n));
  const capacity = capacityOf(kind, prefix);
  if (keys.some((key) => key === undefined))
    refuse("numbers-used-up", { kind, prefix, asked: have + count, left: Math.max(0, capacity - first) + have });
  const drawn = keys as readonly Element[];
  const kept = await insertNewKeys(
    tx,
    drawn.map(({ ai, value }, n) => newKey(context, { ai, value, kind, licence_id, party_id, purpose, id }, have + n)),
  );
  return drawn.filter(({ value }) => kept.has(value));
}

/** A row of the register. */
export function newKey(
  context: Context,
  key: Pick<NewKey, "ai" | "value" | "kind" | "licence_id" | "party_id" | "purpose"> & { readonly id: string },
  position: number,
  origin: NewKey["origin"] = "allocated",
): NewKey {
  const { id, ...rest } = key;
  const { personId } = context.actor;
  invariant(personId, "keys are handed out to somebody");
  return { ...rest, origin, allocation_id: id, position, allocated_by: personId, allocated_at: context.now() };
}
