/** What can be wrong with an identifier; the sentences are in `@quanheng/contract/messages/gs1/identifiers.ts`. */
export const IDENTIFIER_CODES = [
  "identifier-empty",
  "identifier-length",
  "identifier-character",
  "identifier-check-character",
  "identifier-structure",
  "identifier-interval",
  "identifier-gs1",
] as const;
export type IdentifierCode = (typeof IDENTIFIER_CODES)[number];

/** What is unusual about an identifier that is nevertheless accepted. */
export const IDENTIFIER_WARNINGS = ["inner-code-check", "authority-unknown", "arc-not-chinese"] as const;
export type IdentifierWarning = (typeof IDENTIFIER_WARNINGS)[number];

/** Why an identifier is refused, with the place in the text that was given. */
export type IdentifierProblem = {
  readonly code: IdentifierCode;
  readonly at: number;
  readonly length: number;
  /** The right check character, or what the text should look like. */
  readonly expected?: string;
  /** The code of the message, with `identifier-gs1`. */
  readonly reason?: string;
};

/** An identifier in its one written form, or why it is none. */
export type Checked =
  | { readonly ok: true; readonly value: string; readonly warnings: readonly IdentifierWarning[] }
  | { readonly ok: false; readonly problem: IdentifierProblem };

export function refused(
  code: IdentifierCode,
  at: number,
  length: number,
  facts: Pick<IdentifierProblem, "expected" | "reason"> = {},
): Checked {
  return { ok: false, problem: { code, at, length, ...facts } };
}

export function accepted(value: string, warnings: readonly IdentifierWarning[] = []): Checked {
  return { ok: true, value, warnings };
}
