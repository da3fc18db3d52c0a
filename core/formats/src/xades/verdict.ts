/** Why an XML signature does not count, or counts for less. */
export const XADES_REASONS = [
  "signature-malformed",
  "signature-misplaced",
  "duplicate-id",
  "document-not-covered",
  "transform-unsupported",
  "algorithm-unsupported",
  "digest-mismatch",
  "signature-mismatch",
  "certificate-missing",
  "certificate-unreadable",
  "certificate-mismatch",
  "signed-properties-unsigned",
  "signer-unknown",
  "certificate-not-valid-then",
  "certificate-not-for-signing",
  "certificate-extension-unknown",
] as const;
export type XadesReason = (typeof XADES_REASONS)[number];

/** One signature of an XML document. */
export type XadesVerdict = {
  /** The mathematics hold and cover the whole document that is read. */
  readonly intact: boolean;
  /** The signer leads to an authority that the verifier trusts, at the time that counts. */
  readonly trusted: boolean;
  readonly reasons: readonly XadesReason[];
  readonly form: "xml-dsig" | "xades";
  readonly signer?: string;
  readonly certificate?: Uint8Array;
  /** As the signer says it; nobody else vouches for it. */
  readonly signingTime?: string;
  /** A time stamp is embedded. */
  readonly timestamped: boolean;
  /** Time of an embedded stamp that is of this signature and whose own signature holds, ISO 8601 in UTC. */
  readonly stampedAt?: string;
  /** Whether the stamping authority leads to one that the verifier trusts: only then does its time prove anything. */
  readonly stampTrusted?: boolean;
};
