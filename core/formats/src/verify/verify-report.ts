import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { type PublicView, publicView } from "@quanheng/flow/attestation/public-view.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { documentKeyHashes } from "../credential/did.ts";
import { type JsonObject, type JwtVerdict, objectOf } from "../credential/jws.ts";
import type { Inflate } from "../pdf/inflate.ts";
import type { ReportSnapshot } from "../report/snapshot.ts";
import { readCertificate } from "../signature/certificate.ts";
import { sameBytes } from "../signature/der.ts";
import type { SignatureLevel, SignatureVerdict } from "../signature/verdict.ts";
import { type Check, failed, ok, unknown } from "./check.ts";
import { type CredentialClaims, credentialClaims } from "./credential-claims.ts";
import type { Difference } from "./credential-differences.ts";
import { judgeCredential, judgeData } from "./judge-credential.ts";
import { dccCheck, type JudgedDcc, judgeDcc, namesOther, signerCheck } from "./judge-dcc.ts";
import { judgeLog } from "./judge-log.ts";
import { type JudgedPdf, judgePdf } from "./judge-pdf.ts";
import { judgeStatus, type OnlineStatus } from "./judge-status.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { readSnapshot } from "./read-snapshot.ts";
import type { Trust } from "./trust.ts";

/** What there is of one statement: its PDF, its digital certificate, its credential, its proof; at least one of the first three. */
export type VerifyInput = {
  readonly pdf?: Uint8Array;
  /** XML of a digital calibration certificate; left out, the one inside the PDF is taken. */
  readonly dcc?: Uint8Array;
  /** Compact `vc+jwt`; left out, the one inside the PDF is taken. */
  readonly credential?: string;
  /** Text of the proof file. */
  readonly proof?: string;
  readonly trust: Trust;
  /** The present instant, ISO 8601 in UTC: old status lists prove nothing. */
  readonly now: string;
  /** What the register answered, where one could ask it. */
  readonly online?: OnlineStatus;
  /** Whether the register knows exactly this document; left out where it could not be asked. */
  readonly registered?: boolean;
  readonly inflate?: Inflate;
};

export type ReportVerification = {
  readonly outcome: Outcome;
  /** In the order in which they are told; those that make no sense for what was handed in are left out. */
  readonly checks: readonly Check[];
  /** What the document says of itself; null where it is altered or is none of ours. Only `valid` makes it true. */
  readonly claims: PublicView | null;
  /** What the credential says of itself; null where there is none whose signature holds. */
  readonly credential: CredentialClaims | null;
  readonly signer: string | null;
  readonly signedAt: string | null;
  /** Time that an authority for time stamps vouches for, ISO 8601 in UTC; null without one, and then `signedAt` is a claim. */
  readonly stampedAt: string | null;
  /** How much the PDF's signatures carry for later years; null where there is no PDF or no signature. */
  readonly level: SignatureLevel | null;
  /** Each signature of the PDF with who signed and in which role, the first in time first. */
  readonly signatures: readonly SignatureVerdict[];
  /** Where the credential says something else than the report; empty where both say the same or one is missing. */
  readonly differences: readonly Difference[];
  /** Instant up to which its status is known. */
  readonly statusAsOf: string | null;
};

/**
 * Verifies a report with nothing but the files and whom one trusts: no network, no clock, the same in a browser, on a
 * server and on the command line. Never throws for a bad document.
 *
 * @example verifyReport({ pdf: new TextEncoder().encode("no PDF"), trust: { roots: [], log: { logs: [], witnesses: [], quorum: 0 }, dids: new Map(), statusLists: new Map() }, now: "2026-11-25T08:00:00Z" }).outcome // → "unreadable" (some other document)
 * @source ETSI EN 319 142-1 V1.1.1; VC-JOSE-COSE; Bitstring Status List 1.0; C2SP tlog-proof (draft)
 */
export function verifyReport(input: VerifyInput): ReportVerification {
  const { trust, now } = input;
  const pdf = input.pdf && judgePdf(input.pdf, trust, input.inflate);
  const jwt = input.credential ?? pdf?.credential;
  const xml = input.dcc ?? pdf?.dcc;
  const dcc = xml && judgeDcc(xml, trust, now);
  if (isForeign(pdf, jwt, dcc)) return foreign(pdf);

  const { check: credential, verdict } = judgeCredential(jwt, trust);
  const known = verdict?.signature === "ok" ? verdict.payload : undefined;
  const value = pdf?.snapshot && readSnapshot(pdf.snapshot);
  const data = pdf && judgeData(pdf.snapshot && { bytes: pdf.snapshot, value }, verdict?.payload);
  const differences = [...(data?.differences ?? []), ...otherInside(pdf?.credential, input.credential)];
  const status = judgeStatus(known, trust, now, input.online);
  const document = input.pdf ?? input.dcc ?? new TextEncoder().encode(jwt);
  const checks = [
    ...(pdf?.checks ?? []),
    ...(!pdf && dcc ? alone(dcc) : []),
    ...(jwt === undefined && !pdf ? [] : [credential]),
    ...(pdf && data
      ? [
          differences.length > 0 ? failed("data", "data-differ") : data.check,
          issuer(pdf.pades.signer?.spkiSha256, verdict, value, trust),
        ]
      : []),
    ...(pdf && xml ? [named(together(dcc, value, pdf.dcc, input.dcc), xml, known)] : []),
    ...(!pdf && dcc && xml && verdict ? beside(dcc, xml, verdict, trust) : []),
    status.check,
    judgeLog(input.proof, document, trust, input.registered),
  ];
  const outcome = outcomeOf(checks);
  return {
    outcome,
    checks,
    claims: value && outcome !== "altered" ? publicView(value) : null,
    credential: known ? credentialClaims(known) : null,
    signer: pdf?.pades.signer?.subject ?? dcc?.signatures[0]?.signer ?? null,
    signedAt: pdf?.pades.signedAt ?? dcc?.signatures[0]?.signingTime ?? null,
    ...signaturesOf(pdf),
    differences,
    statusAsOf: status.asOf,
  };
}

/** Neither signed nor carrying our data: some other document, about which nothing can be said. */
function isForeign(pdf: JudgedPdf | undefined, jwt: string | undefined, dcc: JudgedDcc | undefined): boolean {
  if (pdf) return !pdf.pades.found && pdf.snapshot === undefined && pdf.credential === undefined;
  return jwt === undefined && dcc === undefined;
}

function foreign(pdf: JudgedPdf | undefined): ReportVerification {
  return {
    outcome: "unreadable",
    checks: pdf?.checks ?? [],
    claims: null,
    credential: null,
    signer: null,
    signedAt: null,
    ...signaturesOf(pdf),
    differences: [],
    statusAsOf: null,
  };
}

/** A credential handed in beside a report has to be the one inside, byte for byte. */
function otherInside(inside: string | undefined, given: string | undefined): Difference[] {
  if (inside === undefined || given === undefined || inside.trim() === given.trim()) return [];
  return [{ path: "credential.jwt", report: digestOfText(inside), credential: digestOfText(given) }];
}

const digestOfText = (text: string): string => `SHA-256 ${bytesToHex(sha256(new TextEncoder().encode(text.trim())))}`;

/** The level of the whole is that of its weakest signature. */
function signaturesOf(pdf: JudgedPdf | undefined): Pick<ReportVerification, "stampedAt" | "level" | "signatures"> {
  const signatures = pdf?.pades.signatures ?? [];
  const level = LEVELS.find((each) => signatures.some((signature) => signature.level === each)) ?? null;
  return { stampedAt: pdf?.pades.stampedAt ?? null, level, signatures };
}

const LEVELS: readonly SignatureLevel[] = ["B-B", "B-T", "B-LT"];

/** A digital certificate without its report stands or falls with its own signature; unsigned, nobody vouches for it. */
function alone({ signatures }: JudgedDcc): Check[] {
  const [signature] = signatures;
  if (!signature) return [unknown("signature", "not-signed"), unknown("signer", "dcc-not-signed")];
  const intact = signatures.every((each) => each.intact);
  return [
    ok("signature"),
    intact ? ok("integrity") : failed("integrity", "changed"),
    ...(intact ? [signerCheck(signature, "signer")] : []),
  ];
}

/** The digital certificate that travels with a report; one handed in beside it has to be the one inside, byte for byte. */
function together(
  dcc: JudgedDcc | undefined,
  snapshot: ReportSnapshot | undefined,
  inside: Uint8Array | undefined,
  given: Uint8Array | undefined,
): Check {
  const check = dccCheck(dcc, snapshot);
  const other = inside && given && !sameBytes(inside, given);
  return other && check.state !== "failed" ? failed("dcc", "dcc-differs") : check;
}

/** The same check, failed where the credential names another certificate by its digest. */
function named(check: Check, xml: Uint8Array, credential: JsonObject | undefined): Check {
  return credential && check.state !== "failed" && namesOther(xml, credential) ? failed("dcc", "dcc-differs") : check;
}

/** A digital certificate beside a credential, without the report: the same number, and signed by the body that it names. */
function beside(dcc: JudgedDcc, xml: Uint8Array, verdict: JwtVerdict, trust: Trust): Check[] {
  const subject = objectOf(verdict.payload["credentialSubject"]);
  const same = subject["documentNumber"] === dcc.number && !namesOther(xml, verdict.payload);
  const certificate = dcc.signatures.find(({ intact }) => intact)?.certificate;
  return [
    same ? ok("data") : failed("data", "data-differ"),
    issuer(certificate && keyHash(certificate), verdict, undefined, trust),
  ];
}

function keyHash(certificate: Uint8Array): string | undefined {
  try {
    return bytesToHex(sha256(readCertificate(certificate).publicKey));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

/**
 * Whether the document was signed by the institution that it names: every institution of a cluster is trusted, but none
 * may sign for another. The institution's DID document lists the keys of its certificates.
 *
 * @param key SHA-256 of the signer's public key, hex
 */
function issuer(
  key: string | undefined,
  credential: JwtVerdict | undefined,
  snapshot: ReportSnapshot | undefined,
  trust: Trust,
): Check {
  if (credential?.signature !== "ok") return unknown("issuer", "no-credential");
  const document = trust.dids.get(credential.issuer);
  const keys = document ? documentKeyHashes(document) : [];
  const named = snapshot === undefined || credential.issuer.endsWith(`:${snapshot.issuer.id}`);
  return named && keys.includes(key ?? "") ? ok("issuer") : failed("issuer", "other-signer");
}
