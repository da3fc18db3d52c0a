import type { NumberNotation } from "../number-text.ts";

/** The sign between the whole and the broken digits; both are right, by language. @source ISO 80000-1:2009, 7.3.2 */
export type DecimalMark = "." | ",";

/** Languages of the market that write a comma; all others of the platform write a point. @source Unicode CLDR 44, numbers */
const WITH_COMMA: readonly string[] = ["vi", "id", "lo", "km", "de", "fr", "es", "pt", "it", "nl", "ru", "tr"];

/**
 * The mark that readers of a language expect, e.g. a comma in Vietnamese and Indonesian.
 *
 * @param language BCP 47 tag; only its first part counts
 * @example decimalMarkOf("vi-VN") // → "," (Unicode CLDR 44, vi, decimal)
 * @example decimalMarkOf("zh-CN") // → "." (Unicode CLDR 44, zh, decimal)
 * @source Unicode CLDR 44, numbers (symbols/decimal); a language that is not listed reads a point
 */
export function decimalMarkOf(language: string): DecimalMark {
  const [primary = ""] = language.toLowerCase().split("-");
  return WITH_COMMA.includes(primary) ? "," : ".";
}

/**
 * How people of a language write numbers into a form: for `parseNumber`, when the form says so.
 *
 * @param language BCP 47 tag; only its first part counts
 * @returns the decimal mark, and the other of the two signs between groups of three
 * @source Unicode CLDR 44, numbers (symbols/decimal and symbols/group)
 * @example notationOf("id") // → { decimalMark: ",", groupMark: "." } (Unicode CLDR 44, id)
 * notationOf("zh-CN") // → { decimalMark: ".", groupMark: "," } (Unicode CLDR 44, zh)
 */
export function notationOf(language: string): NumberNotation {
  return decimalMarkOf(language) === "," ? { decimalMark: ",", groupMark: "." } : { decimalMark: ".", groupMark: "," };
}

/**
 * A printed result with the decimal mark of the reader. Words, signs and exponents stay as they are.
 *
 * @param text with a point, as the functions of this folder write it
 * @example withDecimalMark("< 2.1", ",") // → "< 2,1" (ISO 80000-1:2009, 7.3.2)
 * @source ISO 80000-1:2009, 7.3.2 (point and comma are equal)
 */
export function withDecimalMark(text: string, mark: DecimalMark): string {
  return mark === "." ? text : text.replace(/(?<=\d)\.(?=\d)/g, mark);
}

/**
 * Digits in groups of three from the decimal mark to both sides, for reading only; four digits alone stay together.
 *
 * @param space between the groups, a thin space unless stated
 * @example digitGroups("100.02147", " ") // → "100.021 47" (JCGM 100:2008, 7.2.2)
 * @source ISO 80000-1:2009, 7.3.1
 */
export function digitGroups(text: string, space = "\u2009"): string {
  return text.replace(/(\d+)(?:([.,])(\d+))?/g, (_, whole: string, mark = "", fraction = "") => {
    const left = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, space) : whole;
    const right = fraction.length > 4 ? fraction.replace(/(\d{3})(?=\d)/g, `$1${space}`) : fraction;
    return left + mark + right;
  });
}
