import type { PublicStatement } from "@quanheng/contract/schemas/attestation.ts";
import { readEntry } from "@quanheng/formats/log/entry.ts";
import { judgeLogProof, parseLogProof } from "@quanheng/formats/log/proof-file.ts";
import { type Check, failed, ok, unknown } from "@quanheng/formats/verify/check.ts";
import type { Trust } from "@quanheng/formats/verify/trust.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";

/** What can be checked of a statement of the register while nobody holds its document: its status, and that the log has it. */
export function statementChecks(statement: PublicStatement, trust: Trust): Check[] {
  return [statusOf(statement), logOf(statement, trust)];
}

function statusOf({ status }: PublicStatement): Check {
  if (status === "issued" || status === "reinstated") return ok("status");
  return failed("status", status);
}

/** Whether the log one trusts holds the issue of the very document whose hash the register names. */
function logOf({ proof, pdfSha256 }: PublicStatement, trust: Trust): Check {
  if (proof === null) return unknown("log", "no-proof");
  try {
    const read = parseLogProof(proof);
    const entry = read.extra && readEntry(read.extra);
    if (!read.extra || !entry) return failed("log", "proof-wrong");
    const verdict = judgeLogProof(read, read.extra, trust.log);
    if (!verdict.included || verdict.reasons.includes("log-signature-wrong")) return failed("log", "proof-wrong");
    if (entry.event !== "issue" || !entry.docs.some(({ sha256 }) => sha256 === pdfSha256)) {
      return failed("log", "proof-of-other-document");
    }
    return verdict.trusted ? ok("log") : unknown("log", "log-unknown");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return failed("log", "proof-wrong");
  }
}

/** What the register alone lets one say: never `valid`, because nobody has seen the document. */
export function registeredOutcome(
  statement: PublicStatement,
  checks: readonly Check[],
): "registered" | "not-in-log" | "log-inconsistent" | Exclude<PublicStatement["status"], "issued" | "reinstated"> {
  const { status } = statement;
  if (status !== "issued" && status !== "reinstated") return status;
  const log = checks.find(({ code }) => code === "log");
  if (log?.state !== "failed") return "registered";
  return log.reason === "proof-wrong" ? "log-inconsistent" : "not-in-log";
}
