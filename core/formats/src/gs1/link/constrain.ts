import type { Element } from "../element.ts";
import { problem, type Result } from "../problem.ts";
import { parseLink } from "./parse.ts";
import { CANONICAL_STEM, writeLink } from "./write.ts";

/** By key, the qualifier that names the finest level, most telling first. */
const FINEST: Readonly<Record<string, readonly string[]>> = {
  "01": ["21", "10", "235"],
  "8006": ["21", "10"],
  "414": ["254"],
  "8010": ["8011"],
};

/**
 * The elements that name one thing or class for EPCIS: the first primary key with the qualifier of the finest level.
 *
 * @source GS1 Core Business Vocabulary 2.0, 8.1; EPCIS 2.0, 7.3.3 (constrained Digital Link URI)
 */
export function constrained(elements: readonly Element[], inPath: number = elements.length): readonly Element[] {
  const [key, ...rest] = elements.slice(0, inPath);
  if (key === undefined) return [];
  const finest = (FINEST[key.ai] ?? [])
    .map((ai) => rest.find((element) => element.ai === ai))
    .find((element) => element !== undefined);
  return finest ? [key, finest] : [key];
}

/**
 * An address in the constrained canonical form, by which EPCIS events are compared; addresses of former versions of
 * the syntax with words and short GTINs are understood.
 *
 * The content of values is not judged, so that events of partners can be compared that have a wrong check digit.
 *
 * @source EPCIS 2.0, 7.3.3; CBV 2.0, 8.9
 */
export function constrainedLink(address: string): Result<string> {
  const read = parseLink(address, {
    requisites: false,
    content: false,
    unknownIdentifiers: true,
    unknownAttributes: true,
    shortGtins: true,
    words: true,
  });
  if (!read.ok) return read;
  const { elements, inPath } = read.value;
  const kept = constrained(elements, inPath);
  return kept.length === 0
    ? problem("no-gs1-dl-keys-found-in-path-info", 0, address.length)
    : writeLink(kept, CANONICAL_STEM, { inPath: kept.length });
}
