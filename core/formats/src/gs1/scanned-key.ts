import { type Element, parseDigitalLink } from "./digital-link.ts";
import { keyProblem } from "./key.ts";

/** Symbology identifiers of the carriers a label may have, as scanners put them in front (GS1 General Specifications, 5). */
const SYMBOLOGY = /^\](?:Q[13]|d[12]|C1|e[0-2]|J1)/;
const SEPARATOR = "\u001d";

/**
 * The individual asset key that a scanner read from a label: a Digital Link address, an element string with the
 * identifier in parentheses, or one as the symbol carries it.
 *
 * @returns undefined for a text that holds no valid GIAI; nothing is guessed
 * @source GS1 General Specifications, GIAI, AI (8004)
 */
export function scannedAsset(text: string): Element | undefined {
  const given = text.trim().replace(SYMBOLOGY, "");
  const link = parseDigitalLink(given);
  if (link) return link.key.ai === "8004" ? link.key : undefined;
  const value = /^\(8004\)([^()]+)$/.exec(given)?.[1] ?? plainElement(given);
  return value !== undefined && keyProblem("GIAI", value) === undefined ? { ai: "8004", value } : undefined;
}

/** The element as it stands in a symbol: the identifier, the value, up to a separator. */
function plainElement(given: string): string | undefined {
  const body = given.startsWith(SEPARATOR) ? given.slice(1) : given;
  return body.startsWith("8004") ? body.slice(4).split(SEPARATOR)[0] : undefined;
}
