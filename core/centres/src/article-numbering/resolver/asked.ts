import type { Element } from "@quanheng/formats/gs1/element.ts";
import { escaped } from "@quanheng/formats/gs1/link/escape.ts";
import { parseLink } from "@quanheng/formats/gs1/link/parse.ts";
import type { Problem } from "@quanheng/formats/gs1/problem.ts";
import { VOCABULARY } from "@quanheng/formats/gs1/vocabulary/link-type.ts";

/** What a request asks a resolver for. */
export type Asked = {
  /** The key with fewer and fewer qualifiers, finest first, as paths. */
  readonly levels: readonly [string, ...string[]];
  /** The query as it stood, without its question mark. */
  readonly query: string;
  /** The relation by its full address, `linkset` for all of them, undefined where none was named. */
  readonly relation: string | undefined;
  readonly context: readonly string[];
};

export type AskedResult =
  | { readonly ok: true; readonly value: Asked }
  | { readonly ok: false; readonly problem: Problem };

/** Stands before the path while it is read: the host that was asked says nothing about the thing. */
const STEM = "https://resolver.invalid";

/**
 * Reads the address of a request: key, qualifiers and what is asked about them. A slash at the end is tolerated.
 *
 * @param url path and query as in the request line
 * @returns the first problem of the syntax, which is answered with status 400
 * @source GS1-Conformant resolver 1.2.0; GS1 Digital Link URI syntax 1.6.0
 */
export function readAsked(url: string): AskedResult {
  const mark = url.indexOf("?");
  const path = (mark < 0 ? url : url.slice(0, mark)).replace(/\/$/, "");
  const query = mark < 0 ? "" : url.slice(mark + 1);
  const read = parseLink(`${STEM}${path}${query && `?${query}`}`);
  if (!read.ok) return { ok: false, problem: { ...read.problem, at: Math.max(0, read.problem.at - STEM.length) } };
  const [key, ...qualifiers] = read.value.elements.slice(0, read.value.inPath);
  return {
    ok: true,
    value: {
      levels: levelsOf(key!, qualifiers),
      query,
      relation: relationOf(parameter(query, "linkType")),
      context: parameters(query, "context"),
    },
  };
}

/** The levels of a key, finest first: where a batch or serial number is unknown, what is said of the class holds. */
function levelsOf(key: Element, qualifiers: readonly Element[]): readonly [string, ...string[]] {
  let path = segment(key);
  const levels: [string, ...string[]] = [path];
  for (const qualifier of qualifiers) {
    path += segment(qualifier);
    levels.unshift(path);
  }
  return levels;
}

function segment({ ai, value }: Element): string {
  return `/${ai}/${escaped(value)}`;
}

const FORMER_PREFIXES = ["gs1:", VOCABULARY, "https://gs1.org/voc/", "https://www.gs1.org/voc/"];

/**
 * The full address of a relation that is written short or in a former namespace.
 *
 * @example relationOf("gs1:pip") // → "https://ref.gs1.org/voc/pip" (GS1 Web Vocabulary 1.16)
 * @example relationOf("all") // → "linkset"
 */
export function relationOf(text: string | undefined): string | undefined {
  if (text === undefined || text === "") return undefined;
  if (text === "all" || text === "linkset" || text === "gs1:linkset") return "linkset";
  const prefix = FORMER_PREFIXES.find((each) => text.startsWith(each));
  return prefix === undefined ? text : VOCABULARY + text.slice(prefix.length);
}

function parameter(query: string, name: string): string | undefined {
  return query.includes(name) ? parameters(query, name)[0] : undefined;
}

function parameters(query: string, name: string): readonly string[] {
  if (!query.includes(name)) return [];
  return query.split("&").flatMap((pair) => {
    const equals = pair.indexOf("=");
    return equals > 0 && pair.slice(0, equals) === name ? [decoded(pair.slice(equals + 1))] : [];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
