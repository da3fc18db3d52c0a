import { checkCharacters } from "./check-characters.ts";
import { checkDigitOf } from "./check-digit.ts";
import type { Element } from "./element.ts";

/** How a key is put together from a company prefix and what the company numbers itself. */
type Build = {
  readonly ai: string;
  /** Digits of prefix and reference without check digit; undefined for keys that end in free characters. */
  readonly digits?: number;
  /** The first digit of the reference goes before the prefix: indicator or extension digit. */
  readonly leads?: boolean;
  /** Digits that stand before the number. */
  readonly before?: string;
  readonly pair?: boolean;
};

/** Keys by the name of their part of an EPC, which is how partners' systems call them. */
const BUILDS = {
  sgtin: { ai: "01", digits: 13, leads: true },
  sscc: { ai: "00", digits: 17, leads: true },
  sgln: { ai: "414", digits: 12 },
  pgln: { ai: "417", digits: 12 },
  grai: { ai: "8003", digits: 12, before: "0" },
  giai: { ai: "8004" },
  gsrn: { ai: "8018", digits: 17 },
  gsrnp: { ai: "8017", digits: 17 },
  gdti: { ai: "253", digits: 12 },
  sgcn: { ai: "255", digits: 12 },
  gsin: { ai: "402", digits: 16 },
  ginc: { ai: "401" },
  cpi: { ai: "8010" },
  itip: { ai: "8006", digits: 13, leads: true },
  gmn: { ai: "8013", pair: true },
} as const satisfies Readonly<Record<string, Build>>;
export type KeyKind = keyof typeof BUILDS;

const BUILD_OF: Readonly<Record<string, Build>> = BUILDS;

/** The application identifier that carries a kind of key. */
export function identifierOfKind(kind: KeyKind): string {
  return BUILDS[kind].ai;
}

/**
 * The key of a company prefix and a reference, with its check digit or check pair; a serial number follows behind it.
 *
 * @param reference with the indicator or extension digit first, where the key has one
 * @returns undefined where prefix and reference do not have the digits that the key needs
 * @source GS1 General Specifications, section 3; GS1 EPC Tag Data Standard 2.0, 7
 * @example keyOfParts("sgtin", "4012345", "011111") // → { ai: "01", value: "04012345111118" }
 * @example keyOfParts("sscc", "4012345", "3111111111") // → { ai: "00", value: "340123451111111111" }
 * @example keyOfParts("gmn", "1987654", "Ad4X4bL5ttr2310c") // → { ai: "8013", value: "1987654Ad4X4bL5ttr2310c2K" } (GS1 General Specifications, 7.9.5)
 */
export function keyOfParts(kind: KeyKind, prefix: string, reference: string): Element | undefined {
  const { ai, digits, leads, before = "", pair } = BUILD_OF[kind]!;
  if (pair) return { ai, value: `${prefix}${reference}${checkCharacters(prefix + reference)}` };
  if (digits === undefined) return { ai, value: prefix + reference };
  if (prefix.length + reference.length !== digits || /\D/.test(reference)) return undefined;
  const body = leads ? `${reference.slice(0, 1)}${prefix}${reference.slice(1)}` : prefix + reference;
  return { ai, value: `${before}${body}${checkDigitOf(body, 0, body.length)}` };
}

/** A key taken apart: what stands behind its check digit is the tail. */
export type KeyParts = { readonly prefix: string; readonly reference: string; readonly tail: string };

/**
 * A key taken apart at the end of its company prefix; the key has been checked before.
 *
 * @param prefixLength digits of the company prefix
 * @example partsOfKey("sscc", "340123451111111111", 7) // → { prefix: "4012345", reference: "3111111111", tail: "" }
 */
export function partsOfKey(kind: KeyKind, value: string, prefixLength: number): KeyParts {
  const { digits, leads, before = "" } = BUILD_OF[kind]!;
  const body = value.slice(before.length);
  if (digits === undefined)
    return { prefix: body.slice(0, prefixLength), reference: body.slice(prefixLength), tail: "" };
  const number = body.slice(leads ? 1 : 0, digits);
  const lead = leads ? body.slice(0, 1) : "";
  return {
    prefix: number.slice(0, prefixLength),
    reference: lead + number.slice(prefixLength),
    tail: body.slice(digits + 1),
  };
}

/**
 * How many keys of a kind a company prefix holds; undefined for keys that end in free characters.
 *
 * An indicator or extension digit is counted only where it makes another key: the nine of an SSCC and of a GTIN-14 are
 * left to the caller, so this is the number of references.
 *
 * @param prefixLength digits of the company prefix
 * @source GS1 General Specifications, 1.4
 * @example keyCapacity("sgtin", 7) // → 100000 (GB 12904: item numbers 00000 to 99999)
 */
export function keyCapacity(kind: KeyKind, prefixLength: number): number | undefined {
  const { digits, leads } = BUILD_OF[kind]!;
  return digits === undefined ? undefined : 10 ** Math.max(0, digits - prefixLength - (leads ? 1 : 0));
}
