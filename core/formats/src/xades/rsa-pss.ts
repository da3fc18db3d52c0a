import { bitsOf, children, expectTag, oidOf, readDer, sameBytes, TAG } from "../signature/der.ts";
import { OID } from "../signature/oids.ts";
import { rsaRecovered } from "../signature/public-key.ts";

type Hash = (bytes: Uint8Array) => Uint8Array;

/**
 * Whether an RSASSA-PSS signature holds as XML signatures have it: MGF1 with the same digest, a salt as long as the
 * digest, trailer 0xbc.
 *
 * @param spki SubjectPublicKeyInfo of a plain RSA key, DER
 * @returns "unsupported" for a key that is none
 * @throws Refusal `der-unreadable` for a damaged key
 * @source RFC 8017, 8.1.2, 9.1.2 and B.2.1; RFC 9231, 2.3.10
 */
export function pssHolds(
  spki: Uint8Array,
  hash: Hash,
  message: Uint8Array,
  signature: Uint8Array,
): boolean | "unsupported" {
  const [algorithm, keyBits] = children(expectTag(readDer(spki), TAG.sequence));
  if (oidOf(children(expectTag(algorithm, TAG.sequence))[0]) !== OID.rsa) return "unsupported";
  const key = bitsOf(keyBits);
  const encoded = rsaRecovered(key, signature);
  if (encoded === "unsupported" || encoded === false) return encoded;
  return encodingHolds(encoded, bitLength(key) - 1, hash, hash(message));
}

/** EMSA-PSS-VERIFY; its step numbers stand beside. */
function encodingHolds(whole: Uint8Array, bits: number, hash: Hash, digest: Uint8Array): boolean {
  const size = Math.ceil(bits / 8);
  // A modulus of 8n + 1 bits leaves a first byte that is no part of the encoding.
  if (whole.subarray(0, whole.length - size).some((byte) => byte !== 0)) return false;
  const encoded = whole.subarray(whole.length - size);
  const length = digest.length;
  if (size < 2 * length + 2 || encoded.at(-1) !== 0xbc) return false; // 3, 4
  const masked = encoded.subarray(0, size - length - 1); // 5
  const inner = encoded.subarray(size - length - 1, size - 1);
  const unused = 8 * size - bits;
  if ((masked[0] ?? 0) >> (8 - unused) !== 0) return false; // 6
  const mask = mgf1(inner, masked.length, hash); // 7
  const block = masked.map((byte, i) => byte ^ (mask[i] ?? 0)); // 8
  block[0] = (block[0] ?? 0) & (0xff >> unused); // 9
  const start = block.length - length - 1;
  if (block.subarray(0, start).some((byte) => byte !== 0) || block[start] !== 1) return false; // 10
  const salt = block.subarray(start + 1); // 11
  return sameBytes(hash(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, ...digest, ...salt)), inner); // 12 to 14
}

function mgf1(seed: Uint8Array, length: number, hash: Hash): Uint8Array {
  const mask: number[] = [];
  for (let counter = 0; mask.length < length; counter++) {
    const octets = [24, 16, 8, 0].map((shift) => (counter >>> shift) & 0xff);
    mask.push(...hash(Uint8Array.of(...seed, ...octets)));
  }
  return Uint8Array.from(mask.slice(0, length));
}

function bitLength(key: Uint8Array): number {
  const modulus = expectTag(children(expectTag(readDer(key), TAG.sequence))[0], TAG.integer).content;
  const digits = modulus[0] === 0 ? modulus.subarray(1) : modulus;
  return 8 * (digits.length - 1) + (32 - Math.clz32(digits[0] ?? 0));
}
