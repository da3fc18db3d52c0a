import { checkDigitOf } from "./check-digit.ts";
import type { FoundElement, ReadingOptions } from "./element.ts";
import { elementsBetween, GROUP_SEPARATOR } from "./element-string.ts";
import { isAddress, type Link, parseLink } from "./link/parse.ts";
import { type Problem, problem, type Result } from "./problem.ts";
import { writeElementString } from "./write.ts";

/** The symbols whose scans are understood, by the names of the GS1 syntax engine. */
export type Symbology = "QR" | "DM" | "DotCode" | "DataBarExpanded" | "GS1_128_CCA" | "EAN13" | "EAN8";

/** What a scanner sent, read. */
export type Scan = {
  readonly symbology: Symbology;
  readonly form: "elements" | "link" | "plain" | "trade-number";
  /** The data in the notation of element strings: FNC1 as `^`, a leading caret of plain data as `\^`. */
  readonly data: string;
  readonly elements: readonly FoundElement[];
  readonly link?: Link;
  /** The digits of an EAN or UPC symbol. */
  readonly primary?: string;
};

type Carrier = {
  readonly symbology: Symbology;
  readonly carries: "elements" | "text" | "digits";
  readonly digits?: number;
};

/** @source GS1 General Specifications, 5.1.2; ISO/IEC 15424 */
const CARRIERS: Readonly<Record<string, Carrier>> = {
  "]C1": { symbology: "GS1_128_CCA", carries: "elements" },
  "]e0": { symbology: "DataBarExpanded", carries: "elements" },
  "]d2": { symbology: "DM", carries: "elements" },
  "]Q3": { symbology: "QR", carries: "elements" },
  "]J1": { symbology: "DotCode", carries: "elements" },
  "]d1": { symbology: "DM", carries: "text" },
  "]Q1": { symbology: "QR", carries: "text" },
  "]J0": { symbology: "DotCode", carries: "text" },
  "]E0": { symbology: "EAN13", carries: "digits", digits: 13 },
  "]E4": { symbology: "EAN8", carries: "digits", digits: 8 },
};
const IDENTIFIER_LENGTH = 3;
const COMPOSITE = "|]e0";
const NONE: readonly FoundElement[] = [];

/**
 * Reads what a scanner sends: a symbology identifier, then the data with the group separator for FNC1.
 *
 * @source ISO/IEC 15424; GS1 General Specifications, 5 and 7.8
 */
export function parseScan(text: string, options: ReadingOptions = {}): Result<Scan> {
  if (text.length < IDENTIFIER_LENGTH || text[0] !== "]") return problem("missing-symbology-identifier", 0, 0);
  const identifier = text.slice(0, IDENTIFIER_LENGTH);
  const carrier = Object.hasOwn(CARRIERS, identifier) ? CARRIERS[identifier] : undefined;
  if (carrier === undefined) return problem("unsupported-symbology-identifier", 0, IDENTIFIER_LENGTH);
  if (carrier.carries === "elements") return scanOfElements(text, carrier.symbology, options);
  if (carrier.carries === "text") return scanOfText(text, carrier.symbology, options);
  return scanOfDigits(text, carrier, options);
}

function scanOfElements(text: string, symbology: Symbology, options: ReadingOptions): Result<Scan> {
  const read = elementsOf(text, IDENTIFIER_LENGTH, options);
  if (!read.ok) return read;
  return {
    ok: true,
    value: { symbology, form: "elements", data: notation(text, IDENTIFIER_LENGTH), elements: read.value },
  };
}

function elementsOf(text: string, from: number, options: ReadingOptions): Result<readonly FoundElement[]> {
  const caret = text.indexOf("^", from);
  if (caret >= 0) return problem("scan-data-contains-illegal-carat", caret, 1);
  const read = elementsBetween(text, from, text.length, GROUP_SEPARATOR, options);
  return read.ok ? { ok: true, value: read.value.elements } : read;
}

function notation(text: string, from: number): string {
  return `^${text.slice(from).replaceAll(GROUP_SEPARATOR, "^")}`;
}

function scanOfText(text: string, symbology: Symbology, options: ReadingOptions): Result<Scan> {
  const given = text.slice(IDENTIFIER_LENGTH);
  if (!isAddress(given)) {
    const data = /^\\*\^/.test(given) ? `\\${given}` : given;
    return { ok: true, value: { symbology, form: "plain", data, elements: NONE } };
  }
  const read = parseLink(given, options);
  if (!read.ok) return shifted(read.problem);
  return { ok: true, value: { symbology, form: "link", data: given, elements: read.value.elements, link: read.value } };
}

function shifted(fault: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { ...fault, at: fault.at + IDENTIFIER_LENGTH } };
}

function scanOfDigits(text: string, { symbology, digits = 0 }: Carrier, options: ReadingOptions): Result<Scan> {
  const end = IDENTIFIER_LENGTH + digits;
  if (text.length < end)
    return problem("primary-scan-data-is-too-short", IDENTIFIER_LENGTH, text.length - IDENTIFIER_LENGTH);
  const composite = text.startsWith(COMPOSITE, end);
  if (text.length > end && !composite) return problem("primary-message-is-too-long", end, text.length - end);
  const primary = text.slice(IDENTIFIER_LENGTH, end);
  const bad = primary.search(/\D/);
  if (bad >= 0) return problem("primary-message-may-only-contain-digits", IDENTIFIER_LENGTH + bad, 1);
  if (checkDigitOf(primary, 0, digits - 1) !== Number(primary.at(-1)))
    return problem("primary-message-check-digit-is-incorrect", end - 1, 1);
  if (!composite)
    return { ok: true, value: { symbology, form: "trade-number", data: primary, elements: NONE, primary } };
  const read = elementsOf(text, end + COMPOSITE.length, options);
  if (!read.ok) return read;
  const data = `${primary}|${writeElementString(read.value)}`;
  return { ok: true, value: { symbology, form: "trade-number", data, elements: read.value, primary } };
}
