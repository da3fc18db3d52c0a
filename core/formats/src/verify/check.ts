/** What is checked, in the order in which it is told. */
export const CHECKS = [
  "signature",
  "integrity",
  "signer",
  "credential",
  "data",
  "issuer",
  "dcc",
  "status",
  "log",
] as const;
export type CheckCode = (typeof CHECKS)[number];

/** `unknown` is neither good nor bad: what would decide it is not at hand. */
export type CheckState = "ok" | "failed" | "unknown";

/** Why a check is not simply ok; a key of the sentences. */
export type CheckReason =
  | "not-signed"
  | "changed"
  | "appended"
  | "unreadable"
  | "signer-unknown"
  | "certificate-not-valid"
  | "no-trust"
  | "no-credential"
  | "credential-changed"
  | "credential-signer-unknown"
  | "data-missing"
  | "data-differ"
  | "other-signer"
  | "dcc-not-signed"
  | "dcc-changed"
  | "dcc-differs"
  | "withdrawn"
  | "suspended"
  | "amended"
  | "expired"
  | "no-status-list"
  | "status-list-old"
  | "not-yet-valid"
  | "made-later"
  | "no-proof"
  | "log-unknown"
  | "proof-wrong"
  | "proof-of-other-document"
  | "not-registered";

export type Check = { readonly code: CheckCode; readonly state: CheckState; readonly reason: CheckReason | null };

export const ok = (code: CheckCode): Check => ({ code, state: "ok", reason: null });
export const failed = (code: CheckCode, reason: CheckReason): Check => ({ code, state: "failed", reason });
export const unknown = (code: CheckCode, reason: CheckReason): Check => ({ code, state: "unknown", reason });
