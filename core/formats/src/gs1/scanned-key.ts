import type { Element } from "./element.ts";
import { elementsBetween, GROUP_SEPARATOR, parseBracketed } from "./element-string.ts";
import { isAddress, parseLink } from "./link/parse.ts";

/** Symbology identifiers of the carriers a label may have, as scanners put them in front (GS1 General Specifications, 5). */
const SYMBOLOGY = /^\](?:Q[13]|d[12]|C1|e[0-2]|J[01])/;
/** One label may say less than the rules ask for: what belongs together can be spread over several. */
const LABEL = { requisites: false } as const;

/**
 * The elements that a scanner or a person read from a label: a Digital Link address, an element string with the
 * identifiers in brackets, or one as the symbol carries it, with or without what a scanner puts in front.
 *
 * @returns undefined for a text that is none of these; nothing is guessed
 */
export function scannedElements(text: string): readonly Element[] | undefined {
  const given = text.trim().replace(SYMBOLOGY, "");
  if (isAddress(given)) return elementsOf(parseLink(given, LABEL));
  if (given.startsWith("(")) return elementsOf(parseBracketed(given, LABEL));
  const from = given.startsWith(GROUP_SEPARATOR) ? 1 : 0;
  return elementsOf(elementsBetween(given, from, given.length, GROUP_SEPARATOR, LABEL));
}

/**
 * The individual asset key that a scanner read from a label.
 *
 * @returns undefined for a text that does not begin with a valid GIAI
 * @source GS1 General Specifications, GIAI, AI (8004)
 */
export function scannedAsset(text: string): Element | undefined {
  const [first] = scannedElements(text) ?? [];
  return first?.ai === "8004" ? first : undefined;
}

function elementsOf(read: ReturnType<typeof parseBracketed>): readonly Element[] | undefined {
  return read.ok ? read.value.elements.map(({ ai, value }) => ({ ai, value })) : undefined;
}
