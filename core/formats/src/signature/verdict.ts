/** How much a signature carries for later years (ETSI EN 319 142-1 V1.1.1, 6.1). */
export type SignatureLevel = "B-B" | "B-T" | "B-LT";

/** What one signature of a PDF proves. */
export type SignatureVerdict = {
  /** Who signed, as the PDF names them, and why; both are covered by the signature. */
  readonly signedBy: string;
  readonly reason: string;
  readonly intact: boolean;
  readonly signer: { readonly subject: string; readonly serial: string; readonly spkiSha256: string } | null;
  readonly trusted: boolean;
  /** Claimed time of signing, ISO 8601 in UTC. */
  readonly signedAt: string | null;
  /** Time that an authority for time stamps vouches for, ISO 8601 in UTC; null without one. */
  readonly stampedAt: string | null;
  readonly level: SignatureLevel;
  readonly reasons: readonly string[];
};

/**
 * What the signatures of a PDF prove together, each part told apart.
 *
 * `intact` speaks of the bytes the signatures cover; `coversWholeFile` says that nothing but further signatures and
 * validation data was added afterwards; `trusted` that every signer's certificate leads to an authority of the trust
 * bundle. Signer, times and level are those of the last signature, which speaks for the whole. `reasons` are stable codes.
 */
export type PadesVerdict = {
  readonly found: boolean;
  readonly intact: boolean;
  readonly coversWholeFile: boolean;
  readonly signer: SignatureVerdict["signer"];
  readonly trusted: boolean;
  readonly signedAt: string | null;
  readonly stampedAt: string | null;
  readonly level: SignatureLevel | null;
  readonly reasons: readonly string[];
  /** Each signature, the first in time first. */
  readonly signatures: readonly SignatureVerdict[];
};
