import { accepted, type Checked, refused } from "./checked.ts";

const LENGTH = 20;

/**
 * The two check digits of a legal entity identifier: 98 − (body·100 mod 97), letters as 10 to 35.
 *
 * @param body 18 digits and capital letters
 * @source ISO 17442-1:2020; ISO/IEC 7064, MOD 97-10
 * @example leiCheck("506700GE1G29325QX3") // → "63" (LEI of the Global LEI Foundation)
 */
export function leiCheck(body: string): string {
  return String(98 - remainder(`${body}00`)).padStart(2, "0");
}

/**
 * Checks a legal entity identifier.
 *
 * @source ISO 17442-1:2020
 * @example checkLei("506700GE1G29325QX363") // → { ok: true, value: "506700GE1G29325QX363", warnings: [] }
 */
export function checkLei(text: string): Checked {
  if (text.length !== LENGTH) return refused("identifier-length", 0, text.length);
  const bad = text.search(/[^0-9A-Z]/);
  if (bad >= 0) return refused("identifier-character", bad, 1);
  const check = text.slice(-2).search(/\D/);
  if (check >= 0) return refused("identifier-character", LENGTH - 2 + check, 1);
  if (remainder(text) === 1) return accepted(text);
  return refused("identifier-check-character", LENGTH - 2, 2, { expected: leiCheck(text.slice(0, -2)) });
}

function remainder(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
  }
  return rest;
}
