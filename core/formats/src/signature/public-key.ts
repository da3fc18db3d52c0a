import { p256, p384 } from "@noble/curves/nist.js";
import { sha384, sha512 } from "@noble/hashes/sha2.js";
import { arithmetic } from "./arithmetic.ts";
import { bitsOf, children, type Der, expectTag, oidOf, readDer, sameBytes, TAG } from "./der.ts";
import { element, octets, oid, sequence } from "./der-write.ts";
import { OID } from "./oids.ts";
import { sm2Holds, sm3 } from "./sm2.ts";

type Hash = (bytes: Uint8Array) => Uint8Array;
const HASHES: Readonly<Record<string, Hash>> = {
  [OID.sha256]: (bytes) => arithmetic().sha256(bytes),
  [OID.sha384]: sha384,
  [OID.sha512]: sha512,
  [OID.sm3]: sm3,
};

/** Which digest a combined signature algorithm uses. */
const DIGEST_OF: Readonly<Record<string, string>> = {
  [OID.ecdsaSha256]: OID.sha256,
  [OID.ecdsaSha384]: OID.sha384,
  [OID.ecdsaSha512]: OID.sha512,
  [OID.rsaSha256]: OID.sha256,
  [OID.rsaSha384]: OID.sha384,
  [OID.rsaSha512]: OID.sha512,
};

/** An AlgorithmIdentifier: its identifier, and whether its parameters are absent or NULL. */
export type Algorithm = { readonly oid: string; readonly plain: boolean; readonly parameters: Der | undefined };

/**
 * An algorithm from its AlgorithmIdentifier.
 *
 * @example algorithmOf({ tag: 0x30, content: new Uint8Array([6, 3, 0x2b, 0x65, 0x70]) }) // → { oid: "1.3.101.112", plain: true } (RFC 8410, 3: Ed25519 has no parameters)
 * @throws Refusal `der-unreadable`
 * @source RFC 5280, 4.1.1.2
 */
export function algorithmOf(der: Der | undefined): Algorithm {
  const [identifier, parameters, ...more] = children(expectTag(der, TAG.sequence));
  const plain = more.length === 0 && (!parameters || (parameters.tag === TAG.null && parameters.content.length === 0));
  return { oid: oidOf(identifier), plain, parameters };
}

/**
 * Whether a signature over a message holds under a public key.
 *
 * @param spki SubjectPublicKeyInfo, DER
 * @param algorithm signature algorithm as the signature or certificate states it
 * @param digest digest stated beside a bare `rsaEncryption`
 * @returns "unsupported" for an algorithm this verifier does not know: neither good nor bad
 * @example signatureHolds(Uint8Array.from(atob("MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="), (c) => c.charCodeAt(0)), { oid: "1.3.101.112", plain: true }, new Uint8Array(), Uint8Array.from(atob("5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc+bRr0lv18FlbviRlUUFDjnoQCw=="), (c) => c.charCodeAt(0))) // → true (RFC 8032, 7.1, test 1)
 * @example signatureHolds(Uint8Array.from(atob("MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="), (c) => c.charCodeAt(0)), { oid: "1.3.101.112", plain: true }, new Uint8Array([1]), new Uint8Array(64)) // → false (another message, no signature)
 * @throws Refusal `der-unreadable` for a damaged key
 * @source RFC 8032, 5.1.7; RFC 5758, 3.2; RFC 8017, 8.2.2; GB/T 32918.2-2016, 7.1
 */
export function signatureHolds(
  spki: Uint8Array,
  algorithm: Algorithm,
  message: Uint8Array,
  signature: Uint8Array,
  digest?: string,
): boolean | "unsupported" {
  const [keyAlgorithm, keyBits] = children(expectTag(readDer(spki), TAG.sequence));
  const key = algorithmOf(keyAlgorithm);
  const bits = bitsOf(keyBits);
  if (!algorithm.plain) return "unsupported";
  if (key.oid === OID.ed25519 && algorithm.oid === OID.ed25519)
    return quietly(() => arithmetic().ed25519(signature, message, bits));

  if (algorithm.oid === OID.sm2Sm3 || (algorithm.oid === OID.sm2Signature && digest === OID.sm3))
    return isSm2(key) ? sm2Holds(bits, message, signature) : "unsupported";
  const digestOid = DIGEST_OF[algorithm.oid] ?? (algorithm.oid === OID.rsa ? digest : undefined);
  const hash = digestOid === undefined ? undefined : HASHES[digestOid];
  if (!hash || digestOid === undefined) return "unsupported";
  if (key.oid === OID.rsa) return rsaHolds(bits, digestOid, hash(message), signature);
  const curve = key.oid === OID.ecPublicKey && key.parameters ? CURVES[oidOf(key.parameters)] : undefined;
  if (!curve || algorithm.oid.startsWith(OID.rsa.slice(0, -1))) return "unsupported";
  if (curve === p256 && hash === HASHES[OID.sha256] && bits.length === 65)
    return quietly(() => arithmetic().p256(signature, message, bits, "der"));
  return quietly(() => curve.verify(signature, hash(message), bits, { prehash: false, lowS: false, format: "der" }));
}

function isSm2({ oid, parameters }: Algorithm): boolean {
  return oid === OID.ecPublicKey && parameters?.tag === TAG.oid && oidOf(parameters) === OID.sm2;
}

const CURVES: Readonly<Record<string, typeof p256>> = { [OID.p256]: p256, [OID.p384]: p384 };

/** The curve library throws on malformed points and signatures; to a verifier they simply do not hold. */
function quietly(holds: () => boolean): boolean {
  try {
    return holds();
  } catch {
    return false;
  }
}

/**
 * RSASSA-PKCS1-v1_5 by comparing encodings.
 *
 * @source RFC 8017, 8.2.2 and 9.2
 */
function rsaHolds(
  key: Uint8Array,
  digestOid: string,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean | "unsupported" {
  const recovered = rsaRecovered(key, signature);
  if (recovered === "unsupported" || recovered === false) return recovered;
  const info = sequence(sequence(oid(digestOid), element(TAG.null)), octets(digest));
  const padding = new Uint8Array(recovered.length - info.length - 3).fill(0xff);
  return sameBytes(recovered, Uint8Array.of(0, 1, ...padding, 0, ...info));
}

/**
 * The encoded message inside an RSA signature, with as many bytes as the modulus. Keys of 2048 to 8192 bits, exponents
 * up to 2³².
 *
 * @param key RSAPublicKey, DER
 * @returns "unsupported" for other keys; false for a signature that is not of the key's length or range
 * @throws Refusal `der-unreadable` for a damaged key
 * @example rsaRecovered(new Uint8Array([0x30, 6, 2, 1, 15, 2, 1, 3]), new Uint8Array(1)) // → "unsupported" (a key of four bits)
 * @source RFC 8017, 5.2.2
 */
export function rsaRecovered(key: Uint8Array, signature: Uint8Array): Uint8Array | false | "unsupported" {
  const [modulusDer, exponentDer] = children(expectTag(readDer(key), TAG.sequence));
  const modulusBytes = expectTag(modulusDer, TAG.integer).content;
  const modulus = integerOf(modulusBytes);
  const exponent = integerOf(expectTag(exponentDer, TAG.integer).content);
  const size = modulusBytes[0] === 0 ? modulusBytes.length - 1 : modulusBytes.length;
  if (size < 256 || size > 1024 || exponent < 3n || exponent > 0xffffffffn) return "unsupported";
  const value = integerOf(signature);
  if (signature.length !== size || value >= modulus) return false;
  const digits = power(value, exponent, modulus)
    .toString(16)
    .padStart(2 * size, "0");
  return Uint8Array.from({ length: size }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

function integerOf(bytes: Uint8Array): bigint {
  let digits = "0x0";
  for (const byte of bytes) digits += byte.toString(16).padStart(2, "0");
  return BigInt(digits);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/**
 * Whether a digest is the digest of a message; false for a digest function this verifier does not know.
 *
 * @example digestMatches("2.16.840.1.101.3.4.2.1", new Uint8Array(), Uint8Array.from(atob("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), (c) => c.charCodeAt(0))) // → true (FIPS 180-4: SHA-256 of nothing)
 * @source RFC 5754, 2.2
 */
export function digestMatches(digestOid: string, message: Uint8Array, digest: Uint8Array): boolean {
  const hash = HASHES[digestOid];
  return hash !== undefined && sameBytes(hash(message), digest);
}
