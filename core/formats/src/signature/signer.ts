/** Algorithms a document signer may use; SM2 with SM3 serves domestic rules beside the international ones. */
export type SigningAlgorithm = "ecdsa-p256-sha256" | "ed25519" | "sm2-sm3";

/**
 * Signs without showing its key: the key stays in the shell, in a module or in a card.
 */
export type DocumentSigner = {
  readonly algorithm: SigningAlgorithm;
  /** The signer's certificate, DER. */
  readonly certificate: Uint8Array;
  /** Authorities between the signer and the root, DER; the root itself is the verifier's to hold. */
  readonly intermediates: readonly Uint8Array[];
  /**
   * Signs the message itself, not its digest.
   *
   * @returns as CMS wants it: the two numbers of ECDSA or SM2 in DER, or the 64 bytes of Ed25519
   */
  sign(message: Uint8Array): Promise<Uint8Array>;
};
