import { ed25519Jwk, keyUrl } from "@quanheng/formats/credential/did.ts";
import { identityAnchor } from "@quanheng/formats/credential/identity-anchor.ts";
import { signCredential } from "@quanheng/formats/credential/jws.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { accreditationsOf, findInstitution } from "../../store/institution.ts";
import { issuingInstitutions } from "../../store/status-list.ts";
import { reading } from "../../store/transaction.ts";
import { HOUSE_KEY, type PublicNames } from "../attestation/names.ts";

/**
 * The accreditation of an institution as an identity anchor, signed by the house whose register names it.
 *
 * The same accreditation gives the same bytes. Only who has issued something has a DID to anchor.
 *
 * @throws Refusal `not-found` also where no accreditation holds today
 */
export async function anchorOf(context: Context, keys: KeyStore, names: PublicNames, id: string): Promise<string> {
  const { name, accreditation } = await reading(context, async (tx) => {
    if (!(await issuingInstitutions(tx)).includes(id)) return refuse("not-found");
    const found = (await findInstitution(tx, id)) ?? refuse("not-found");
    const on = today(context);
    const held = await accreditationsOf(tx, id);
    const current = held.find(({ valid_from: from, valid_to: to }) => from <= on && on <= to);
    return { name: found.institution.name_en, accreditation: current ?? refuse("not-found") };
  });
  const { publicKey, sign } = await keys.credentialSignerOf(HOUSE_KEY);
  const register = { id: `${names.origin}/institutions`, name: "Register of institutions of the platform" };
  const credential = identityAnchor(
    {
      id: `${names.origin}/institutions/${id}/identity-anchor`,
      name: `${accreditation.invented ? "DEMONSTRATION · " : ""}${accreditation.body}, ${accreditation.number}`,
      issuer: { did: names.houseDid, name: register.name },
      validFrom: `${accreditation.valid_from}T00:00:00Z`,
      validUntil: `${accreditation.valid_to}T23:59:59Z`,
    },
    {
      did: names.institutionDid(id),
      name,
      number: accreditation.number,
      accreditedOn: accreditation.valid_from,
      register,
      registrar: { id: names.houseDid, name: register.name },
      scope: [],
    },
  );
  return signCredential(credential, { kid: keyUrl(names.houseDid, ed25519Jwk(publicKey)), sign });
}
