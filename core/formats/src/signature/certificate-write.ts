import { sha256 } from "@noble/hashes/sha2.js";
import { TAG } from "./der.ts";
import { element, octets, oid, sequence, setOf, smallInteger } from "./der-write.ts";
import { OID } from "./oids.ts";
import type { SigningAlgorithm } from "./signer.ts";

/** Who a certificate is about; empty parts are left out. */
export type Subject = {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly organization: string;
  readonly unit?: string;
  readonly commonName: string;
};

export type CertificateDraft = {
  /** 1 to 20 bytes that no other certificate of the issuer has; the first bit is cleared. */
  readonly serial: Uint8Array;
  readonly subject: Subject;
  readonly issuer: Subject;
  /** ISO 8601 in UTC with seconds. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** SubjectPublicKeyInfo of the subject and of the issuer, DER. */
  readonly publicKey: Uint8Array;
  readonly issuerKey: Uint8Array;
  /** An authority may certify; a signer may sign documents, a stamper times, a responder answers about revocation. */
  readonly role: "authority" | "signer" | "stamper" | "responder";
};

export type CertificateSigner = {
  readonly algorithm: SigningAlgorithm;
  sign(message: Uint8Array): Promise<Uint8Array>;
};

const SIGNATURE = {
  "ecdsa-p256-sha256": OID.ecdsaSha256,
  ed25519: OID.ed25519,
  "sm2-sm3": OID.sm2Sm3,
} as const satisfies Record<SigningAlgorithm, string>;

/**
 * Issues an X.509 v3 certificate.
 *
 * @param signer of the authority
 * @returns DER
 * @example issueCertificate({ serial: new Uint8Array([1]), subject: { country: "CN", organization: "A", commonName: "A" }, issuer: { country: "CN", organization: "A", commonName: "A" }, notBefore: "2026-01-01T00:00:00Z", notAfter: "2050-01-01T00:00:00Z", publicKey: publicKeyInfo("ed25519", new Uint8Array(32)), issuerKey: publicKeyInfo("ed25519", new Uint8Array(32)), role: "authority" }, { algorithm: "ed25519", sign: async () => new Uint8Array(64) }).then((der) => der[0]) // → 0x30 (a SEQUENCE)
 * @source RFC 5280, 4.1 and 4.2.1.1 to 4.2.1.9
 */
export async function issueCertificate(draft: CertificateDraft, signer: CertificateSigner): Promise<Uint8Array> {
  const algorithm = signatureAlgorithm(signer.algorithm);
  const signed = sequence(
    element(0xa0, smallInteger(2)),
    element(TAG.integer, positive(draft.serial)),
    algorithm,
    nameOf(draft.issuer),
    sequence(time(draft.notBefore), time(draft.notAfter)),
    nameOf(draft.subject),
    draft.publicKey,
    element(0xa3, sequence(...extensions(draft))),
  );
  return sequence(signed, algorithm, bits(await signer.sign(signed)));
}

/**
 * The AlgorithmIdentifier of what an authority signs.
 *
 * @example signatureAlgorithm("ed25519") // → [0x30, 5, 6, 3, 0x2b, 0x65, 0x70] (RFC 8410, 3)
 * @source RFC 5758, 3.2; RFC 8410, 3; GM/T 0006-2012
 */
export function signatureAlgorithm(algorithm: SigningAlgorithm): Uint8Array {
  return sequence(oid(SIGNATURE[algorithm]));
}

/**
 * SubjectPublicKeyInfo of a public key: 65 bytes of an uncompressed P-256 or SM2 point, or 32 of Ed25519.
 *
 * @example publicKeyInfo("ed25519", new Uint8Array(32)).slice(0, 12) // → [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00] (RFC 8410, 10.1)
 * @source RFC 5480, 2; RFC 8410, 4; GM/T 0006-2012 for the curve of SM2
 */
export function publicKeyInfo(algorithm: SigningAlgorithm, key: Uint8Array): Uint8Array {
  const curve = algorithm === "sm2-sm3" ? OID.sm2 : OID.p256;
  const identifier = algorithm === "ed25519" ? [oid(OID.ed25519)] : [oid(OID.ecPublicKey), oid(curve)];
  return sequence(sequence(...identifier), bits(key));
}

function bits(bytes: Uint8Array): Uint8Array {
  return element(TAG.bits, Uint8Array.of(0), bytes);
}

/** A positive integer without leading zero bytes: the second bit is set so that none can arise. */
function positive(serial: Uint8Array): Uint8Array {
  const bytes = serial.slice(0, 20);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

function nameOf(subject: Subject): Uint8Array {
  const parts = [
    [OID.country, 0x13, subject.country],
    [OID.organization, 0x0c, subject.organization],
    [OID.organizationalUnit, 0x0c, subject.unit ?? ""],
    [OID.commonName, 0x0c, subject.commonName],
  ] as const;
  const encode = (value: string) => new TextEncoder().encode(value);
  return sequence(
    ...parts
      .filter(([, , value]) => value !== "")
      .map(([type, tag, value]) => setOf(sequence(oid(type), element(tag, encode(value))))),
  );
}

/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280, 4.1.2.5). */
function time(iso: string): Uint8Array {
  const digits = `${iso.slice(0, 19).replace(/[-:T]/g, "")}Z`;
  const short = Number(iso.slice(0, 4)) < 2050;
  return element(short ? TAG.utcTime : TAG.generalizedTime, new TextEncoder().encode(short ? digits.slice(2) : digits));
}

function extensions(draft: CertificateDraft): Uint8Array[] {
  const authority = draft.role === "authority";
  const critical = element(TAG.boolean, Uint8Array.of(0xff));
  const constraints = authority ? sequence(critical, smallInteger(0)) : sequence();
  // An authority signs certificates and revocation lists; a signer signs documents and stands by them.
  const usage = authority ? element(TAG.bits, Uint8Array.of(1, 0x06)) : element(TAG.bits, Uint8Array.of(6, 0xc0));
  return [
    sequence(oid(OID.basicConstraints), critical, octets(constraints)),
    sequence(oid(OID.keyUsage), critical, octets(usage)),
    ...purposeOf(draft.role),
    sequence(oid("2.5.29.14"), octets(octets(keyIdentifier(draft.publicKey)))),
    sequence(oid("2.5.29.35"), octets(sequence(element(0x80, keyIdentifier(draft.issuerKey))))),
  ];
}

/** What a key is for beside its usage. @source RFC 3161, 2.3; RFC 6960, 4.2.2.2 */
function purposeOf(role: CertificateDraft["role"]): Uint8Array[] {
  const critical = element(TAG.boolean, Uint8Array.of(0xff));
  const purpose = (id: string) => octets(sequence(oid(id)));
  if (role === "stamper") return [sequence(oid(OID.extendedKeyUsage), critical, purpose(OID.timeStamping))];
  if (role !== "responder") return [];
  return [
    sequence(oid(OID.extendedKeyUsage), purpose(OID.ocspSigning)),
    sequence(oid(OID.ocspNoCheck), octets(element(TAG.null))),
  ];
}

/** The first 160 bits of the SHA-256 of the key (RFC 7093, 2, method 1, here over the whole SubjectPublicKeyInfo). */
function keyIdentifier(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).slice(0, 20);
}
