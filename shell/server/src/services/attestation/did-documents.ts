import { type DidDocument, didDocument } from "@quanheng/formats/credential/did.ts";
import { readCertificate } from "@quanheng/formats/signature/certificate.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { findInstitution } from "../../store/institution.ts";
import { issuingInstitutions } from "../../store/status-list.ts";
import { reading, type Transaction } from "../../store/transaction.ts";
import { HOUSE_KEY, type PublicNames } from "./names.ts";

/** The keys of the house, which signs status lists and nothing else with them. */
export async function houseDocument(keys: KeyStore, names: PublicNames): Promise<DidDocument> {
  const { publicKey } = await keys.credentialSignerOf(HOUSE_KEY);
  return didDocument(names.houseDid, { credential: [publicKey], document: [] });
}

/**
 * The keys with which an institution signs reports and credentials. Only who has issued something has keys that anyone
 * needs; asking for others makes none.
 *
 * @throws Refusal `not-found`
 */
export async function institutionDocument(
  context: Context,
  keys: KeyStore,
  names: PublicNames,
  id: string,
): Promise<DidDocument> {
  const { name } = await reading(context, async (tx) => {
    if (!(await issuingInstitutions(tx)).includes(id)) return refuse("not-found");
    return { name: await institutionName(tx, id) };
  });
  const { publicKey } = await keys.credentialSignerOf(id);
  const { certificate } = await keys.signerOf({ id, name });
  const document = readCertificate(certificate).publicKey;
  const former = await keys.formerKeysOf({ id, name });
  return didDocument(names.institutionDid(id), { credential: [publicKey], document: [document], former });
}

/** @throws Refusal `not-found` */
export async function institutionName(tx: Transaction, id: string): Promise<Bilingual> {
  const { institution } = (await findInstitution(tx, id)) ?? refuse("not-found");
  return { zh: institution.name_zh, en: institution.name_en };
}
