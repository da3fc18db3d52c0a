import { checkDigit } from "@quanheng/formats/gs1/check-digit.ts";
import { readAny } from "@quanheng/formats/gs1/read-any.ts";

/** What one line of a batch says. */
export type CodeVerdict = {
  readonly code: string;
  readonly ok: boolean;
  /** Elements of a good code as `(01)…(10)…`. */
  readonly reading?: string;
  /** Code of the engine for a bad one. */
  readonly problem?: string;
  readonly at?: number;
  /** What the code should be, where only a check digit or the form is wrong. */
  readonly right?: string;
};

/**
 * Judges one code in whatever form it has: digits of a GTIN, element string, Digital Link, EPC, scan.
 *
 * @example verifyCode("6901234567893").right // → "6901234567892" (GB 12904)
 */
export function verifyCode(code: string): CodeVerdict {
  const text = code.trim();
  const read = readAny(text);
  if (read.ok)
    return { code: text, ok: true, reading: read.value.elements.map(({ ai, value }) => `(${ai})${value}`).join("") };
  if (isTradeNumber(text)) {
    const right = text.slice(0, -1) + checkDigit(text.slice(0, -1));
    return { code: text, ok: false, problem: "incorrect-check-digit", at: text.length - 1, right };
  }
  const { problem } = read;
  return {
    code: text,
    ok: false,
    problem: problem.check ?? problem.code,
    at: problem.at,
    ...(problem.corrected !== undefined && { right: problem.corrected }),
  };
}

function isTradeNumber(text: string): boolean {
  return /^(?:\d{8}|\d{12,14})$/.test(text);
}
