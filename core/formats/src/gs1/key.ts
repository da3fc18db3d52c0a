import { checkCharacters } from "./check-characters.ts";
import { checkDigit, hasCheckDigit } from "./check-digit.ts";
import type { CheckCode } from "./checks/codes.ts";
import { applicationIdentifier } from "./dictionary/lookup.ts";
import { valueEnd } from "./value.ts";

/** The identification keys of GS1, by the name the General Specifications use, with the identifier that carries them. */
export const IDENTIFIER_OF_KEY = {
  "GTIN-8": "01",
  "GTIN-12": "01",
  "GTIN-13": "01",
  "GTIN-14": "01",
  SSCC: "00",
  GLN: "414",
  "GLN-party": "417",
  GRAI: "8003",
  GIAI: "8004",
  "GSRN-provider": "8017",
  "GSRN-recipient": "8018",
  GDTI: "253",
  GCN: "255",
  GSIN: "402",
  GINC: "401",
  CPID: "8010",
  GMN: "8013",
  ITIP: "8006",
} as const;
export type KeyName = keyof typeof IDENTIFIER_OF_KEY;

/** What is wrong with a key; `expected` is the right check digit or pair where only that is wrong. */
export type KeyProblem = {
  readonly code: "length" | "characters" | "check digit" | "check characters" | "piece";
  readonly expected?: string;
};

const TRADE_NUMBER_DIGITS: Partial<Record<KeyName, number>> = { "GTIN-8": 8, "GTIN-12": 12, "GTIN-13": 13 };
/** A company prefix of four digits and the check pair. */
const SHORTEST_MODEL = 6;
const PIECE_FAULTS: readonly CheckCode[] = ["zero-piece-number", "zero-total-pieces", "piece-number-exceeds-total"];

/**
 * Checks one key as it stands in an element string, without its application identifier.
 *
 * @returns the first problem from the left, or undefined for a valid key
 * @source GS1 General Specifications, section 3; the digits of the company prefix need a registry and are not judged
 */
export function keyProblem(name: KeyName, value: string): KeyProblem | undefined {
  const digits = TRADE_NUMBER_DIGITS[name];
  if (digits !== undefined) return tradeNumberProblem(value, digits);
  const entry = applicationIdentifier(IDENTIFIER_OF_KEY[name])!;
  const least = name === "GMN" ? SHORTEST_MODEL : entry.least;
  if (value.length < least || value.length > entry.most) return { code: "length" };
  const end = valueEnd(entry, value, 0, value.length);
  if (typeof end === "number") return undefined;
  const { check, at } = end.problem;
  if (check === "incorrect-check-digit")
    return { code: "check digit", expected: checkDigit(bodyBefore(name, value, at)) };
  if (check === "incorrect-check-pair")
    return { code: "check characters", expected: checkCharacters(value.slice(0, at)) };
  return { code: check !== undefined && PIECE_FAULTS.includes(check) ? "piece" : "characters" };
}

function tradeNumberProblem(value: string, digits: number): KeyProblem | undefined {
  if (value.length !== digits) return { code: "length" };
  if (!/^\d+$/.test(value)) return { code: "characters" };
  return hasCheckDigit(value) ? undefined : { code: "check digit", expected: checkDigit(value.slice(0, -1)) };
}

/** The digits that a check digit is computed over: a GRAI's leading zero weighs nothing but is not one of them. */
function bodyBefore(name: KeyName, value: string, at: number): string {
  return value.slice(name === "GRAI" ? 1 : 0, at);
}
