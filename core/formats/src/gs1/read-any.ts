import { hasCheckDigit } from "./check-digit.ts";
import type { Element, ReadingOptions } from "./element.ts";
import { elementsBetween, GROUP_SEPARATOR, parseBracketed, parseElementString } from "./element-string.ts";
import { parseEpc } from "./epc.ts";
import { parseLinkOrCorrect } from "./link/correct.ts";
import { type Problem, problem, type Result } from "./problem.ts";
import { parseScan, type Scan } from "./scan.ts";

/** A text read in whatever form it has. */
export type AnyReading = {
  readonly form: "bracketed" | "element-string" | "scan" | "link" | "epc" | "trade-number";
  readonly elements: readonly Element[];
  /** How many of the elements are key and qualifiers, where the form says so. */
  readonly inPath?: number;
  readonly scan?: Scan;
};

/** A text that is refused, with what it would be if a scanner had dropped FNC1; never taken without being asked. */
export type AnyProblem = Problem & { readonly candidate?: readonly Element[] };

const TRADE_NUMBER = /^(?:\d{8}|\d{12,14})$/;
/** ITF-14 as a scanner sends it, which says nothing but a GTIN (GS1 General Specifications, 5.3). */
const CARTON = /^\]I[01](\d{14})$/;
const ADDRESS = /^https?:\/\//i;

/**
 * Reads a text as what it looks like: brackets, FNC1, a symbology identifier, an address, an EPC, or the digits of a
 * GTIN. A text that looks like none of these is refused, with a candidate where FNC1 may have been lost.
 */
export function readAny(
  text: string,
  options: ReadingOptions = {},
): { readonly ok: true; readonly value: AnyReading } | { readonly ok: false; readonly problem: AnyProblem } {
  if (text.startsWith("(")) return formed("bracketed", parseBracketed(text, options));
  if (text.startsWith("^") || text.startsWith(GROUP_SEPARATOR))
    return formed("element-string", parseElementString(text, options));
  const carton = CARTON.exec(text)?.[1];
  if (carton !== undefined && hasCheckDigit(carton)) return tradeNumber(carton);
  if (text.startsWith("]")) return scanned(parseScan(text, options));
  if (ADDRESS.test(text)) return formed("link", parseLinkOrCorrect(text, options));
  if (text.startsWith("urn:")) return formed("epc", parseEpc(text));
  if (TRADE_NUMBER.test(text) && hasCheckDigit(text)) return tradeNumber(text);
  return lostSeparator(text, options);
}

function formed(
  form: AnyReading["form"],
  read: Result<{ readonly elements: readonly Element[]; readonly inPath?: number }>,
): Result<AnyReading> {
  if (!read.ok) return read;
  const { elements, inPath } = read.value;
  return { ok: true, value: { form, elements, ...(inPath !== undefined && { inPath }) } };
}

function scanned(read: Result<Scan>): Result<AnyReading> {
  if (!read.ok) return read;
  const { elements, primary, link } = read.value;
  const trade = primary === undefined ? [] : [{ ai: "01", value: primary.padStart(14, "0") }];
  const inPath = link && { inPath: link.inPath };
  return { ok: true, value: { form: "scan", elements: [...trade, ...elements], scan: read.value, ...inPath } };
}

function tradeNumber(digits: string): Result<AnyReading> {
  return { ok: true, value: { form: "trade-number", elements: [{ ai: "01", value: digits.padStart(14, "0") }] } };
}

function lostSeparator(text: string, options: ReadingOptions): { readonly ok: false; readonly problem: AnyProblem } {
  const { problem: stated } = problem("missing-fnc1-in-first-position", 0, 0);
  const read = elementsBetween(text, 0, text.length, GROUP_SEPARATOR, options);
  return { ok: false, problem: read.ok ? { ...stated, candidate: read.value.elements } : stated };
}
