import type { Check, CheckCode, CheckReason } from "./check.ts";

/** What a document turns out to be. Only `valid` may be relied on. */
export const OUTCOMES = [
  "valid",
  "not-ours",
  "changed",
  "unknown-signer",
  "wrong-issuer",
  "withdrawn",
  "amended",
  "suspended",
  "expired",
  "not-in-log",
  "status-unknown",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * The one word for all checks together: the gravest finding first, because a changed report must not be called
 * withdrawn,
 * nor a forged one suspended.
 *
 * @example outcomeOf([{ code: "integrity", state: "failed", reason: "changed" }, { code: "status", state: "failed", reason: "withdrawn" }]) // → "changed" (the gravest finding first)
 * @example outcomeOf([{ code: "signer", state: "ok", reason: null }, { code: "status", state: "ok", reason: null }]) // → "valid" (signed by a trusted body, in force)
 * @source ours: the vocabulary of verdicts
 */
export function outcomeOf(checks: readonly Check[]): Outcome {
  const of = (code: CheckCode) => checks.find((check) => check.code === code);
  const broken = (["signature", "integrity", "credential", "data"] as const).some((c) => of(c)?.state === "failed");
  if (broken) return "changed";
  // Without a PDF the credential's own signature says who speaks.
  const signer = of("signer") ?? of("credential");
  if (signer?.state !== "ok") return "unknown-signer";
  if (of("issuer")?.state === "failed") return "wrong-issuer";
  const status = of("status");
  if (status?.state === "failed") return ENDED[status.reason ?? "withdrawn"] ?? "withdrawn";
  if (of("log")?.state === "failed") return "not-in-log";
  return status?.state === "ok" ? "valid" : "status-unknown";
}

const ENDED: Readonly<Partial<Record<CheckReason, Outcome>>> = {
  withdrawn: "withdrawn",
  amended: "amended",
  suspended: "suspended",
  expired: "expired",
};
