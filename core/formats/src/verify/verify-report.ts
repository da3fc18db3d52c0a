import { type PublicView, publicView } from "@quanheng/flow/attestation/public-view.ts";
import { documentKeyHashes } from "../credential/did.ts";
import type { JwtVerdict } from "../credential/jws.ts";
import type { Inflate } from "../pdf/inflate.ts";
import type { ReportSnapshot } from "../report/snapshot.ts";
import { type Check, failed, ok, unknown } from "./check.ts";
import { judgeCredential, judgeData } from "./judge-credential.ts";
import { judgeLog } from "./judge-log.ts";
import { type JudgedPdf, judgePdf } from "./judge-pdf.ts";
import { judgeStatus, type OnlineStatus } from "./judge-status.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { readSnapshot } from "./read-snapshot.ts";
import type { Trust } from "./trust.ts";

/** What there is of one statement: its PDF, its credential, its proof; at least one of the first two. */
export type VerifyInput = {
  readonly pdf?: Uint8Array;
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
  /** What the document says of itself; null where it is changed or is none of ours. Only `valid` makes it true. */
  readonly claims: PublicView | null;
  readonly signer: string | null;
  readonly signedAt: string | null;
  /** Instant up to which its status is known. */
  readonly statusAsOf: string | null;
};

/**
 * Verifies a report with nothing but the files and whom one trusts: no network, no clock, the same in a browser, on a
 * server and on the command line. Never throws for a bad document.
 *
 * @example verifyReport({ pdf: new TextEncoder().encode("no PDF"), trust: { roots: [], log: { logs: [], witnesses: [], quorum: 0 }, dids: new Map(), statusLists: new Map() }, now: "2026-11-25T08:00:00Z" }).outcome // → "not-ours" (some other document)
 * @source ETSI EN 319 142-1 V1.1.1; VC-JOSE-COSE; Bitstring Status List 1.0; C2SP tlog-proof (draft)
 */
export function verifyReport(input: VerifyInput): ReportVerification {
  const { trust } = input;
  const pdf = input.pdf && judgePdf(input.pdf, trust, input.inflate);
  const jwt = input.credential ?? pdf?.credential;
  if (isForeign(pdf, jwt)) return foreign(pdf);

  const { check: credential, verdict } = judgeCredential(jwt, trust);
  const known = verdict?.signature === "ok" ? verdict.payload : undefined;
  const value = pdf?.snapshot && readSnapshot(pdf.snapshot);
  const status = judgeStatus(known, trust, input.now, input.online);
  const checks = [
    ...(pdf?.checks ?? []),
    credential,
    ...(pdf
      ? [
          judgeData(pdf.snapshot && { bytes: pdf.snapshot, value }, verdict?.payload),
          issuer(pdf, verdict, value, trust),
        ]
      : []),
    status.check,
    judgeLog(input.proof, input.pdf ?? new TextEncoder().encode(jwt), trust, input.registered),
  ];
  const outcome = outcomeOf(checks);
  return {
    outcome,
    checks,
    claims: value && outcome !== "changed" ? publicView(value) : null,
    signer: pdf?.pades.signer?.subject ?? null,
    signedAt: pdf?.pades.signedAt ?? null,
    statusAsOf: status.asOf,
  };
}

/** Neither signed nor carrying our data: some other document, about which nothing can be said. */
function isForeign(pdf: JudgedPdf | undefined, jwt: string | undefined): boolean {
  if (pdf) return !pdf.pades.found && pdf.snapshot === undefined && pdf.credential === undefined;
  return jwt === undefined;
}

function foreign(pdf: JudgedPdf | undefined): ReportVerification {
  return {
    outcome: "not-ours",
    checks: pdf?.checks ?? [],
    claims: null,
    signer: null,
    signedAt: null,
    statusAsOf: null,
  };
}

/**
 * Whether the PDF was signed by the institution that it names: every institution of a cluster is trusted, but none may
 * sign for another. The institution's DID document lists the keys of its certificates.
 */
function issuer(
  { pades }: JudgedPdf,
  credential: JwtVerdict | undefined,
  snapshot: ReportSnapshot | undefined,
  trust: Trust,
): Check {
  if (credential?.signature !== "ok") return unknown("issuer", "no-credential");
  const document = trust.dids.get(credential.issuer);
  const keys = document ? documentKeyHashes(document) : [];
  const named = snapshot === undefined || credential.issuer.endsWith(`:${snapshot.issuer.id}`);
  return named && keys.includes(pades.signer?.spkiSha256 ?? "") ? ok("issuer") : failed("issuer", "other-signer");
}
