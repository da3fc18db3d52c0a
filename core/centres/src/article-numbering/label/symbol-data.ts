import type { Element } from "@quanheng/formats/gs1/element.ts";
import { parseBracketed } from "@quanheng/formats/gs1/element-string.ts";
import { isAddress, parseLink } from "@quanheng/formats/gs1/link/parse.ts";
import { writeLink } from "@quanheng/formats/gs1/link/write.ts";
import { writeBracketed, writeElementString } from "@quanheng/formats/gs1/write.ts";
import type { Symbology } from "./symbol-rule.ts";

/** What a symbol carries. */
export type SymbolData = {
  readonly elements: readonly Element[];
  /** The same with identifiers in parentheses, for people and for drawing. */
  readonly bracketed: string;
  /** The same as the symbol carries it: a Digital Link, digits, or element strings between separators. */
  readonly carried: string;
  /** Whether `carried` has separators, written as U+001D, also at its beginning. */
  readonly separated: boolean;
};
export type SymbolFault = { readonly fault: string; readonly at: number };

/**
 * What a symbol will say.
 *
 * @param stem address of the resolver, for symbols that carry a Digital Link
 * @returns the engine's code for data that are wrong, `not-in-symbol` for data that the symbol cannot carry
 * @example symbolData("ean-13", "(01)06901234567892", "https://id.gs1.org") // → { elements: [{ ai: "01", value: "06901234567892" }], bracketed: "(01)06901234567892", carried: "6901234567892", separated: false }
 */
export function symbolData(symbology: Symbology, content: string, stem: string): SymbolData | SymbolFault {
  const read = isAddress(content) ? parseLink(content) : parseBracketed(content);
  if (!read.ok) return { fault: read.problem.check ?? read.problem.code, at: read.problem.at };
  const elements = read.value.elements.map(({ ai, value }) => ({ ai, value }));
  const of = { elements, bracketed: writeBracketed(elements), separated: false };
  switch (symbology) {
    case "qr-link":
    case "datamatrix-link": {
      const link = writeLink(elements, stem);
      return link.ok ? { ...of, carried: link.value } : { fault: link.problem.code, at: link.problem.at };
    }
    case "ean-13":
      return trade(of, /^0\d{13}$/, 1);
    case "itf-14":
    case "databar-omni":
    case "databar-stacked-omni":
      return trade(of, /^\d{14}$/, 0);
    case "databar-limited":
      return trade(of, /^[01]\d{13}$/, 0);
    case "gs1-128":
      return carriedBy(of, LONGEST_128);
    case "databar-expanded":
    case "databar-expanded-stacked":
      return carriedBy(of, LONGEST_EXPANDED);
    case "gs1-datamatrix":
      return carriedBy(of, LONGEST_MATRIX);
  }
}

type Known = Pick<SymbolData, "elements" | "bracketed" | "separated">;

/** A symbol of one GTIN. */
function trade(of: Known, form: RegExp, from: number): SymbolData | SymbolFault {
  const [only, more] = of.elements;
  if (only?.ai !== "01" || more !== undefined || !form.test(only.value)) return { fault: "not-in-symbol", at: 0 };
  return { ...of, carried: only.value.slice(from) };
}

/** Characters of data, identifiers included (GS1 General Specifications, 5.4.4.3 and 5.5: 48 and 74). */
const LONGEST_128 = 48;
const LONGEST_EXPANDED = 74;
const LONGEST_MATRIX = 1000;

function carriedBy(of: Known, longest: number): SymbolData | SymbolFault {
  const carried = writeElementString(of.elements, "\u001d");
  return carried.length - 1 > longest ? { fault: "not-in-symbol", at: longest } : { ...of, carried, separated: true };
}
