/** Characters that XML 1.0 does not allow, also half a surrogate pair. @source XML 1.0 (5th edition), production 2 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what must be found
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

const NAME_START =
  "A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}";
const NAME_REST = `${NAME_START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040`;

/** A name without a colon at a position. @source Namespaces in XML 1.0, production 4 */
export const NAME_AT: RegExp = new RegExp(`[${NAME_START}][${NAME_REST}]*`, "uy");

/** Where the first forbidden character stands; -1 where there is none. */
export function forbiddenAt(text: string): number {
  return text.search(FORBIDDEN);
}

/** Whether a code point may stand in a document. @source XML 1.0 (5th edition), production 2 */
export function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
