import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { readCertificate } from "./certificate.ts";
import { children, contextTag, expectTag, readDer, TAG } from "./der.ts";
import { element, joined, octets, oid, sequence, setOf, smallInteger } from "./der-write.ts";
import { OID } from "./oids.ts";
import type { DocumentSigner, SigningAlgorithm } from "./signer.ts";
import { sm3 } from "./sm2.ts";

/** Digest and signature identifiers per algorithm; Ed25519 goes with SHA-512 (RFC 8419, 3.1), SM2 with SM3. */
const ALGORITHM = {
  "ecdsa-p256-sha256": { digest: OID.sha256, hash: sha256, signature: OID.ecdsaSha256 },
  "sm2-sm3": { digest: OID.sm3, hash: sm3, signature: OID.sm2Sm3 },
  ed25519: { digest: OID.sha512, hash: sha512, signature: OID.ed25519 },
} as const satisfies Record<
  SigningAlgorithm,
  { digest: string; hash: (bytes: Uint8Array) => Uint8Array; signature: string }
>;

/** Asks a time-stamping authority for a token (RFC 3161) over the signature value. */
export type Timestamp = (signature: Uint8Array) => Promise<Uint8Array>;

/**
 * A detached CAdES signature as PAdES B-B wants it: content type, message digest and signing certificate are signed,
 * the signing time is left to the PDF. With a timestamp it becomes B-T.
 *
 * @param content what is signed beside the signature, or inside it where its type is given
 * @returns CMS ContentInfo, DER
 * @example signedData(new Uint8Array(), { algorithm: "ed25519", certificate: Uint8Array.from(atob("MIIBLDCB36ADAgECAghWAUdKKo3DMDAFBgMrZXAwGTEXMBUGA1UEAwwOSUVURiBUZXN0IERlbW8wHhcNMTYwODAxMTIxOTI0WhcNNDAxMjMxMjM1OTU5WjAZMRcwFQYDVQQDDA5JRVRGIFRlc3QgRGVtbzAqMAUGAytlbgMhAIUg8AmJMKdUdIt93LQ+91oNvzoNJjga9OukqY6qm05qo0UwQzAPBgNVHRMBAf8EBTADAQEAMA4GA1UdDwEBAAQEAwIDCDAgBgNVHQ4BAQAEFgQUmx9e7e0EM4Xk97xiPFl1uQvIuzswBQYDK2VwA0EAryMB/t3J5v/BzKc9dNZIpDmAgs3babFOTQbs+BolzlDUwsPrdGxO3YNGhW7Ibz3OGhhlxXrCe1Cgw1AH9efZBA=="), (c) => c.charCodeAt(0)), intermediates: [], sign: async () => new Uint8Array(64) }).then((der) => der[0]) // → 0x30 (a SEQUENCE; the certificate is that of RFC 8410, 10.2)
 * @source ETSI EN 319 142-1 V1.1.1, 6.3; RFC 5652, 5; RFC 5035, 4
 */
export async function signedData(
  content: Uint8Array,
  signer: DocumentSigner,
  timestamp?: Timestamp,
  held?: { readonly type: string },
): Promise<Uint8Array> {
  const algorithm = ALGORITHM[signer.algorithm];
  const type = oid(held?.type ?? OID.data);
  const attributes = [
    attribute(OID.contentType, type),
    attribute(OID.messageDigest, octets(algorithm.hash(content))),
    attribute(OID.signingCertificateV2, signingCertificate(signer.certificate)),
  ];
  const signedAttributes = setOf(...attributes);
  const signature = await signer.sign(signedAttributes);
  const unsigned = timestamp
    ? [element(contextTag(1), attribute(OID.signatureTimestamp, await timestamp(signature)))]
    : [];
  const digest = sequence(oid(algorithm.digest));
  const signerInfo = sequence(
    smallInteger(1),
    issuerAndSerial(signer.certificate),
    digest,
    element(contextTag(0), readDer(signedAttributes).content),
    sequence(oid(algorithm.signature)),
    octets(signature),
    ...unsigned,
  );
  const body = sequence(
    smallInteger(held ? 3 : 1),
    setOf(digest),
    held ? sequence(type, element(contextTag(0), octets(content))) : sequence(type),
    element(contextTag(0), joined([signer.certificate, ...signer.intermediates])),
    setOf(signerInfo),
  );
  return sequence(oid(OID.signedData), element(contextTag(0), body));
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), setOf(value));
}

/** SigningCertificateV2 with one ESSCertIDv2; SHA-256 is its default and therefore left out (RFC 5035, 4). */
function signingCertificate(certificate: Uint8Array): Uint8Array {
  return sequence(sequence(sequence(octets(sha256(certificate)))));
}

function issuerAndSerial(certificate: Uint8Array): Uint8Array {
  const [signed] = children(expectTag(readDer(certificate), TAG.sequence));
  const serial = expectTag(children(expectTag(signed, TAG.sequence))[1], TAG.integer);
  return sequence(readCertificate(certificate).issuer, serial.whole);
}
