import type { Element } from "./element.ts";
import { escaped } from "./link/escape.ts";
import { parseLink } from "./link/parse.ts";

export type { Element };

/** A Digital Link address taken apart: the key, its qualifiers in path order, and what stood in the query. */
export type DigitalLink = {
  readonly host: string;
  readonly key: Element;
  readonly qualifiers: readonly Element[];
  readonly query: Readonly<Record<string, string>>;
};

const LONGEST_ADDRESS = 2000;
const BROKEN_ESCAPE = /%(?![0-9A-Fa-f]{2})/;

/**
 * The Digital Link address of a key.
 *
 * @param root scheme, host and optional stem, e.g. `https://id.example.org`, without a trailing slash
 * @source GS1 Digital Link URI syntax 1.6.0
 * @example digitalLink("https://id.example.org", { ai: "414", value: "9520123456788" }, [{ ai: "254", value: "32a/b" }]) // → "https://id.example.org/414/9520123456788/254/32a%2Fb"
 */
export function digitalLink(root: string, key: Element, qualifiers: readonly Element[] = []): string {
  return [root.replace(/\/$/, ""), ...[key, ...qualifiers].flatMap(({ ai, value }) => [ai, escaped(value)])].join("/");
}

/**
 * Takes a Digital Link address of our own apart, stricter than the syntax: a percent sign always begins a byte, and an
 * address has at most 2000 characters.
 *
 * @returns undefined for an address that is none; `parseLink` says why
 */
export function parseDigitalLink(text: string): DigitalLink | undefined {
  if (text.length > LONGEST_ADDRESS || BROKEN_ESCAPE.test(text)) return undefined;
  const read = parseLink(text, { requisites: false });
  if (!read.ok) return undefined;
  const { host, elements, inPath } = read.value;
  const [key, ...qualifiers] = elements.slice(0, inPath).map(({ ai, value }) => ({ ai, value }));
  return key && { host, key, qualifiers, query: queryOf(/\?([^#]*)/.exec(text)?.[1] ?? "") };
}

function queryOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split("&").flatMap((pair) => {
      const equals = pair.indexOf("=");
      const value = equals > 0 ? decoded(pair.slice(equals + 1).replaceAll("+", " ")) : undefined;
      return value === undefined ? [] : [[pair.slice(0, equals), value]];
    }),
  );
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
