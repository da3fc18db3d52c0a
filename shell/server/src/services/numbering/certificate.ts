import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import { signInTurn } from "../../adapters/signing/sign-in-turn.ts";
import type { Typesetter } from "../../adapters/typst/typesetter.ts";
import { dayOf } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { keysOfAllocation } from "../../store/numbering/key.ts";
import { findLicence } from "../../store/numbering/licence.ts";
import { reading } from "../../store/transaction.ts";
import { partyNames } from "./licences.ts";

const ISSUER: Bilingual = { zh: "物品编码中心", en: "Article Numbering Centre" };

/** Who signs: the centre has a key of its own. */
const SIGNER = { id: "numbering-centre", name: ISSUER } as const;

/**
 * The certificate of keys that were handed out together, as they stand now, with the centre's signature.
 * *
 * @throws Refusal `not-found` also for keys of somebody else
 */
export async function allocationCertificate(
  context: Context,
  { typesetter, keys }: { readonly typesetter: Typesetter; readonly keys: KeyStore },
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
  const part = {
    signer: await keys.signerOf(SIGNER),
    signedBy: `${ISSUER.zh} ${ISSUER.en}`,
    reason: "编码分配证明 Certificate of allocation",
    location: `${ISSUER.zh} ${ISSUER.en}`,
    signedAt: context.now().toISOString(),
  };
  const { file } = await signInTurn(pdf, [part], { authorities: [], required: false });
  return file;
}
