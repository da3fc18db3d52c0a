import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import jsonld from "jsonld";

/** Contexts that a suite brings along, by their address. What is not in this list is never fetched. */
const FILES: ReadonlyMap<string, string> = new Map([
  ["https://www.w3.org/ns/credentials/v2", "context/w3c-credentials-v2.jsonld"],
  ["https://vocabulary.uncefact.org/untp/0.7.0/context/", "context/untp-context-0.7.0-pre-2026-04-03.jsonld"],
  ...["core", "dcc", "dfr", "dia", "dpp"].map(
    (part) =>
      [
        `https://test.uncefact.org/vocabulary/untp/${part}/0.6.1/`,
        `context/0.6.1/untp-${part}-context.jsonld`,
      ] as const,
  ),
]);

/** Names that the context of 0.7.0 got after the copy of April 2026 that the suite holds. */
const ADDED: ReadonlySet<string> = new Set([
  "DigitalConformityCredential",
  "DigitalFacilityRecord",
  "DigitalIdentityAnchor",
  "DigitalProductPassport",
  "DigitalTraceabilityEvent",
  "Characteristics",
  "renderTemplate2024",
]);

/**
 * Names of a credential that its contexts leave undefined; undefined where a context is not at hand.
 *
 * @param root folder of the suite
 */
export async function undefinedNames(credential: unknown, root: string): Promise<readonly string[] | undefined> {
  const found = new Set<string>();
  let strange = false;
  const documentLoader = async (url: string) => {
    const file = join(root, FILES.get(url) ?? "");
    strange ||= !FILES.has(url) || !existsSync(file);
    if (strange) throw new Error(`${url} is not in the suite`);
    return { documentUrl: url, document: parsed(file) };
  };
  try {
    await jsonld.expand(credential, {
      documentLoader,
      eventHandler: ({ event }) => {
        const name = event.details["property"] ?? event.details["type"];
        if (typeof name === "string" && !ADDED.has(name)) found.add(name);
      },
    });
  } catch (error) {
    if (!strange) return [String(error)];
    return undefined;
  }
  return [...found];
}

const read = new Map<string, unknown>();

/** A context is the same for every credential of a run. */
function parsed(file: string): unknown {
  if (!read.has(file)) read.set(file, JSON.parse(readFileSync(file, "utf8")));
  return read.get(file);
}
