/**
 * What the signature of a PDF proves, each part told apart.
 *
 * `intact` speaks of the bytes the signature covers; `coversWholeFile` says that nothing was added afterwards;
 * `trusted` that the signer's certificate leads to an authority of the trust bundle. `reasons` are stable codes.
 */
export type PadesVerdict = {
  readonly found: boolean;
  readonly intact: boolean;
  readonly coversWholeFile: boolean;
  readonly signer: { readonly subject: string; readonly serial: string; readonly spkiSha256: string } | null;
  readonly trusted: boolean;
  /** Claimed time of signing, ISO 8601 in UTC. */
  readonly signedAt: string | null;
  readonly reasons: readonly string[];
};
