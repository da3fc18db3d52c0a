/** Prefixes of names with the namespaces they stand for. */
export type NameSpaces = ReadonlyMap<string, string>;

/** What every EPCIS document may use without saying so. */
const BUILT_IN: NameSpaces = new Map([
  ["cbv", "https://ref.gs1.org/cbv/"],
  ["cbvmda", "urn:epcglobal:cbv:mda:"],
  ["gs1", "https://gs1.org/voc/"],
  ["rdfs", "http://www.w3.org/2000/01/rdf-schema#"],
]);

/**
 * The namespaces of a context, added to those of the document around it; addresses of contexts are not fetched.
 *
 * @source JSON-LD 1.1, 4.1 and 4.4
 */
export function nameSpaces(context: unknown, around: NameSpaces = BUILT_IN): NameSpaces {
  const found = new Map(around);
  for (const part of Array.isArray(context) ? (context as readonly unknown[]) : [context]) {
    if (typeof part !== "object" || part === null) continue;
    for (const [prefix, value] of Object.entries(part)) if (typeof value === "string") found.set(prefix, value);
  }
  return found;
}

/**
 * A name with prefix, written out as `{namespace}local`; other names as they are.
 *
 * @example expandedName("qi:labNo", nameSpaces({ qi: "https://ns.example.cn/qi/" })) // → "{https://ns.example.cn/qi/}labNo"
 */
export function expandedName(name: string, spaces: NameSpaces): string {
  const colon = name.indexOf(":");
  const space = colon > 0 ? spaces.get(name.slice(0, colon)) : undefined;
  return space === undefined ? name : `{${space}}${name.slice(colon + 1)}`;
}

/**
 * A word with prefix as the address that it stands for; other text as it is.
 *
 * @example expandedAddress("gs1:Angle", nameSpaces(undefined)) // → "https://gs1.org/voc/Angle" (epcis-event-hash-generator, epcisDocWithSensorComponent)
 */
export function expandedAddress(text: string, spaces: NameSpaces): string {
  const colon = text.indexOf(":");
  const space = colon > 0 && !text.startsWith("//", colon + 1) ? spaces.get(text.slice(0, colon)) : undefined;
  return space === undefined ? text : `${space}${text.slice(colon + 1)}`;
}
