import { refuse } from "../refusals.ts";
import { bitsOf, children, contextTag, type Der, expectTag, oidOf, readDer, sameBytes, TAG } from "./der.ts";
import { timeOf } from "./der-time.ts";
import { OID } from "./oids.ts";
import { type Algorithm, algorithmOf } from "./public-key.ts";

/** What a verifier needs of an X.509 certificate (RFC 5280, 4.1). */
export type Certificate = {
  /** The whole certificate, DER. */
  readonly der: Uint8Array;
  /** The part that is signed. */
  readonly signed: Uint8Array;
  /** Hexadecimal, without leading zeros of sign. */
  readonly serial: string;
  /** Names as DER, to be compared byte for byte. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** The subject for a reader: common name, else organisation, else hexadecimal. */
  readonly subjectName: string;
  readonly organization: string;
  /** First and last instant of validity, ISO 8601 in UTC with seconds: texts that compare as times. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly publicKey: Uint8Array;
  readonly isAuthority: boolean;
  /** How many authorities may follow below; undefined when not limited. */
  readonly pathLength: number | undefined;
  /** Bits of key usage, the first named bit as 0x80 of the first byte; undefined when not limited. */
  readonly keyUsage: number | undefined;
  /** What the key is for (extended key usage), in dotted digits; undefined when not limited. */
  readonly purposes: readonly string[] | undefined;
  readonly purposesCritical: boolean;
  /** Whether an answer about revocation may be signed with it without asking about itself (RFC 6960, 4.2.2.2.1). */
  readonly noCheck: boolean;
  /** Critical extensions that this reader does not understand. */
  readonly unknownCritical: readonly string[];
  readonly algorithm: Algorithm;
  readonly signature: Uint8Array;
};

/**
 * Reads an X.509 certificate.
 *
 * @example readCertificate(Uint8Array.from(atob("MIIBLDCB36ADAgECAghWAUdKKo3DMDAFBgMrZXAwGTEXMBUGA1UEAwwOSUVURiBUZXN0IERlbW8wHhcNMTYwODAxMTIxOTI0WhcNNDAxMjMxMjM1OTU5WjAZMRcwFQYDVQQDDA5JRVRGIFRlc3QgRGVtbzAqMAUGAytlbgMhAIUg8AmJMKdUdIt93LQ+91oNvzoNJjga9OukqY6qm05qo0UwQzAPBgNVHRMBAf8EBTADAQEAMA4GA1UdDwEBAAQEAwIDCDAgBgNVHQ4BAQAEFgQUmx9e7e0EM4Xk97xiPFl1uQvIuzswBQYDK2VwA0EAryMB/t3J5v/BzKc9dNZIpDmAgs3babFOTQbs+BolzlDUwsPrdGxO3YNGhW7Ibz3OGhhlxXrCe1Cgw1AH9efZBA=="), (c) => c.charCodeAt(0))) // → { subjectName: "IETF Test Demo", serial: "5601474a2a8dc330", notBefore: "2016-08-01T12:19:24Z" } (RFC 8410, 10.2)
 * @throws Refusal `der-unreadable`, `certificate-unreadable`
 * @source RFC 5280, 4.1 and 4.2
 */
export function readCertificate(der: Uint8Array): Certificate {
  const [signed, outer, signature] = children(expectTag(readDer(der), TAG.sequence));
  const fields = children(expectTag(signed, TAG.sequence));
  if (fields[0]?.tag !== contextTag(0)) return refuse("certificate-unreadable", { why: "version" });
  const [, serial, inner, issuer, validity, subject, publicKey, ...rest] = fields;
  if (!signed || !outer || !inner || !sameBytes(outer.whole, inner.whole)) {
    return refuse("certificate-unreadable", { why: "algorithm" });
  }
  const [notBefore, notAfter] = children(expectTag(validity, TAG.sequence));
  const names = namesOf(expectTag(subject, TAG.sequence));
  return {
    der,
    signed: signed.whole,
    serial: serialOf(serial),
    issuer: expectTag(issuer, TAG.sequence).whole,
    subject: expectTag(subject, TAG.sequence).whole,
    subjectName: names.get(OID.commonName) ?? names.get(OID.organization) ?? "",
    organization: names.get(OID.organization) ?? "",
    notBefore: timeOf(notBefore),
    notAfter: timeOf(notAfter),
    publicKey: expectTag(publicKey, TAG.sequence).whole,
    ...extensionsOf(rest.find((field) => field.tag === contextTag(3))),
    algorithm: algorithmOf(outer),
    signature: bitsOf(signature),
  };
}

/**
 * The serial number as hexadecimal digits, without zero bytes before them.
 *
 * @example serialOf({ tag: 2, content: new Uint8Array([0, 171, 1]) }) // → "ab01" (the byte 0 only keeps it positive)
 * @throws Refusal `der-unreadable` for what is no integer
 * @source RFC 5280, 4.1.2.2
 */
export function serialOf(der: Der | undefined): string {
  const { content } = expectTag(der, TAG.integer);
  return Array.from(content, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .replace(/^(00)+(?=.)/, "");
}

function namesOf(subject: Der): Map<string, string> {
  const names = new Map<string, string>();
  for (const set of children(subject)) {
    for (const pair of children(expectTag(set, TAG.set))) {
      const [type, value] = children(expectTag(pair, TAG.sequence));
      if (value) names.set(oidOf(type), new TextDecoder().decode(value.content));
    }
  }
  return names;
}

type Extensions = Pick<
  Certificate,
  "isAuthority" | "pathLength" | "keyUsage" | "purposes" | "purposesCritical" | "noCheck" | "unknownCritical"
>;

const NO_EXTENSIONS: Extensions = {
  isAuthority: false,
  pathLength: undefined,
  keyUsage: undefined,
  purposes: undefined,
  purposesCritical: false,
  noCheck: false,
  unknownCritical: [],
};

/** Extensions a verifier may pass over even when critical, because it needs nothing of them here. */
const HARMLESS = new Set(["2.5.29.32"]);

function extensionsOf(wrapper: Der | undefined): Extensions {
  let found = NO_EXTENSIONS;
  const [list] = wrapper ? children(wrapper) : [];
  for (const extension of list ? children(list) : []) {
    const parts = children(extension);
    const type = oidOf(parts[0]);
    const critical = parts[1]?.tag === TAG.boolean;
    const value = readDer(expectTag(parts.at(-1), TAG.octets).content);
    if (type === OID.basicConstraints) found = { ...found, ...constraintsOf(value) };
    else if (type === OID.keyUsage) found = { ...found, keyUsage: expectTag(value, TAG.bits).content[1] ?? 0 };
    else if (type === OID.extendedKeyUsage)
      found = { ...found, purposes: children(value).map(oidOf), purposesCritical: critical };
    else if (type === OID.ocspNoCheck) found = { ...found, noCheck: true };
    else if (critical && !HARMLESS.has(type)) found = { ...found, unknownCritical: [...found.unknownCritical, type] };
  }
  return found;
}

function constraintsOf(value: Der): Pick<Certificate, "isAuthority" | "pathLength"> {
  const parts = children(value);
  const isAuthority = parts[0]?.tag === TAG.boolean && parts[0].content[0] === 0xff;
  const length = parts.find((part) => part.tag === TAG.integer);
  return { isAuthority, pathLength: length?.content.length === 1 ? length.content[0] : undefined };
}
