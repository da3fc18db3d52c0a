import { ed25519 } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import { sha256 } from "@noble/hashes/sha2.js";

/** How an ECDSA signature is written: as in certificates, or as in JOSE. */
export type EcdsaForm = "der" | "compact";

/** The arithmetic that verifying mostly consists of. May throw on malformed keys and signatures: they do not hold. */
export type Arithmetic = {
  sha256(message: Uint8Array): Uint8Array;
  /** @param publicKey 32 bytes */
  ed25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean;
  /**
   * ECDSA on P-256 with SHA-256.
   *
   * @param point uncompressed, 65 bytes
   */
  p256(signature: Uint8Array, message: Uint8Array, point: Uint8Array, form: EcdsaForm): boolean;
};

/**
 * Works everywhere, without help from the platform.
 *
 * @source RFC 8032, 5.1.7; FIPS 186-5, 6.4; FIPS 180-4
 */
export const PLAIN_ARITHMETIC: Arithmetic = {
  sha256,
  ed25519: (signature, message, publicKey) => ed25519.verify(signature, message, publicKey, { zip215: false }),
  p256: (signature, message, point, format) => p256.verify(signature, message, point, { lowS: false, format }),
};

let current = PLAIN_ARITHMETIC;

/**
 * The arithmetic in use.
 *
 * @example arithmetic().sha256(new Uint8Array()).slice(0, 4) // → [0xe3, 0xb0, 0xc4, 0x42] (FIPS 180-4: the hash of nothing)
 * @source ours: one place where a platform may lend its own
 */
export const arithmetic = (): Arithmetic => current;

/**
 * Lets a platform lend its own, faster arithmetic. It has to give the same answers: nothing else of this package changes.
 *
 * @example calculateWith(PLAIN_ARITHMETIC) // → undefined (back to our own)
 * @source ours: one place where a platform may lend its own
 */
export function calculateWith(lent: Arithmetic): void {
  current = lent;
}
