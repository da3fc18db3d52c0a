import { inflateSync } from "node:zlib";
import type { Inflate } from "@quanheng/formats/pdf/inflate.ts";
import { readCertificate } from "@quanheng/formats/signature/certificate.ts";
import type { Timestamp } from "@quanheng/formats/signature/cms-write.ts";
import { sameBytes } from "@quanheng/formats/signature/der.ts";
import { addValidationData, type ValidationData } from "@quanheng/formats/signature/dss.ts";
import { addSignature, type SignaturePlace } from "@quanheng/formats/signature/pades-sign.ts";
import { verifyPades } from "@quanheng/formats/signature/pades-verify.ts";
import type { DocumentSigner } from "@quanheng/formats/signature/signer.ts";
import type { SignatureLevel } from "@quanheng/formats/signature/verdict.ts";
import { refuse } from "../../refusals.ts";
import type { RevocationSource } from "../timestamp/revocation-source.ts";

/** One of those who sign, in the order in which they do: reviewer, signatory, institution. */
export type SigningPart = {
  readonly signer: DocumentSigner;
  /** As a person reads it. */
  readonly signedBy: string;
  readonly reason: string;
  readonly location: string;
  /** ISO 8601 in UTC. */
  readonly signedAt: string;
  readonly place?: SignaturePlace;
};

export type LongTerm = {
  /** Left out, signatures are B-B. */
  readonly timestamp?: Timestamp;
  /** With it, and a time stamp, signatures become B-LT. */
  readonly revocation?: RevocationSource;
  /** Certificates of all authorities, DER: the issuers of those who sign are among them. */
  readonly authorities: readonly Uint8Array[];
  /** Certificates of the time-stamp service's authorities and lists of revoked ones, DER, kept with the document. */
  readonly kept?: Partial<ValidationData>;
  /** Whether a document may go out without what was asked for when a service is down. */
  readonly required: boolean;
};

export type SignedInTurn = {
  readonly file: Uint8Array;
  readonly level: SignatureLevel;
  /** Why the level is lower than it was set to be; null when it is not. */
  readonly without: string | null;
};

/**
 * Signs a PDF by each in turn, the institution last, with time stamps and validation data where services are set.
 *
 * A service that is down lowers the level of the whole document and is told; where the institution demands the level,
 * nothing is signed.
 *
 * @throws Refusal `timestamp-unavailable`, those of `addSignature`
 * @source ETSI EN 319 142-1 V1.1.1, 5.5 and 6.3
 */
export async function signInTurn(
  pdf: Uint8Array,
  parts: readonly SigningPart[],
  longTerm: LongTerm,
): Promise<SignedInTurn> {
  const { timestamp, revocation } = longTerm;
  const stamped = timestamp && (await attempt(longTerm, () => signAll(pdf, parts, timestamp)));
  if (!stamped || "failed" in stamped) {
    return { file: await signAll(pdf, parts), level: "B-B", without: stamped?.failed ?? null };
  }
  if (!revocation) return { file: stamped.made, level: "B-T", without: null };
  const long = await attempt(longTerm, () => withValidationData(stamped.made, parts, longTerm, revocation));
  if ("failed" in long) return { file: stamped.made, level: "B-T", without: long.failed };
  const level = levelOf(long.made, longTerm);
  return { file: long.made, level, without: level === "B-LT" ? null : INCOMPLETE };
}

/** What is said where the data at hand do not speak of every certificate, e.g. of the service's own. */
const INCOMPLETE = "revocation of a certificate is not known";

/** As a verifier will find it, not as it was meant. */
function levelOf(file: Uint8Array, { authorities, kept }: LongTerm): SignatureLevel {
  const trust = { roots: authorities, timestampRoots: kept?.certificates ?? [] };
  return verifyPades(file, trust, fastInflate).level ?? "B-B";
}

type Attempt = { readonly made: Uint8Array } | { readonly failed: string };

async function attempt({ required }: LongTerm, make: () => Promise<Uint8Array>): Promise<Attempt> {
  try {
    return { made: await make() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return required ? refuse("timestamp-unavailable", { why }) : { failed: why };
  }
}

async function signAll(pdf: Uint8Array, parts: readonly SigningPart[], timestamp?: Timestamp): Promise<Uint8Array> {
  let file = pdf;
  for (const part of parts) file = await addSignature(file, timestamp ? { ...part, timestamp } : part, fastInflate);
  return file;
}

async function withValidationData(
  file: Uint8Array,
  parts: readonly SigningPart[],
  { authorities, kept }: LongTerm,
  source: RevocationSource,
): Promise<Uint8Array> {
  const pairs = parts.map(({ signer }) => [signer.certificate, issuerOf(signer, authorities)] as const);
  const data: ValidationData = {
    certificates: [...pairs.map(([, issuer]) => issuer), ...(kept?.certificates ?? [])],
    ocsps: [...(await source.answers(pairs)), ...(kept?.ocsps ?? [])],
    crls: kept?.crls ?? [],
  };
  return addValidationData(file, data, fastInflate);
}

function issuerOf({ certificate, intermediates }: DocumentSigner, authorities: readonly Uint8Array[]): Uint8Array {
  const { issuer, subjectName } = readCertificate(certificate);
  const found = [...intermediates, ...authorities].find((der) => sameBytes(readCertificate(der).subject, issuer));
  if (!found) throw new Error(`the issuer of the certificate of ${subjectName} is not among the authorities`);
  return found;
}

/** The platform's own zlib, for files that this server made. */
const fastInflate: Inflate = (zlib, limit) => inflateSync(zlib, { maxOutputLength: limit });
