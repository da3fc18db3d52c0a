import { accepted, type Checked, refused } from "./checked.ts";

const LONGEST = 100;

/**
 * Checks an MA code: the issuing agency code MA of the ISO/IEC 15459 register, the country 156, then nodes of letters
 * and digits. The structure behind the country is recalled; only its characters are judged.
 *
 * @source ISO/IEC 15459-2 register of issuing agency codes, MA
 * @example checkMa("MA.156.1007.2001") // → { ok: true, value: "MA.156.1007.2001", warnings: [] }
 */
export function checkMa(text: string): Checked {
  if (text.length > LONGEST) return refused("identifier-length", LONGEST, text.length - LONGEST);
  const bad = text.search(/[^0-9A-Za-z./_-]/);
  if (bad >= 0) return refused("identifier-character", bad, 1);
  return /^MA\.156(?:[./][0-9A-Za-z_-]+)+$/.test(text)
    ? accepted(text)
    : refused("identifier-structure", 0, text.length, { expected: "MA.156.1007.2001" });
}
