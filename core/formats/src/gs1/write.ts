import { identifierOrUnknown } from "./dictionary/lookup.ts";
import type { Element } from "./element.ts";

/**
 * Elements as people write them; a bracket in a value is escaped.
 *
 * @example writeBracketed([{ ai: "01", value: "09521234543213" }, { ai: "10", value: "A(1)" }]) // → "(01)09521234543213(10)A\\(1)"
 */
export function writeBracketed(elements: readonly Element[]): string {
  return elements.map(({ ai, value }) => `(${ai})${value.replaceAll("(", "\\(")}`).join("");
}

/**
 * Elements as a symbol carries them: FNC1 first and behind every value whose identifier does not fix its length,
 * except the last.
 *
 * @param fnc1 how FNC1 is written; the group separator U+001D for what a scanner sends
 * @source GS1 General Specifications, 7.8.5
 * @example writeElementString([{ ai: "10", value: "12345" }, { ai: "11", value: "991225" }]) // → "^1012345^11991225"
 */
export function writeElementString(elements: readonly Element[], fnc1 = "^"): string {
  let text = "";
  let separated = true;
  for (const { ai, value } of elements) {
    text += `${separated ? fnc1 : ""}${ai}${value}`;
    separated = !identifierOrUnknown(ai, 0, ai.length)?.fixed;
  }
  return text;
}

/**
 * The human-readable interpretation: a line for each element.
 *
 * @param titles puts the data title of the General Specifications before each line
 * @source GS1 General Specifications, 4.14
 * @example humanReadable([{ ai: "10", value: "ABC" }], true) // → ["BATCH/LOT (10) ABC"]
 */
export function humanReadable(elements: readonly Element[], titles = false): readonly string[] {
  return elements.map(({ ai, value }) => {
    const title = titles ? identifierOrUnknown(ai, 0, ai.length)?.title : "";
    return `${title ? `${title} ` : ""}(${ai}) ${value}`;
  });
}
