import type { Element } from "./element.ts";
import { type KeyName, keyProblem } from "./key.ts";

export type { Element };

/** A Digital Link address taken apart: the key, its qualifiers in path order, and what stood in the query. */
export type DigitalLink = {
  readonly host: string;
  readonly key: Element;
  readonly qualifiers: readonly Element[];
  readonly query: Readonly<Record<string, string>>;
};

/** Primary keys and the qualifiers each may carry, in the order of the path (alternatives are separate lists). */
const PRIMARY: Readonly<
  Record<string, { readonly name: KeyName; readonly qualifiers: readonly (readonly string[])[] }>
> = {
  "00": { name: "SSCC", qualifiers: [[]] },
  "01": { name: "GTIN-14", qualifiers: [["22", "10", "21"], ["235"]] },
  "253": { name: "GDTI", qualifiers: [[]] },
  "255": { name: "GCN", qualifiers: [[]] },
  "401": { name: "GINC", qualifiers: [[]] },
  "402": { name: "GSIN", qualifiers: [[]] },
  "414": { name: "GLN", qualifiers: [["254"], ["7040"]] },
  "417": { name: "GLN-party", qualifiers: [["7040"]] },
  "8003": { name: "GRAI", qualifiers: [[]] },
  "8004": { name: "GIAI", qualifiers: [["7040"]] },
  "8006": { name: "ITIP", qualifiers: [["22", "10", "21"]] },
  "8010": { name: "CPID", qualifiers: [["8011"]] },
  "8013": { name: "GMN", qualifiers: [[]] },
  "8017": { name: "GSRN-provider", qualifiers: [["8019"]] },
  "8018": { name: "GSRN-recipient", qualifiers: [["8019"]] },
};

/**
 * The Digital Link address of a key.
 *
 * @param root scheme, host and optional stem, e.g. `https://id.example.org`, without a trailing slash
 * @source GS1 Digital Link URI syntax 1.6.0
 */
export function digitalLink(root: string, key: Element, qualifiers: readonly Element[] = []): string {
  return [
    root.replace(/\/$/, ""),
    ...[key, ...qualifiers].flatMap(({ ai, value }) => [ai, percentEncoded(value)]),
  ].join("/");
}

/**
 * Takes a Digital Link address apart, looking for the last primary key in the path as the syntax demands.
 *
 * @returns undefined for an address that is none: wrong scheme, no valid key, qualifiers that do not fit or are out of order
 */
export function parseDigitalLink(text: string): DigitalLink | undefined {
  const match = /^(https?|HTTPS?):\/\/([^/?#\s]+)(\/[^?#\s]*)?(?:\?([^#\s]*))?(?:#\S*)?$/.exec(text);
  if (!match || text.length > 2000) return undefined;
  const parts = (match[3] ?? "").split("/").slice(1).map(percentDecoded);
  if (parts.some((part) => part === undefined)) return undefined;
  const segments = parts as string[];

  for (let at = segments.length - 2; at >= 0; at--) {
    const rule = PRIMARY[segments[at] ?? ""];
    if (!rule || (segments.length - at) % 2 !== 0) continue;
    const [key, ...qualifiers] = pairs(segments.slice(at));
    if (!key || keyProblem(rule.name, key.value) || !fits(qualifiers, rule.qualifiers)) return undefined;
    return { host: match[2] ?? "", key, qualifiers, query: queryOf(match[4] ?? "") };
  }
  return undefined;
}

function pairs(segments: readonly string[]): Element[] {
  return segments.flatMap((ai, index) => (index % 2 === 0 ? { ai, value: segments[index + 1] ?? "" } : []));
}

/** Any subset of one alternative, in its order, none empty. */
function fits(qualifiers: readonly Element[], alternatives: readonly (readonly string[])[]): boolean {
  return alternatives.some((order) => {
    let last = -1;
    return qualifiers.every(({ ai, value }) => {
      const place = order.indexOf(ai);
      const inOrder = place > last && value !== "";
      last = place;
      return inOrder;
    });
  });
}

function queryOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split("&").flatMap((pair) => {
      const equals = pair.indexOf("=");
      const value = equals > 0 ? percentDecoded(pair.slice(equals + 1).replaceAll("+", " ")) : undefined;
      return value === undefined ? [] : [[pair.slice(0, equals), value]];
    }),
  );
}

const UNRESERVED = /[A-Za-z0-9._~-]/;

/** Everything but the unreserved characters, with upper-case hexadecimal digits. */
function percentEncoded(value: string): string {
  return [...new TextEncoder().encode(value)]
    .map((byte) =>
      byte < 128 && UNRESERVED.test(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .join("");
}

function percentDecoded(value: string): string | undefined {
  if (/%(?![0-9A-Fa-f]{2})|%00/.test(value)) return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
