import { createPublicKey, hash, type KeyObject, verify } from "node:crypto";
import { type Arithmetic, calculateWith } from "@quanheng/formats/signature/arithmetic.ts";

/** Headers of a SubjectPublicKeyInfo before the key itself. @source RFC 8410, 4; RFC 5480, 2 */
const ED25519_HEAD = Buffer.from("302a300506032b6570032100", "hex");
const P256_HEAD = Buffer.from("3059301306072a8648ce3d020106082a8648ce3d030107034200", "hex");
/** Keys are few and taking one apart costs as much as a signature; from strangers there may be many. */
const MOST_KEYS = 256;

const keys = new Map<string, KeyObject>();

function keyOf(head: Buffer, bytes: Uint8Array): KeyObject {
  const name = Buffer.from(bytes).toString("latin1");
  const kept = keys.get(name);
  if (kept) return kept;
  if (keys.size >= MOST_KEYS) keys.clear();
  const key = createPublicKey({ key: Buffer.concat([head, bytes]), format: "der", type: "spki" });
  keys.set(name, key);
  return key;
}

/** The platform's OpenSSL: some ten times as fast as arithmetic in JavaScript. */
export const NATIVE_ARITHMETIC: Arithmetic = {
  sha256(message) {
    const { buffer, byteOffset, byteLength } = hash("sha256", message, "buffer");
    return new Uint8Array(buffer, byteOffset, byteLength);
  },
  ed25519: (signature, message, publicKey) =>
    publicKey.length === 32 && verify(null, message, keyOf(ED25519_HEAD, publicKey), signature),
  p256: (signature, message, point, form) =>
    point.length === 65 &&
    verify("sha256", message, { key: keyOf(P256_HEAD, point), dsaEncoding: DSA[form] }, signature),
};

const DSA = { der: "der", compact: "ieee-p1363" } as const;

/** Lets everything that verifies in this process use it. */
export const useNativeArithmetic = (): void => calculateWith(NATIVE_ARITHMETIC);
