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
};

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * The UCUM code of a unit as it is written in a report or on a flask: `µg/L`, `m²`, `kg·m⁻³`, `°C`. A text that needs no
 * change comes back as it is; whether it is a unit at all, `parseUnit` says.
 *
 * @example ucumOf("kg·m⁻³") // → "kg.m-3"
 */
export function ucumOf(written: string): string {
  const text = written.trim();
  if (Object.hasOwn(WRITTEN, text)) return WRITTEN[text] ?? text;
  return text
    .replace(/[µμ]/g, "u")
    .replace(/[Ωꭥ\u2126]/g, "Ohm")
    .replace(/[·⋅]/g, ".")
    .replace(/⁻/g, "-")
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(RAISED.indexOf(digit)))
    .replace(/\s*([/.])\s*/g, "$1");
}
