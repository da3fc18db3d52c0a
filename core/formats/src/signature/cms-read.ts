import { sha1 } from "@noble/hashes/legacy.js";
import { refuse } from "../refusals.ts";
import { type Certificate, readCertificate, serialOf } from "./certificate.ts";
import { children, contextTag, type Der, expectTag, oidOf, readDer, sameBytes, TAG } from "./der.ts";
import { element } from "./der-write.ts";
import { OID } from "./oids.ts";
import { type Algorithm, algorithmOf, digestMatches, signatureHolds } from "./public-key.ts";

/** What a detached CMS signature says, before anyone believes it. */
export type SignedContent = {
  readonly signer: Certificate;
  readonly certificates: readonly Certificate[];
  readonly digest: string;
  readonly algorithm: Algorithm;
  /** The signed attributes in the form that was signed. */
  readonly attributes: Uint8Array;
  readonly messageDigest: Uint8Array;
  readonly signature: Uint8Array;
  /** Whether the signature names the very certificate it is checked with. */
  readonly namesCertificate: boolean;
  /** A time stamp over the signature value; undefined when there is none. */
  readonly timestamp: Uint8Array | undefined;
  /** What it holds; undefined where it is detached. */
  readonly content: Uint8Array | undefined;
};

const unreadable = (): never => refuse("der-unreadable");

/** What a SignedData may be of: data beside it, or something that it holds. */
export type ContentKind = { readonly types: readonly string[]; readonly inside: boolean };

const DETACHED: ContentKind = { types: [OID.data, OID.gmData], inside: false };

/**
 * Reads a SignedData with exactly one signer, detached unless another kind is asked for.
 *
 * @example refusalOf(() => readSignedData(new Uint8Array([0x30, 0]))) // → "der-unreadable" (an empty sequence)
 * @throws Refusal `der-unreadable`, `certificate-unreadable`
 * @source RFC 5652, 5.1 and 5.3; RFC 5035, 4
 */
export function readSignedData(der: Uint8Array, kind: ContentKind = DETACHED): SignedContent {
  const [type, wrapper] = children(expectTag(readDer(der), TAG.sequence));
  if (oidOf(type) !== OID.signedData && oidOf(type) !== OID.gmSignedData) unreadable();
  const [body, ...tooMany] = children(expectTag(wrapper, contextTag(0)));
  const [version, digests, content, certificateSet, ...rest] = children(expectTag(body, TAG.sequence));
  const signers = children(expectTag(rest.at(-1), TAG.set));
  if (tooMany.length > 0 || signers.length !== 1 || !isVersion(version)) unreadable();
  const [contentType, ...inside] = children(expectTag(content, TAG.sequence));
  if (!kind.types.includes(oidOf(contentType)) || inside.length !== (kind.inside ? 1 : 0)) unreadable();
  const certificates = children(expectTag(certificateSet, contextTag(0))).map((one) => readCertificate(one.whole));
  const [stated, ...otherDigests] = children(expectTag(digests, TAG.set)).map((one) => algorithmOf(one));
  const info = readSigner(signers[0], certificates, oidOf(contentType));
  if (!stated?.plain || otherDigests.length > 0 || stated.oid !== info.digest) unreadable();
  return { ...info, certificates, content: kind.inside ? contentOf(inside[0]) : undefined };
}

function contentOf(wrapper: Der | undefined): Uint8Array {
  const [content, ...more] = children(expectTag(wrapper, contextTag(0)));
  return more.length === 0 ? expectTag(content, TAG.octets).content : unreadable();
}

function isVersion(der: Der | undefined): boolean {
  return der?.tag === TAG.integer && der.content.length === 1 && (der.content[0] === 1 || der.content[0] === 3);
}

function readSigner(
  der: Der | undefined,
  certificates: readonly Certificate[],
  contentType: string,
): Omit<SignedContent, "certificates" | "content"> {
  const [version, id, digest, attributes, algorithm, signature, ...unsigned] = children(expectTag(der, TAG.sequence));
  const [issuer, serial] = children(expectTag(id, TAG.sequence));
  const digestAlgorithm = algorithmOf(digest);
  if (!isVersion(version) || !digestAlgorithm.plain || !issuer) return unreadable();
  const number = serialOf(serial);
  const signer = certificates.find((one) => one.serial === number && sameBytes(one.issuer, issuer.whole));
  if (!signer) return unreadable();
  const signed = children(expectTag(attributes, contextTag(0)));
  if (oidOf(attributeValue(signed, OID.contentType)) !== contentType) unreadable();
  return {
    signer,
    digest: digestAlgorithm.oid,
    algorithm: algorithmOf(algorithm),
    attributes: element(TAG.set, expectTag(attributes, contextTag(0)).content),
    messageDigest: expectTag(attributeValue(signed, OID.messageDigest), TAG.octets).content,
    signature: expectTag(signature, TAG.octets).content,
    namesCertificate:
      names(attributeValue(signed, OID.signingCertificateV2), signer, OID.sha256) ||
      names(attributeValue(signed, OID.signingCertificate), signer, OID.sha1),
    timestamp: timestampOf(unsigned),
  };
}

/** The one value of the one attribute of a type; undefined when there is none. */
function attributeValue(attributes: readonly Der[], type: string): Der | undefined {
  const found = attributes.filter((attribute) => oidOf(children(attribute)[0]) === type);
  if (found.length > 1) unreadable();
  const [only] = found;
  if (!only) return undefined;
  const values = children(expectTag(children(only)[1], TAG.set));
  return values.length === 1 ? values[0] : unreadable();
}

/** The older form has SHA-1 only, which names a certificate but vouches for nothing (RFC 2634, 5.4). */
function names(attribute: Der | undefined, signer: Certificate, usual: string): boolean {
  if (!attribute) return false;
  const [list] = children(attribute);
  const [first] = list ? children(list) : [];
  const parts = first ? children(first) : [];
  const stated = parts[0]?.tag === TAG.sequence ? algorithmOf(parts[0]).oid : usual;
  const digest = parts.find((part) => part.tag === TAG.octets)?.content ?? new Uint8Array();
  if (usual === OID.sha1) return sameBytes(sha1(signer.der), digest);
  return digestMatches(stated, signer.der, digest);
}

function timestampOf(unsigned: readonly Der[]): Uint8Array | undefined {
  const [set, ...more] = unsigned;
  if (!set) return undefined;
  if (more.length > 0) unreadable();
  return attributeValue(children(expectTag(set, contextTag(1))), OID.signatureTimestamp)?.whole;
}

/**
 * Whether the signature is over this content; "unsupported" for algorithms unknown here.
 *
 * @param content what was signed beside the signature
 * @example signs({ digest: "2.16.840.1.101.3.4.2.1", messageDigest: Uint8Array.from(atob("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), (c) => c.charCodeAt(0)), signer: { publicKey: Uint8Array.from(atob("MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="), (c) => c.charCodeAt(0)) }, algorithm: { oid: "1.3.101.112", plain: true }, attributes: new Uint8Array(), signature: Uint8Array.from(atob("5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc+bRr0lv18FlbviRlUUFDjnoQCw=="), (c) => c.charCodeAt(0)) }, new Uint8Array()) // → { digest: true, signature: true } (FIPS 180-4: SHA-256 of nothing; RFC 8032, 7.1, test 1)
 * @throws Refusal `der-unreadable` for a damaged key
 * @source RFC 5652, 5.4 and 5.6
 */
export function signs(
  cms: SignedContent,
  content: Uint8Array,
): { digest: boolean; signature: boolean | "unsupported" } {
  return {
    digest: digestMatches(cms.digest, content, cms.messageDigest),
    signature: signatureHolds(cms.signer.publicKey, cms.algorithm, cms.attributes, cms.signature, cms.digest),
  };
}
