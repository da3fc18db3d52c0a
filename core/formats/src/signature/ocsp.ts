import { sha1 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { refuse } from "../refusals.ts";
import { type Certificate, readCertificate, serialOf } from "./certificate.ts";
import { bitsOf, children, contextTag, type Der, expectTag, oidOf, readDer, sameBytes, TAG } from "./der.ts";
import { timeOf } from "./der-time.ts";
import { element, octets, oid, sequence } from "./der-write.ts";
import { OID } from "./oids.ts";
import { type Algorithm, algorithmOf, signatureHolds } from "./public-key.ts";
import { positive } from "./timestamp-request.ts";

/** What a responder says of one certificate. */
export type OcspAnswer = {
  readonly digest: string;
  readonly issuerName: Uint8Array;
  readonly issuerKey: Uint8Array;
  readonly serial: string;
  readonly status: "good" | "revoked" | "unknown";
  /** Since when it is revoked, ISO 8601 in UTC; undefined when it is not. */
  readonly revokedAt: string | undefined;
  readonly thisUpdate: string;
  readonly nextUpdate: string | undefined;
};

/** The answer of a responder, before anyone believes it. */
export type OcspResponse = {
  readonly answers: readonly OcspAnswer[];
  readonly certificates: readonly Certificate[];
  readonly signed: Uint8Array;
  readonly algorithm: Algorithm;
  readonly signature: Uint8Array;
};

/**
 * The question to a responder about one certificate.
 *
 * @returns OCSPRequest, DER
 * @example ocspRequest({ serial: "05" }, { subject: new Uint8Array(), publicKey: new Uint8Array([0x30, 6, 0x30, 0, 3, 2, 0, 1]) }).length // → 68 (identifier 11 + 22 + 22 + 3 and five headers of 2)
 * @source RFC 6960, 4.1.1
 */
export function ocspRequest(certificate: Certificate, issuer: Certificate): Uint8Array {
  return sequence(sequence(sequence(sequence(certificateId(certificate.serial, issuer)))));
}

/**
 * Names a certificate by its issuer and serial number, by SHA-1 as all responders understand it; nothing rests on it.
 *
 * @example certificateId("05", { subject: new Uint8Array(), publicKey: new Uint8Array([0x30, 6, 0x30, 0, 3, 2, 0, 1]) }).slice(-3) // → [2, 1, 5] (the serial number)
 * @source RFC 6960, 4.1.1; RFC 5019, 2.1.1
 */
export function certificateId(serial: string, issuer: Certificate): Uint8Array {
  const digits = serial.length % 2 === 0 ? serial : `0${serial}`;
  const bytes = Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  );
  return sequence(
    sequence(oid(OID.sha1), element(TAG.null)),
    octets(sha1(issuer.subject)),
    octets(sha1(keyBits(issuer))),
    element(TAG.integer, positive(bytes)),
  );
}

/**
 * Reads a responder's answer.
 *
 * @example refusalOf(() => readOcsp(new Uint8Array([0x30, 3, 0x0a, 1, 6]))) // → "ocsp-declined" (status 6: unauthorized)
 * @throws Refusal `ocsp-declined` with the status, `der-unreadable`, `certificate-unreadable`
 * @source RFC 6960, 4.2.1
 */
export function readOcsp(der: Uint8Array): OcspResponse {
  const [status, wrapper] = children(expectTag(readDer(der), TAG.sequence));
  const code = expectTag(status, 0x0a).content[0] ?? 1;
  if (code !== 0 || !wrapper) return refuse("ocsp-declined", { status: code });
  const [type, body] = children(expectTag(children(expectTag(wrapper, contextTag(0)))[0], TAG.sequence));
  if (oidOf(type) !== OID.ocspBasic) return refuse("der-unreadable");
  const [signed, algorithm, signature, extra] = children(readDer(expectTag(body, TAG.octets).content));
  const list = children(expectTag(signed, TAG.sequence)).find(({ tag }) => tag === TAG.sequence);
  const [given] = extra ? children(expectTag(extra, contextTag(0))) : [];
  return {
    answers: children(expectTag(list, TAG.sequence)).map(answerOf),
    certificates: given ? children(given).map(({ whole }) => readCertificate(whole)) : [],
    signed: expectTag(signed, TAG.sequence).whole,
    algorithm: algorithmOf(algorithm),
    signature: bitsOf(signature),
  };
}

const GOOD = 0x80;
const REVOKED = 0xa1;

function answerOf(der: Der): OcspAnswer {
  const [id, status, thisUpdate, next] = children(expectTag(der, TAG.sequence));
  const [digest, name, key, serial] = children(expectTag(id, TAG.sequence));
  const revoked = status?.tag === REVOKED;
  return {
    digest: algorithmOf(digest).oid,
    issuerName: expectTag(name, TAG.octets).content,
    issuerKey: expectTag(key, TAG.octets).content,
    serial: serialOf(serial),
    status: revoked ? "revoked" : status?.tag === GOOD ? "good" : "unknown",
    revokedAt: revoked ? timeOf(children(status)[0]) : undefined,
    thisUpdate: timeOf(thisUpdate),
    nextUpdate: next?.tag === contextTag(0) ? timeOf(children(next)[0]) : undefined,
  };
}

/**
 * Whether an answer was signed by the certificate's issuer, or by a responder that the issuer named.
 *
 * @example ocspHolds({ answers: [], certificates: [], signed: new Uint8Array(), signature: new Uint8Array(), algorithm: { oid: "1.3.101.112", plain: false } }, { publicKey: Uint8Array.from(atob("MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="), (c) => c.charCodeAt(0)) }) // → false (no signature; the key is that of RFC 8032, 7.1)
 * @throws Refusal `der-unreadable` for a damaged key
 * @source RFC 6960, 4.2.2.2
 */
export function ocspHolds(response: OcspResponse, issuer: Certificate): boolean {
  const delegates = response.certificates.filter(
    (certificate) =>
      certificate.purposes?.includes(OID.ocspSigning) === true &&
      certificate.noCheck &&
      sameBytes(certificate.issuer, issuer.subject) &&
      signatureHolds(issuer.publicKey, certificate.algorithm, certificate.signed, certificate.signature) === true,
  );
  const { algorithm, signed, signature, answers } = response;
  return [issuer, ...delegates].some(
    (signer) =>
      answers.every(
        ({ thisUpdate }) => signer === issuer || (thisUpdate >= signer.notBefore && thisUpdate <= signer.notAfter),
      ) && signatureHolds(signer.publicKey, algorithm, signed, signature) === true,
  );
}

/**
 * The answer about one certificate; undefined when there is none.
 *
 * @example answerAbout({ answers: [] }, { serial: "05" }, { subject: new Uint8Array(), publicKey: new Uint8Array([0x30, 6, 0x30, 0, 3, 2, 0, 1]) }) // → undefined (nothing was said)
 * @source RFC 6960, 3.2
 */
export function answerAbout(
  response: OcspResponse,
  certificate: Certificate,
  issuer: Certificate,
): OcspAnswer | undefined {
  return response.answers.find(({ digest, issuerName, issuerKey, serial }) => {
    const hash = digest === OID.sha1 ? sha1 : digest === OID.sha256 ? sha256 : undefined;
    return (
      serial === certificate.serial &&
      hash !== undefined &&
      sameBytes(hash(issuer.subject), issuerName) &&
      sameBytes(hash(keyBits(issuer)), issuerKey)
    );
  });
}

function keyBits(certificate: Certificate): Uint8Array {
  return bitsOf(children(expectTag(readDer(certificate.publicKey), TAG.sequence))[1]);
}
