import { type Certificate, readCertificate } from "./certificate.ts";
import { sameBytes } from "./der.ts";
import { signatureHolds } from "./public-key.ts";
import type { RevocationData } from "./revocation.ts";

/** Whom a verifier trusts; never taken from the document itself. */
export type PadesTrust = {
  /** Certificates of the authorities, DER. */
  readonly roots: readonly Uint8Array[];
  /** Certificates of authorities that vouch for time stamps and nothing else, DER. */
  readonly timestampRoots?: readonly Uint8Array[];
  /** What the verifier itself knows of revocations. */
  readonly revocation?: RevocationData;
};

/** `path` leads from the signer to a root; it is empty where there is none. */
export type ChainVerdict = {
  readonly trusted: boolean;
  readonly reasons: readonly string[];
  readonly path: readonly Certificate[];
};

const MAX_DEPTH = 6;
/** Key usage bits, first byte (RFC 5280, 4.2.1.3). */
const USAGE = { digitalSignature: 0x80, nonRepudiation: 0x40, certificateSigning: 0x04 } as const;

/**
 * Whether a signer's certificate leads to a trusted authority and was valid at an instant.
 *
 * Reasons: `signer-unknown` (no path to a root), `certificate-not-valid-then`, `certificate-not-for-signing`,
 * `certificate-extension-unknown`, `algorithm-unsupported`.
 *
 * @param at ISO 8601 in UTC with seconds
 * @param given other certificates that came along
 * @param trust whom the verifier trusts
 * @example judgeChain({ keyUsage: 0x80 }, [], { roots: [] }, "2026-11-25T08:00:00Z") // → { trusted: false, reasons: ["signer-unknown"] } (no root is trusted)
 * @example judgeChain({ keyUsage: 0x04 }, [], { roots: [] }, "2026-11-25T08:00:00Z").reasons // → ["certificate-not-for-signing", "signer-unknown"] (RFC 5280, 4.2.1.3: a key for certificates only)
 * @source RFC 5280, 6.1, for paths without policies, name constraints and revocation (status travels in the log)
 */
export function judgeChain(
  signer: Certificate,
  given: readonly Certificate[],
  trust: PadesTrust,
  at: string,
): ChainVerdict {
  const reasons: string[] = [];
  if (signer.keyUsage !== undefined && (signer.keyUsage & (USAGE.digitalSignature | USAGE.nonRepudiation)) === 0) {
    reasons.push("certificate-not-for-signing");
  }
  const roots = trust.roots.map(readCertificate);
  const path = pathFrom(signer, given, roots);
  if (!path) return { trusted: false, reasons: [...reasons, "signer-unknown"], path: [] };
  if (path.some((certificate) => at < certificate.notBefore || at > certificate.notAfter)) {
    reasons.push("certificate-not-valid-then");
  }
  if (path.some((certificate) => certificate.unknownCritical.length > 0)) reasons.push("certificate-extension-unknown");
  return { trusted: reasons.length === 0, reasons, path };
}

/** The signer and the authorities above it up to a root; undefined when no path exists. */
function pathFrom(
  signer: Certificate,
  given: readonly Certificate[],
  roots: readonly Certificate[],
): Certificate[] | undefined {
  const path = [signer];
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const last = path.at(-1) ?? signer;
    if (roots.some((root) => sameBytes(root.der, last.der))) return path;
    const root = roots.find((candidate) => issued(candidate, last, depth));
    if (root) return [...path, root];
    const above = given.find((candidate) => !path.includes(candidate) && issued(candidate, last, depth));
    if (!above) return undefined;
    path.push(above);
  }
  return undefined;
}

function issued(authority: Certificate, subject: Certificate, below: number): boolean {
  return (
    authority.isAuthority &&
    (authority.keyUsage === undefined || (authority.keyUsage & USAGE.certificateSigning) !== 0) &&
    (authority.pathLength === undefined || authority.pathLength >= below) &&
    sameBytes(authority.subject, subject.issuer) &&
    signatureHolds(authority.publicKey, subject.algorithm, subject.signed, subject.signature) === true
  );
}
