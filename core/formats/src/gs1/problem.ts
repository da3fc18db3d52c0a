import type { CheckCode } from "./checks/codes.ts";

/** What can be wrong with a message, beyond the content of a value. */
export const PROBLEM_CODES = [
  "data-too-long",
  "ai-parse-failed",
  "ai-unrecognised",
  "ai-value-is-too-short",
  "ai-value-is-too-long",
  "ai-contains-illegal-carat-character",
  "missing-fnc1-in-first-position",
  "ai-data-empty",
  "no-ai-for-prefix",
  "ai-data-is-empty",
  "ai-data-has-incorrect-length",
  "ai-data-is-too-long",
  "ai-linter-error",
  "too-many-ais",
  "invalid-ai-pairs",
  "required-ais-not-satisfied",
  "instances-of-ai-have-different-values",
  "serial-not-present",
  "uri-contains-illegal-scheme",
  "uri-contains-illegal-characters",
  "uri-missing-domain-and-path-info",
  "domain-contains-illegal-characters",
  "no-gs1-dl-keys-found-in-path-info",
  "ai-value-path-element-is-empty",
  "decoded-ai-from-dl-path-info-contains-illegal-null",
  "invalid-key-qualifier-sequence",
  "unknown-ai-in-query-params",
  "ai-value-query-element-in-empty",
  "decoded-ai-value-from-query-params-contains-illegal-null",
  "duplicate-ai",
  "ai-is-not-valid-data-attribute",
  "ai-should-be-in-path-info",
  "cannot-create-dl-uri-without-primary-key-ai",
  "missing-symbology-identifier",
  "unsupported-symbology-identifier",
  "scan-data-contains-illegal-carat",
  "primary-scan-data-is-too-short",
  "primary-message-is-too-long",
  "primary-message-may-only-contain-digits",
  "primary-message-check-digit-is-incorrect",
  "unknown-symbology",
  "primary-data-must-be-n-digits",
  "primary-data-must-be-n-digits-without-check-digit",
  "primary-data-must-be-all-digits",
  "primary-data-check-digit-is-incorrect",
  "primary-data-is-too-large",
  "epc-not-a-urn",
  "epc-scheme-unknown",
  "epc-parts-missing",
  "epc-prefix-not-digits",
  "epc-digits-do-not-fit",
  "epc-prefix-length-unknown",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * Why a message is refused: a code with the place in the text that was handed in.
 *
 * `at` and `length` count UTF-16 units of that text; a whole that is missing has length 0.
 */
export type Problem = {
  readonly code: ProblemCode;
  readonly at: number;
  readonly length: number;
  /** The identifier in question. */
  readonly ai?: string;
  /** What the content check found, with code `ai-linter-error`. */
  readonly check?: CheckCode;
  /** The value with the bad characters between bars: `(01)1234567890123|4|`. */
  readonly markup?: string;
  /** The other identifier of a pair. */
  readonly other?: string;
  /** The identifiers of which one is needed, as `01,8006+21`. */
  readonly needed?: string;
  /** The digits that begin no identifier, or how many digits are wanted. */
  readonly found?: string;
  readonly wanted?: number;
  /** What the address should be, where only its form is wrong. */
  readonly corrected?: string;
};

/** An outcome as a value: bad input is expected and costs as little as good input. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

/** The outcome of a problem. */
export function problem(
  code: ProblemCode,
  at: number,
  length: number,
  facts?: Omit<Problem, "code" | "at" | "length">,
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, at, length, ...facts } };
}
