import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { Certificate } from "./certificate.ts";
import { crlHolds, readCrl } from "./crl.ts";
import { sameBytes } from "./der.ts";
import { answerAbout, ocspHolds, readOcsp } from "./ocsp.ts";

/** What is known about revocation: answers of responders and lists, DER. */
export type RevocationData = { readonly ocsps: readonly Uint8Array[]; readonly crls: readonly Uint8Array[] };

export type RevocationStatus =
  | { readonly status: "good" }
  | { readonly status: "revoked"; readonly at: string }
  | { readonly status: "unknown" };

/**
 * What the data say of a certificate at an instant. A revocation counts from its date on: what provably came before
 * stays good. Data that had run out before the instant say nothing of it; data without an end speak up to their date.
 *
 * @param at ISO 8601 in UTC; null when no instant is proven, and then any revocation counts
 * @example revocationStatus({ serial: "05" }, { subject: new Uint8Array() }, { ocsps: [], crls: [new Uint8Array([0x30, 0])] }, null) // → { status: "unknown" } (unreadable data say nothing)
 * @source RFC 5280, 6.3.3; RFC 6960, 3.2; ETSI EN 319 102-1 V1.3.1, 5.2.5 (recalled)
 */
export function revocationStatus(
  certificate: Certificate,
  issuer: Certificate,
  data: RevocationData,
  at: string | null,
): RevocationStatus {
  const said = [
    ...data.ocsps.flatMap((der) => quietly(() => ocspSays(der, certificate, issuer))),
    ...data.crls.flatMap((der) => quietly(() => crlSays(der, certificate, issuer))),
  ];
  const revoked = said.flatMap(({ revokedAt }) => (revokedAt === undefined ? [] : [revokedAt])).sort();
  const [first] = revoked;
  if (first !== undefined) {
    return at !== null && first > at ? { status: "good" } : { status: "revoked", at: first };
  }
  const speaks = said.some(({ until }) => at === null || until >= at);
  return { status: speaks ? "good" : "unknown" };
}

/** `until` is how far it speaks; `revokedAt` is undefined for a good certificate. */
type Said = { readonly until: string; readonly revokedAt: string | undefined };

function ocspSays(der: Uint8Array, certificate: Certificate, issuer: Certificate): Said[] {
  const response = readOcsp(der);
  const answer = answerAbout(response, certificate, issuer);
  if (!answer || answer.status === "unknown" || !ocspHolds(response, issuer)) return [];
  return [{ until: answer.nextUpdate ?? answer.thisUpdate, revokedAt: answer.revokedAt }];
}

function crlSays(der: Uint8Array, certificate: Certificate, issuer: Certificate): Said[] {
  const list = readCrl(der);
  if (!sameBytes(list.issuer, certificate.issuer) || !crlHolds(list, issuer)) return [];
  const entry = list.revoked.find(({ serial }) => serial === certificate.serial);
  return [{ until: list.nextUpdate ?? list.thisUpdate, revokedAt: entry?.at }];
}

/** Damaged data say nothing. */
function quietly(read: () => Said[]): Said[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [];
  }
}
