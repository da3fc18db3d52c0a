import type { TrustBundle } from "@quanheng/contract/schemas/attestation.ts";
import { vkey } from "@quanheng/formats/log/key.ts";
import { pemOfCertificate } from "@quanheng/formats/signature/pem.ts";
import { readTrust, type Trust } from "@quanheng/formats/verify/trust.ts";
import type { z } from "zod";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import { trustBundle } from "../../adapters/keys/trust-bundle.ts";
import type { Context } from "../../context.ts";
import { issuingInstitutions } from "../../store/status-list.ts";
import { reading } from "../../store/transaction.ts";
import { houseDocument, institutionDocument, institutionName } from "./did-documents.ts";
import type { PublicNames } from "./names.ts";
import type { StatusRegister } from "./status-lists.ts";

/** The house's own bundle of trust: as it is handed out, and as the verifier takes it. */
export type TrustDesk = {
  bundle(context: Context): Promise<z.infer<typeof TrustBundle>>;
  /** The same taken apart; kept until an institution or a list is new. */
  trust(context: Context): Promise<Trust>;
};

/** @param timestampRoots PEM of the authorities that vouch for time stamps; left out, no stamp is asked for */
export function openTrustDesk(
  keys: KeyStore,
  names: PublicNames,
  register: StatusRegister,
  timestampRoots?: readonly string[],
): TrustDesk {
  let kept: { readonly name: string; readonly bundle: z.infer<typeof TrustBundle>; readonly trust: Trust } | undefined;

  const present = async (context: Context) => {
    const [issuers, lists] = await Promise.all([reading(context, issuingInstitutions), register(context)]);
    const witnesses = (await keys.witnesses()).map(({ key }) => vkey(key));
    const sm2 = await sm2Issuers(keys, issuers);
    const name = `${issuers.join(" ")} sm2 ${sm2.join(" ")} ${lists.version} ${lists.madeAt.toISOString()} ${witnesses.join(" ")} ${keys.changes()}`;
    if (kept?.name === name) return kept;
    const house = await houseDocument(keys, names);
    const documents = await Promise.all(issuers.map((id) => institutionDocument(context, keys, names, id)));
    const bundle = await trustBundle(keys, {
      logName: names.log,
      witnesses,
      dids: Object.fromEntries([house, ...documents].map((document) => [document.id, document])),
      statusLists: lists.lists,
      sm2Certificates: await Promise.all(sm2.map((id) => sm2Certificate(context, keys, id))),
      ...(timestampRoots && { timestampCertificates: timestampRoots }),
      madeAt: lists.madeAt,
    });
    kept = { name, bundle, trust: readTrust(bundle) };
    return kept;
  };
  return {
    bundle: async (context) => (await present(context)).bundle,
    trust: async (context) => (await present(context)).trust,
  };
}

async function sm2Issuers(keys: KeyStore, issuers: readonly string[]): Promise<readonly string[]> {
  const signing = await Promise.all(issuers.map((id) => keys.signsWithSm2(id)));
  return issuers.filter((_, at) => signing[at]);
}

async function sm2Certificate(context: Context, keys: KeyStore, id: string): Promise<string> {
  const name = await reading(context, (tx) => institutionName(tx, id));
  return pemOfCertificate((await keys.sm2SignerOf({ id, name })).certificate);
}
