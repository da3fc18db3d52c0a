import type { Check, CheckCode, CheckReason } from "./check.ts";

/**
 * What a document turns out to be, in the order in which one finding outweighs another: first whether these are the
 * very files that a known body issued, then whether they still stand. Only `valid` may be relied on as it is.
 */
export const OUTCOMES = [
  "unreadable",
  "altered",
  "contradiction",
  "untrusted-chain",
  "unknown-signer",
  "log-inconsistent",
  "not-in-log",
  "withdrawn",
  "expired",
  "suspended",
  "status-unknown",
  "valid-but-amended",
  "valid",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * The one word for all checks together: the gravest finding first, because an altered report must not be called
 * withdrawn, nor a forged one suspended. No checks at all are of a file that cannot be verified.
 *
 * A contradiction between parts shows without anybody's trust and comes before the signer; that a known signer is not
 * the body named comes after it.
 *
 * @example outcomeOf([{ code: "integrity", state: "failed", reason: "changed" }, { code: "status", state: "failed", reason: "withdrawn" }]) // → "altered" (the gravest finding first)
 * @example outcomeOf([{ code: "signer", state: "ok", reason: null }, { code: "status", state: "ok", reason: null }]) // → "valid" (signed by a trusted body, in force)
 * @example outcomeOf([{ code: "signer", state: "ok", reason: null }, { code: "log", state: "failed", reason: "proof-wrong" }]) // → "log-inconsistent" (a proof that does not hold)
 * @source ours: the vocabulary of verdicts
 */
export function outcomeOf(checks: readonly Check[]): Outcome {
  if (checks.length === 0) return "unreadable";
  const of = (code: CheckCode) => checks.find((check) => check.code === code);
  const reasons = checks.flatMap(({ state, reason }) => (state === "failed" && reason !== null ? [reason] : []));
  if (reasons.some((reason) => ALTERED.has(reason))) return "altered";
  if (reasons.some((reason) => DIFFERING.has(reason))) return "contradiction";
  if (reasons.includes("certificate-not-valid")) return "untrusted-chain";
  // Without a signed document the credential's own signature says who speaks.
  const signer = of("signer") ?? of("credential");
  if (signer?.state !== "ok") return "unknown-signer";
  if (reasons.includes("other-signer")) return "contradiction";
  const log = of("log");
  if (log?.state === "failed") return log.reason === "proof-wrong" ? "log-inconsistent" : "not-in-log";
  // A proof that was given and does not convince is worse than none: somebody wants it to be believed.
  if (log?.reason === "log-unknown") return "not-in-log";
  const status = of("status");
  if (status?.state === "failed") return ENDED[status.reason ?? "withdrawn"] ?? "withdrawn";
  return status?.state === "ok" ? "valid" : "status-unknown";
}

/**
 * The gravest of several, for files that are judged together.
 *
 * @returns `unreadable` where there is none
 * @example gravestOf(["valid", "suspended", "altered"]) // → "altered" (one bad part spoils all)
 * @source ours: the vocabulary of verdicts
 */
export function gravestOf(outcomes: readonly Outcome[]): Outcome {
  return OUTCOMES.find((outcome) => outcomes.includes(outcome)) ?? "unreadable";
}

const ALTERED: ReadonlySet<CheckReason> = new Set([
  "not-signed",
  "changed",
  "appended",
  "unreadable",
  "credential-changed",
  "dcc-changed",
  "data-missing",
]);
const DIFFERING: ReadonlySet<CheckReason> = new Set(["data-differ", "dcc-differs"]);
const ENDED: Readonly<Partial<Record<CheckReason, Outcome>>> = {
  withdrawn: "withdrawn",
  amended: "valid-but-amended",
  suspended: "suspended",
  expired: "expired",
};
