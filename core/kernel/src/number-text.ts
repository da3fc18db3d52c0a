import { decimal, formatDecimal, toNumber } from "./decimal.ts";
import { type Facts, Refusal } from "./refusal.ts";
import type { KernelRefusal } from "./refusals.ts";

/**
 * How numbers are written where a text comes from; absent means that nobody said, and then a comma is only
 * understood where it can mean but one thing.
 */
export type NumberNotation = { readonly decimalMark: "." | ","; readonly groupMark?: "," | "." | " " | "'" };

/** `given` is the text itself; `text` are plain digits with a point and no exponent, with every digit that was typed. */
export type ParsedNumber =
  | {
      readonly ok: true;
      readonly given: string;
      readonly text: string;
      readonly operator: "=" | "<" | ">";
      readonly value: number;
    }
  | { readonly ok: false; readonly code: KernelRefusal; readonly facts: Facts };

/**
 * Reads a number as people and instruments write it. Full-width digits and signs, typographic minus signs and thin
 * spaces between groups of three are understood; whatever could mean two numbers is declined with what to type
 * instead (facts `given`, `suggestions`). No digit is ever dropped from the text.
 *
 * @param notation how numbers are written where the text comes from, where somebody said so
 * @returns what was read, or a code: `empty`, `not-a-number`, `ambiguous-separator`, `number-too-long`
 * @source ISO 80000-1:2009, 7.3.1 and 7.3.2 (groups of three by thin spaces; point or comma as decimal sign); what is ambiguous is ours
 * @example parseNumber("９９．７５").text // → "99.75" (full-width digits, as Chinese input methods write them)
 * parseNumber("1.234,5").code // → "ambiguous-separator" (1234.5 in Vietnam, no number in China)
 * parseNumber("1.234,5", { decimalMark: ",", groupMark: "." }).text // → "1234.5" (the form says how it is meant)
 * parseNumber("<0.010") // → { ok: true, text: "0.010", operator: "<", value: 0.01 } (below a limit, with its zero)
 */
export function parseNumber(text: string, notation?: NumberNotation): ParsedNumber {
  if (text.length > LONGEST)
    return { ok: false, code: "number-too-long", facts: { given: brief(text), limit: LONGEST } };
  const typed = narrow(text);
  if (typed === "") return { ok: false, code: "empty", facts: {} };
  const operator = typed.startsWith("<") ? "<" : typed.startsWith(">") ? ">" : "=";
  const digits = (operator === "=" ? typed : typed.slice(1)).trim();
  const plain = notation ? inNotation(digits, notation) : unstated(digits);
  return typeof plain === "string" ? read(text, plain, operator) : declined(text, plain);
}

/** Longer texts are not even searched. */
const LONGEST = 1000;

/** No measured quantity lies beyond these; binary numbers would soon lose it. */
const SMALLEST = 1e-300;
const LARGEST = 1e300;

function read(given: string, plain: string, operator: "=" | "<" | ">"): ParsedNumber {
  try {
    const exact = decimal(plain);
    const value = toNumber(exact);
    if (Math.abs(value) > LARGEST || (exact.digits !== 0n && Math.abs(value) < SMALLEST)) {
      return { ok: false, code: "number-too-long", facts: { given: brief(given), limit: LARGEST } };
    }
    return { ok: true, given, text: formatDecimal(exact), operator, value };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, code: error.code as KernelRefusal, facts: { ...error.facts, given: brief(given) } };
  }
}

type Declined = { readonly suggestions?: readonly string[] };

function declined(text: string, { suggestions }: Declined): ParsedNumber {
  const given = brief(text);
  if (!suggestions || suggestions.length === 0) return { ok: false, code: "not-a-number", facts: { given } };
  return { ok: false, code: "ambiguous-separator", facts: { given, suggestions } };
}

function brief(text: string): string {
  return text.slice(0, 40);
}

const THIN = "\u2009";

/** ASCII for what has exactly one ASCII counterpart. Superscripts and fractions stay as they are and are declined. */
function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[\u2212\ufe63\u2010-\u2013]/g, "-")
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/[\u00a0\u2009\u200a\u202f]/g, THIN)
    .replace(/[\t\u1680\u2000-\u2008\u205f\u3000]/g, " ")
    .replace(/^[ \u2009]+|[ \u2009]+$/g, "");
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const THIN_GROUPS = /^[+-]?\d{1,3}(?:\u2009\d{3})+(?:\.\d*)?$/;
const COMMA_GROUPS = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;

/** Without a stated notation: commas only as several groups of three, or as groups before a point. */
function unstated(digits: string): string | Declined {
  if (PLAIN.test(digits)) return digits;
  if (THIN_GROUPS.test(digits)) return digits.replaceAll(THIN, "");
  const commas = digits.split(",").length - 1;
  if (COMMA_GROUPS.test(digits) && (commas > 1 || digits.includes("."))) return digits.replaceAll(",", "");
  const separated = /^[+-]?[\d., \u2009]+$/.test(digits) && /\d[, \u2009]\d/.test(digits);
  return separated ? { suggestions: possibleReadings(digits) } : {};
}

/** The numbers that a text with a comma or spaces could mean, written unmistakably. */
function possibleReadings(digits: string): string[] {
  const grouped = /^[+-]?\d{1,3}(?:[, \u2009]\d{3})+(?:\.\d*)?$/.test(digits) && !/^[+-]?0/.test(digits);
  const candidates = [
    ...(digits.includes(",") ? [digits.replace(/[. \u2009]/g, "").replace(",", ".")] : []),
    ...(grouped ? [digits.replace(/[, \u2009]/g, "")] : []),
  ];
  return [...new Set(candidates)].filter((candidate) => PLAIN.test(candidate));
}

function inNotation(digits: string, { decimalMark, groupMark }: NumberNotation): string | Declined {
  const [number, exponent] = splitExponent(digits.replaceAll(THIN, " "));
  const [whole = "", fraction, ...more] = number.split(isOtherMark(number, decimalMark, groupMark) ? "." : decimalMark);
  if (more.length > 0 || !/^\d*$/.test(fraction ?? "") || !wholePart(groupMark).test(whole)) return {};
  const plain = `${whole.replace(/[^\d+-]/g, "")}${fraction === undefined ? "" : `.${fraction}`}${exponent}`;
  return PLAIN.test(plain) ? plain : {};
}

/**
 * Whether a point can only be the decimal mark although the notation writes a comma: groups are parted by something else
 * that is stated, and no comma is there. The converse is not so: a comma is too often a group mark.
 */
function isOtherMark(number: string, decimalMark: "." | ",", groupMark: NumberNotation["groupMark"]): boolean {
  const grouped = groupMark === " " || groupMark === "'";
  return decimalMark === "," && grouped && !number.includes(",") && /^[^.]*\.\d+$/.test(number);
}

/** Groups of three, or of two before the last as in India; a space may follow the mark. */
function wholePart(groupMark: NumberNotation["groupMark"]): RegExp {
  if (groupMark === undefined) return /^[+-]?\d*$/;
  const mark = groupMark === " " ? " " : `\\${groupMark} ?`;
  return new RegExp(`^[+-]?(?:\\d*|\\d{1,3}(?:${mark}\\d{2,3})*${mark}\\d{3})$`);
}

function splitExponent(text: string): [string, string] {
  const at = text.search(/[eE]/);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}
