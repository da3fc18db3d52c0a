import { RAISED_DIGITS } from "../expression/superscript.ts";
import { isUnit, parseUnit } from "../units/parse.ts";
import { PREFIX_WORDS, UNIT_WORDS } from "../units/unit-words.ts";

/** Units that people write otherwise than UCUM does; names, not symbols, of which only one reading exists. */
const WRITTEN: Readonly<Record<string, string>> = {
  "°C": "Cel",
  "℃": "Cel",
  "°F": "[degF]",
  "℉": "[degF]",
  "％": "%",
  "‰": "[ppth]",
  ppm: "[ppm]",
  ppb: "[ppb]",
  "°": "deg",
  pH: "[pH]",
  公斤: "kg",
};

/**
 * The UCUM code of a unit as it is written in a report or on a flask: `µg/L`, `m²`, `kg·m⁻³`, `°C`, `毫克/升`. A text that needs no
 * change comes back as it is; whether it is a unit at all, `parseUnit` says.
 *
 * @source UCUM 2.1, tables 1 to 5 (codes); SI Brochure, 9th edition, 5.4 (how units are printed); GB 3100-1993 (Chinese names; recalled)
 * @example ucumOf("kg·m⁻³") // → "kg.m-3" (UCUM 2.1, clause 7: a point multiplies, exponents follow)
 * ucumOf("毫克/升") // → "mg/L" (毫 is m, 克 is g, 升 is L)
 * ucumOf("°C") // → "Cel" (UCUM 2.1, table 5)
 */
export function ucumOf(written: string): string {
  const text = written.trim();
  if (Object.hasOwn(WRITTEN, text)) return WRITTEN[text] ?? text;
  if (HAN.test(text)) return text.split("/").map(chineseUnit).join("/");
  return text
    .replace(/[µμ]/g, "u")
    .replace(/[Ωꭥ\u2126]/g, "Ohm")
    .replace(/[·⋅]/g, ".")
    .replace(/⁻/g, "-")
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(RAISED_DIGITS.indexOf(digit)))
    .replace(/\s*([/.])\s*/g, "$1");
}

const HAN = /\p{Script=Han}/u;

/** The code of a Chinese name in full or short, with or without a prefix; a name that could be two units stays as it is. */
function chineseUnit(part: string): string {
  const name = part.trim();
  const prefixed = Object.entries(PREFIX_WORDS).flatMap(([prefix, [word]]) =>
    name.startsWith(word) ? codesOf(name.slice(word.length)).map((code) => prefix + code) : [],
  );
  // Two codes of one unit, as L and l, are one reading.
  const readings = new Map(
    [...codesOf(name), ...prefixed.filter(isUnit)].toReversed().map((code) => [sameAs(code), code]),
  );
  const [code] = readings.values();
  return readings.size === 1 && code !== undefined ? code : name;
}

function sameAs(code: string): string {
  const { factor, dimension, scale = "" } = parseUnit(code);
  return `${factor.numerator}/${factor.denominator} ${JSON.stringify(dimension)} ${scale}`;
}

function codesOf(name: string): readonly string[] {
  if (!HAN.test(name)) return isUnit(name) && name !== "1" ? [name] : [];
  return Object.keys(UNIT_WORDS).filter((code) => UNIT_WORDS[code]?.zh === name || UNIT_WORDS[code]?.short === name);
}
