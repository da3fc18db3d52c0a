import { sha256 } from "@noble/hashes/sha2.js";
import { refuse } from "../refusals.ts";
import { type Certificate, serialOf } from "./certificate.ts";
import type { CertificateSigner } from "./certificate-write.ts";
import { signatureAlgorithm } from "./certificate-write.ts";
import { bitsOf, children, contextTag, expectTag, readDer, sameBytes, TAG } from "./der.ts";
import { generalizedTime, timeOf } from "./der-time.ts";
import { element, octets, oid, sequence, smallInteger } from "./der-write.ts";
import { type Algorithm, algorithmOf, signatureHolds } from "./public-key.ts";
import { positive } from "./timestamp-request.ts";

/** A certificate that no longer counts, and since when. */
export type Revocation = {
  /** Hexadecimal, as `Certificate.serial`. */
  readonly serial: string;
  /** ISO 8601 in UTC with seconds. */
  readonly at: string;
};

/** A list of revoked certificates, before anyone believes it. */
export type RevocationList = {
  readonly issuer: Uint8Array;
  readonly thisUpdate: string;
  /** When a newer list is due; undefined when it does not say. */
  readonly nextUpdate: string | undefined;
  readonly revoked: readonly Revocation[];
  readonly signed: Uint8Array;
  readonly algorithm: Algorithm;
  readonly signature: Uint8Array;
};

/**
 * Reads a list of revoked certificates. Lists that speak of a part only (a critical extension says so) are not read.
 *
 * @example refusalOf(() => readCrl(new Uint8Array([0x30, 0]))) // → "der-unreadable" (no list)
 * @throws Refusal `der-unreadable`, `certificate-unreadable`
 * @source RFC 5280, 5.1 and 5.2
 */
export function readCrl(der: Uint8Array): RevocationList {
  const [signed, outer, signature] = children(expectTag(readDer(der), TAG.sequence));
  const fields = children(expectTag(signed, TAG.sequence));
  if (fields[0]?.tag === TAG.integer) fields.shift();
  const [inner, issuer, thisUpdate, ...rest] = fields;
  if (!signed || !outer || !inner || !sameBytes(outer.whole, inner.whole)) return refuse("der-unreadable");
  const next = rest[0]?.tag === TAG.utcTime || rest[0]?.tag === TAG.generalizedTime ? rest.shift() : undefined;
  const entries = rest[0]?.tag === TAG.sequence ? children(rest[0]) : [];
  const [extensions] = rest.filter(({ tag }) => tag === contextTag(0)).flatMap(children);
  for (const extension of extensions ? children(extensions) : []) {
    if (children(extension)[1]?.tag === TAG.boolean) refuse("der-unreadable");
  }
  return {
    issuer: expectTag(issuer, TAG.sequence).whole,
    thisUpdate: timeOf(thisUpdate),
    nextUpdate: next && timeOf(next),
    revoked: entries.map((entry) => {
      const [serial, at] = children(expectTag(entry, TAG.sequence));
      return { serial: serialOf(serial), at: timeOf(at) };
    }),
    signed: signed.whole,
    algorithm: algorithmOf(outer),
    signature: bitsOf(signature),
  };
}

/**
 * Whether the authority that issued a list signed it.
 *
 * @example crlHolds({ issuer: new Uint8Array([1]) }, { subject: new Uint8Array([2]) }) // → false (another's list)
 * @throws Refusal `der-unreadable` for a damaged key
 * @source RFC 5280, 6.3.3, for lists of the authority itself
 */
export function crlHolds(list: RevocationList, authority: Certificate): boolean {
  return (
    sameBytes(list.issuer, authority.subject) &&
    (authority.keyUsage === undefined || (authority.keyUsage & 0x02) !== 0) &&
    signatureHolds(authority.publicKey, list.algorithm, list.signed, list.signature) === true
  );
}

export type RevocationListDraft = {
  readonly authority: Certificate;
  /** Counts up with every list. */
  readonly number: number;
  readonly thisUpdate: string;
  readonly nextUpdate: string;
  readonly revoked: readonly Revocation[];
};

/**
 * Issues a list of revoked certificates.
 *
 * @returns DER
 * @example issueCrl({ authority: { subject: new Uint8Array([0x30, 0]), publicKey: new Uint8Array(), isAuthority: true }, number: 1, thisUpdate: "2026-11-25T08:00:00Z", nextUpdate: "2026-12-25T08:00:00Z", revoked: [{ serial: "ab", at: "2026-11-24T08:00:00Z" }] }, { algorithm: "ed25519", sign: async () => new Uint8Array(64) }).then((der) => readCrl(der).revoked) // → [{ serial: "ab", at: "2026-11-24T08:00:00Z" }] (what went in)
 * @source RFC 5280, 5.1 and 5.2.1 to 5.2.3
 */
export async function issueCrl(draft: RevocationListDraft, signer: CertificateSigner): Promise<Uint8Array> {
  const algorithm = signatureAlgorithm(signer.algorithm);
  const entries = draft.revoked.map(({ serial, at }) =>
    sequence(element(TAG.integer, positive(bytesOfHex(serial))), timeUntil2049(at)),
  );
  const key = sha256(draft.authority.publicKey).slice(0, 20);
  const signed = sequence(
    smallInteger(1),
    algorithm,
    draft.authority.subject,
    timeUntil2049(draft.thisUpdate),
    timeUntil2049(draft.nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    element(
      contextTag(0),
      sequence(
        sequence(oid("2.5.29.35"), octets(sequence(element(0x80, key)))),
        sequence(oid("2.5.29.20"), octets(element(TAG.integer, positive(bytesOfHex(draft.number.toString(16)))))),
      ),
    ),
  );
  return sequence(signed, algorithm, element(TAG.bits, Uint8Array.of(0), await signer.sign(signed)));
}

/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280, 5.1.2.4). */
function timeUntil2049(iso: string): Uint8Array {
  const long = generalizedTime(iso);
  return Number(iso.slice(0, 4)) >= 2050 ? long : element(TAG.utcTime, long.subarray(4));
}

function bytesOfHex(digits: string): Uint8Array {
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return Uint8Array.from({ length: even.length / 2 }, (_, at) => Number.parseInt(even.slice(2 * at, 2 * at + 2), 16));
}
