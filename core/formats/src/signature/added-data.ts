import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { PdfDocument } from "../pdf/document.ts";
import type { Inflate } from "../pdf/inflate.ts";
import { type Certificate, readCertificate } from "./certificate.ts";
import type { PadesTrust } from "./chain.ts";
import { crlHolds, readCrl } from "./crl.ts";
import { sameBytes } from "./der.ts";
import { addValidationData, type ValidationData } from "./dss.ts";
import { ocspHolds, readOcsp } from "./ocsp.ts";
import { signatureHolds } from "./public-key.ts";

export type AddedData = {
  readonly data: ValidationData;
  readonly trust: PadesTrust;
  /** Certificates that came with the signatures. */
  readonly certificates: readonly Certificate[];
};

/**
 * Whether what follows the last signature is validation data and nothing else. No signature covers it, so it has to be
 * written exactly as this house writes it, and every item has to be signed by somebody that the file or the verifier
 * knows: then no byte of it can be changed unnoticed either.
 *
 * @param signed the file up to the end of the last signature
 * @example addedProperly({ bytes: new TextEncoder().encode("no PDF") }, new Uint8Array(), { data: { certificates: [], ocsps: [], crls: [] }, trust: { roots: [] }, certificates: [] }) // → false (nothing to add to)
 * @source ETSI EN 319 142-1 V1.1.1, 5.4.2; the strictness is ours
 */
export function addedProperly(signed: PdfDocument, bytes: Uint8Array, added: AddedData, inflate?: Inflate): boolean {
  const { data, trust } = added;
  return checked(() => {
    if (!sameBytes(addValidationData(signed.bytes, data, inflate), bytes)) return false;
    const kept = data.certificates.map(readCertificate);
    const roots = [...trust.roots, ...(trust.timestampRoots ?? [])].map(readCertificate);
    const known = [...added.certificates, ...kept, ...roots];
    return (
      kept.every((one) => known.some((issuer) => signatureOf(one, issuer))) &&
      data.ocsps.map(readOcsp).every((answer) => known.some((issuer) => checked(() => ocspHolds(answer, issuer)))) &&
      data.crls.map(readCrl).every((list) => known.some((issuer) => checked(() => crlHolds(list, issuer))))
    );
  });
}

function signatureOf(one: Certificate, issuer: Certificate): boolean {
  const named = issuer.isAuthority && sameBytes(one.issuer, issuer.subject);
  return named && checked(() => signatureHolds(issuer.publicKey, one.algorithm, one.signed, one.signature) === true);
}

function checked(judge: () => boolean): boolean {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return false;
  }
}
