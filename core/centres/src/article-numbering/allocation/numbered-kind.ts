import { hasCheckDigit } from "@quanheng/formats/gs1/check-digit.ts";
import type { Element } from "@quanheng/formats/gs1/element.ts";
import { IDENTIFIER_OF_KEY, type KeyName, keyProblem } from "@quanheng/formats/gs1/key.ts";
import { type KeyKind, keyCapacity, keyOfParts } from "@quanheng/formats/gs1/key-parts.ts";

/** Keys that the platform hands out from a company prefix, by the name people use. */
export const NUMBERED_KINDS = [
  "GTIN",
  "GLN",
  "GLN-party",
  "GDTI",
  "GIAI",
  "GRAI",
  "SSCC",
  "GMN",
  "GSRN",
  "GINC",
] as const;
export type NumberedKind = (typeof NUMBERED_KINDS)[number];

type Rule = {
  readonly parts: KeyKind;
  readonly name: KeyName;
  /** First digit of the reference that is not counted: packaging level or extension. */
  readonly lead?: string;
  /** Digits of a reference in a key that ends in free characters. */
  readonly width?: number;
};

const RULES: Readonly<Record<NumberedKind, Rule>> = {
  GTIN: { parts: "sgtin", name: "GTIN-14", lead: "0" },
  GLN: { parts: "sgln", name: "GLN" },
  "GLN-party": { parts: "pgln", name: "GLN-party" },
  GDTI: { parts: "gdti", name: "GDTI" },
  GIAI: { parts: "giai", name: "GIAI", width: 10 },
  GRAI: { parts: "grai", name: "GRAI" },
  SSCC: { parts: "sscc", name: "SSCC", lead: "0" },
  GMN: { parts: "gmn", name: "GMN", width: 8 },
  GSRN: { parts: "gsrn", name: "GSRN-recipient" },
  GINC: { parts: "ginc", name: "GINC", width: 10 },
};

/** Kinds that share one range of numbers: a location and a party must not get the same GLN. */
export function seriesOf(kind: NumberedKind): NumberedKind {
  return kind === "GLN-party" ? "GLN" : kind;
}

/**
 * The key with a number of a company's own count, with check digit or pair.
 *
 * @param count from 0
 * @returns undefined where the prefix has no such number any more
 * @source GS1 General Specifications, section 3
 * @example keyOfCount("GTIN", "690123456", 789) // → { ai: "01", value: "06901234567892" } (GB 12904)
 */
export function keyOfCount(kind: NumberedKind, prefix: string, count: number): Element | undefined {
  const { parts, lead = "" } = RULES[kind];
  const capacity = capacityOf(kind, prefix);
  if (!Number.isSafeInteger(count) || count < 0 || count >= capacity) return undefined;
  const digits = referenceDigits(kind, prefix);
  const reference = digits === 0 ? "" : String(count).padStart(digits, "0");
  return keyOfParts(parts, prefix, lead + reference);
}

/**
 * How many keys of a kind a company prefix holds.
 *
 * @example capacityOf("GTIN", "69012345") // → 10000 (GB 12904: 8 digits leave item numbers 0000 to 9999)
 */
export function capacityOf(kind: NumberedKind, prefix: string): number {
  const { parts, width } = RULES[kind];
  return width === undefined ? (keyCapacity(parts, prefix.length) ?? 0) : 10 ** width;
}

/** The identifier that carries a kind. */
export function identifierOf(kind: NumberedKind): string {
  return IDENTIFIER_OF_KEY[RULES[kind].name];
}

/** Why a key that exists already cannot be taken over. */
export type TakeOverFault = "key-wrong" | "prefix-foreign";

/**
 * A key that a company already uses, as the register writes it: a GTIN is filled to 14 digits.
 *
 * @returns the fault of one that is wrong in itself or not of this prefix
 */
export function takenOver(kind: NumberedKind, prefix: string, text: string): Element | TakeOverFault {
  const value = kind === "GTIN" ? gtin14(text.trim()) : text.trim();
  if (value === undefined || keyProblem(RULES[kind].name, value)) return "key-wrong";
  return prefixPart(identifierOf(kind), value).startsWith(prefix)
    ? { ai: identifierOf(kind), value }
    : "prefix-foreign";
}

function gtin14(text: string): string | undefined {
  return /^(?:\d{12}|\d{13}|\d{14})$/.test(text) && hasCheckDigit(text) ? text.padStart(14, "0") : undefined;
}

/** A key from where its company prefix begins. @example prefixPart("01", "06901234567892") // → "6901234567892" */
export function prefixPart(ai: string, value: string): string {
  return ["00", "01", "8003", "8006"].includes(ai) ? value.slice(1) : value;
}

/** The number in a key that was counted by the register, so that the count goes on behind it; undefined for others. */
export function countOf(kind: NumberedKind, prefix: string, value: string): number | undefined {
  const { lead = "" } = RULES[kind];
  if (lead !== "" && !value.startsWith(lead)) return undefined;
  const rest = prefixPart(identifierOf(kind), value).slice(prefix.length);
  const reference = rest.slice(0, referenceDigits(kind, prefix));
  if (/\D/.test(reference)) return undefined;
  return keyOfCount(kind, prefix, Number(reference))?.value === value ? Number(reference) : undefined;
}

function referenceDigits(kind: NumberedKind, prefix: string): number {
  return String(capacityOf(kind, prefix)).length - 1;
}
