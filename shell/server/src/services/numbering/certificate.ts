import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import type { Typesetter } from "../../adapters/typst/typesetter.ts";
import { dayOf } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { keysOfAllocation } from "../../store/numbering/key.ts";
import { findLicence } from "../../store/numbering/licence.ts";
import { reading } from "../../store/transaction.ts";
import { partyNames } from "./licences.ts";

const ISSUER: Bilingual = { zh: "物品编码中心", en: "Article Numbering Centre" };

/**
 * The certificate of keys that were handed out together: from the same rows the same bytes.
 *
 * @throws Refusal `not-found` also for keys of somebody else
 */
export async function allocationCertificate(
  context: Context,
  typesetter: Typesetter,
  id: Id<"alc">,
): Promise<Uint8Array> {
  const { at, ...data } = await reading(context, async (tx) => {
    const keys = await keysOfAllocation(tx, id);
    const first = keys[0] ?? refuse("not-found");
    const licence = (await findLicence(tx, first.licence_id)) ?? refuse("not-found");
    const nameOf = await partyNames(tx, [licence]);
    return {
      at: first.allocated_at,
      issuer: ISSUER,
      number: id,
      demonstration: licence.demonstration,
      holder: nameOf(licence),
      prefix: licence.prefix,
      validFrom: licence.valid_from,
      validTo: licence.valid_to,
      ...{ kind: first.kind, ai: first.ai, purpose: first.purpose, origin: first.origin },
      on: dayOf(first.allocated_at),
      keys: keys.map(({ value, withdrawn }) => ({ value, withdrawn })),
    };
  });
  const { pdf } = await typesetter.typeset({
    template: "/allocation.typ",
    files: { "/data.json": JSON.stringify(data) },
    timestampS: Math.floor(at.getTime() / 1000),
  });
  return pdf;
}
