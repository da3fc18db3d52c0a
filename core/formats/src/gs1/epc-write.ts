import type { Element } from "./element.ts";
import { LONGEST_PREFIX, NO_EXTENSION, SCHEMES, SHORTEST_PREFIX } from "./epc.ts";
import { identifierOfKind, partsOfKey } from "./key-parts.ts";
import { problem, type Result } from "./problem.ts";

/** What the URN form escapes; everything else of set 82 stands as it is. */
const ESCAPED = /["#%&/<>?]/g;

/**
 * The EPC URN of a key with its qualifier, for partners whose systems know nothing else.
 *
 * @param prefixLength digits of the company prefix, which the key alone does not show; see `companyPrefixLength`
 * @returns a problem where the scheme asks for a serial number that is not there
 * @source GS1 EPC Tag Data Standard 2.0, 6.3 and 7
 * @example writeEpc([{ ai: "01", value: "04012345111118" }, { ai: "21", value: '98"' }], 7) // → { ok: true, value: "urn:epc:id:sgtin:4012345.011111.98%22" }
 */
export function writeEpc(elements: readonly Element[], prefixLength: number): Result<string> {
  const [key, ...rest] = elements;
  const name = key && schemeOf(key.ai, rest[0]?.ai);
  const scheme = name === undefined ? undefined : SCHEMES[name];
  if (key === undefined || scheme === undefined) return problem("epc-scheme-unknown", 0, 0, { found: key?.ai ?? "" });
  if (prefixLength < SHORTEST_PREFIX || prefixLength > LONGEST_PREFIX)
    return problem("epc-prefix-length-unknown", 0, 0);
  const { prefix, reference, tail } = partsOfKey(scheme.key, key.value, prefixLength);
  const further = rest.map(({ value }) => value);
  if (name === "sgln" && further.length === 0) further.push(NO_EXTENSION);
  const parts = [reference, ...pieces(scheme.parts, tail), ...further];
  if (parts.length !== scheme.parts.length + 1) return problem("epc-parts-missing", 0, 0);
  const form = name === "lgtin" ? "class" : "id";
  return { ok: true, value: `urn:epc:${form}:${name}:${[prefix, ...parts.map(escapedPart)].join(".")}` };
}

function schemeOf(ai: string, qualifier: string | undefined): string | undefined {
  const fits = Object.entries(SCHEMES).filter(([, { key }]) => identifierOfKind(key) === ai);
  return fits.find(([, { parts }]) => qualifier === undefined || parts.includes(qualifier))?.[0];
}

/** What stands in the key behind its check digit: piece and total, or a serial number. */
function pieces(parts: readonly string[], tail: string): readonly string[] {
  if (parts.includes("piece")) return [tail.slice(0, 2), tail.slice(2)];
  return tail === "" ? [] : [tail];
}

function escapedPart(value: string): string {
  return value.replace(ESCAPED, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
