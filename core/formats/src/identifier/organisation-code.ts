import { accepted, type Checked, refused } from "./checked.ts";

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const BODY = 8;

/**
 * The check character of an organisation code.
 *
 * C₉ = 11 − (Σ Cᵢ·Wᵢ mod 11), written X for 10 and 0 for 11; letters count A = 10 to Z = 35
 *
 * @param body eight digits or capital letters
 * @source GB 11714-1997
 * @example organisationCheck("D2143569") // → "X" (GB 11714-1997)
 */
export function organisationCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number.parseInt(body[place] ?? "0", 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : String(check % 11);
}

/**
 * Checks an organisation code, with or without the hyphen before its check character; the written form has it.
 *
 * @source GB 11714-1997
 * @example checkOrganisationCode("D2143569X") // → { ok: true, value: "D2143569-X", warnings: [] }
 */
export function checkOrganisationCode(text: string): Checked {
  const hyphen = text[BODY] === "-" ? 1 : 0;
  if (text.length !== BODY + 1 + hyphen) return refused("identifier-length", 0, text.length);
  const body = text.slice(0, BODY);
  const check = text.slice(BODY + hyphen);
  const bad = body.search(/[^0-9A-Z]/);
  if (bad >= 0) return refused("identifier-character", bad, 1);
  if (!/^[0-9X]$/.test(check)) return refused("identifier-character", BODY + hyphen, 1);
  const expected = organisationCheck(body);
  if (check !== expected) return refused("identifier-check-character", BODY + hyphen, 1, { expected });
  return accepted(`${body}-${check}`);
}
