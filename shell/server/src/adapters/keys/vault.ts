import type { SigningAlgorithm } from "@quanheng/formats/signature/signer.ts";

/**
 * Holds private keys and signs with them; a key never leaves it. Files serve a single machine; a hardware module or an
 * SM2 card takes their place by implementing the same three functions.
 */
export type Vault = {
  /**
   * The public key of a name; made at first use.
   *
   * @returns 65 bytes of an uncompressed P-256 or SM2 point, or 32 of Ed25519
   */
  publicKey(name: KeyName, algorithm: SigningAlgorithm): Promise<Uint8Array>;
  /**
   * Signs a message (not its digest); the same message gives the same signature.
   *
   * @returns 64 bytes: r and s of P-256 with SHA-256 or of SM2 with SM3, or Ed25519
   */
  sign(name: KeyName, algorithm: SigningAlgorithm, message: Uint8Array): Promise<Uint8Array>;
};

/** What a key is for and whose it is: letters, digits and hyphens, so that it can name a file. */
export type KeyName = "authority" | "log" | "witness" | "webhook" | `${"document" | "credential" | "sm2"}-${string}`;
