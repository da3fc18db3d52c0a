import type { PublicStatement } from "@quanheng/contract/schemas/attestation.ts";
import { type JsonObject, judgeJwt } from "@quanheng/formats/credential/jws.ts";
import { withNewestLists } from "@quanheng/formats/verify/newest-trust.ts";
import type { Outcome } from "@quanheng/formats/verify/outcome.ts";
import { NO_TRUST, readTrust, type Trust, type TrustBundle } from "@quanheng/formats/verify/trust.ts";
import { type ReportVerification, verifyReport } from "@quanheng/formats/verify/verify-report.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { Handed } from "./handed.ts";

/** What the register said of a number, and when. */
export type RegisterAnswer = { readonly statement: PublicStatement; readonly at: string };

/**
 * A bundle taken apart; nobody is trusted where there is none or it cannot be read.
 *
 * @param seen status lists of other bundles at hand: an older list does not undo a newer one
 */
export function trustOf(bundle: TrustBundle | undefined, seen: readonly TrustBundle["statusLists"][] = []): Trust {
  if (!bundle) return NO_TRUST;
  try {
    return withNewestLists(readTrust(bundle), seen).trust;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return NO_TRUST;
  }
}

/**
 * Verifies what was handed in. The register adds the newest status and the log's proof; it cannot make good what the
 * document's own signatures deny.
 *
 * @param register `unknown` when it was asked and holds nothing under the number
 * @param now the present instant, ISO 8601 in UTC
 */
export function examine(
  { pdf, dcc, credential, proof }: Pick<Handed, "pdf" | "dcc" | "credential" | "proof">,
  trust: Trust,
  now: string,
  register?: RegisterAnswer | "unknown",
): ReportVerification {
  const answer = register === "unknown" ? undefined : register;
  const shown = proof ?? answer?.statement.proof ?? undefined;
  return verifyReport({
    trust,
    now,
    ...(pdf ? { pdf } : {}),
    ...(dcc ? { dcc } : {}),
    ...(credential === undefined ? {} : { credential }),
    ...(shown === undefined ? {} : { proof: shown }),
    ...(answer ? { online: { status: answer.statement.status, at: answer.at } } : {}),
    ...(register === "unknown" ? { registered: false } : {}),
  });
}

/** Under these a document's number is a mere assertion, and asking for it would lend it weight. */
const UNBELIEVED: ReadonlySet<Outcome> = new Set([
  "unreadable",
  "altered",
  "contradiction",
  "untrusted-chain",
  "unknown-signer",
]);

/** The number under which the register may be asked; null while the document has none that could be believed. */
export function believedNumber(
  { claims, outcome }: ReportVerification,
  { credential }: Handed,
  trust: Trust,
): string | null {
  if (UNBELIEVED.has(outcome)) return null;
  if (claims) return claims.number;
  return credential === undefined ? null : numberIn(credential, trust);
}

function numberIn(credential: string, trust: Trust): string | null {
  const subject = judgeJwt(credential, trust.dids).payload["credentialSubject"];
  const number = (subject as JsonObject | undefined)?.["documentNumber"];
  return typeof number === "string" ? number : null;
}
