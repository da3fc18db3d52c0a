import { applicationIdentifier } from "../dictionary/lookup.ts";
import { type Element, MOST_ELEMENTS, type ReadingOptions } from "../element.ts";
import type { Problem, Result } from "../problem.ts";
import { unescaped } from "./escape.ts";
import { type Link, parseLink } from "./parse.ts";
import { identifierOfWord } from "./word.ts";
import { writeLink } from "./write.ts";

/** Faults of form that leave no doubt about what was meant. */
const FORMAL: readonly Problem["code"][] = [
  "uri-contains-illegal-scheme",
  "uri-contains-illegal-characters",
  "no-gs1-dl-keys-found-in-path-info",
  "invalid-key-qualifier-sequence",
  "ai-is-not-valid-data-attribute",
  "ai-should-be-in-path-info",
  "ai-value-is-too-short",
  "duplicate-ai",
];
const ADDRESS = /^(https?):\/\/([^/?#]+)([^?#]*)(?:\?([^#]*))?(?:#.*)?$/i;
const SHORT_GTIN = /^(?:\d{8}|\d{12}|\d{13})$/;

/**
 * Reads an address and, where only its form is wrong, puts the address that it should be into the problem: qualifiers
 * in order and in the path, 14 digits, numbers instead of words, no slash at the end, the scheme in one case.
 *
 * @source GS1 Digital Link URI syntax 1.6.0
 */
export function parseLinkOrCorrect(text: string, options: ReadingOptions = {}): Result<Link> {
  const read = parseLink(text, options);
  if (read.ok || !FORMAL.includes(read.problem.code)) return read;
  const corrected = correctedLink(text, options);
  return corrected === undefined ? read : { ok: false, problem: { ...read.problem, corrected } };
}

/** The address in its right form; undefined where that would have to be guessed. */
export function correctedLink(text: string, options: ReadingOptions = {}): string | undefined {
  const [, scheme = "", host = "", path = "", query = ""] = ADDRESS.exec(text) ?? [];
  if (host === "") return undefined;
  const segments = path.replace(/\/+$/, "").split("/").slice(1);
  const from = keySegment(segments);
  if (from < 0) return undefined;
  const elements = [...pathElements(segments.slice(from)), ...queryElements(query)];
  if (elements.length > MOST_ELEMENTS) return undefined;
  if (
    elements.some(({ ai, value }, i) => elements.some((other, j) => j < i && other.ai === ai && other.value !== value))
  )
    return undefined;
  const stem = [`${scheme.toLowerCase()}://${host}`, ...segments.slice(0, from)].join("/");
  const written = writeLink(elements, stem, options);
  if (!written.ok) return undefined;
  const corrected = withOthers(written.value, query);
  return corrected !== text && parseLink(corrected, options).ok ? corrected : undefined;
}

/** Parts of the query that are no identifiers stay as they are. */
function withOthers(address: string, query: string): string {
  const others = query.split("&").filter((pair) => pair !== "" && !/^\d+=/.test(pair));
  if (others.length === 0) return address;
  return `${address}${address.includes("?") ? "&" : "?"}${others.join("&")}`;
}

/** The last segment that names a primary key, with pairs behind it. */
function keySegment(segments: readonly string[]): number {
  for (let at = segments.length - 2; at >= 0; at -= 2) {
    const entry = applicationIdentifier(identifier(segments[at] ?? ""));
    if (entry === undefined) return -1;
    if (entry.qualifiers !== undefined) return at;
  }
  return -1;
}

function identifier(segment: string): string {
  return identifierOfWord(segment.toLowerCase()) ?? segment;
}

function pathElements(segments: readonly string[]): readonly Element[] {
  return segments.flatMap((segment, place) =>
    place % 2 === 0 ? [element(identifier(segment), unescaped(segments[place + 1] ?? ""))] : [],
  );
}

function queryElements(query: string): readonly Element[] {
  return query.split("&").flatMap((pair) => {
    const [name = "", ...value] = pair.split("=");
    return applicationIdentifier(name) ? [element(name, unescaped(value.join("="), true))] : [];
  });
}

function element(ai: string, value: string): Element {
  return { ai, value: ai === "01" && SHORT_GTIN.test(value) ? value.padStart(14, "0") : value };
}
