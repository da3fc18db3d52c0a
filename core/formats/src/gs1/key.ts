import { checkCharacters, isSet82 } from "./check-characters.ts";
import { checkDigit } from "./check-digit.ts";

/** The identification keys of GS1, by the name the General Specifications use. */
export type KeyName =
  | "GTIN-8"
  | "GTIN-12"
  | "GTIN-13"
  | "GTIN-14"
  | "SSCC"
  | "GLN"
  | "GLN-party"
  | "GRAI"
  | "GIAI"
  | "GSRN-provider"
  | "GSRN-recipient"
  | "GDTI"
  | "GCN"
  | "GSIN"
  | "GINC"
  | "CPID"
  | "GMN"
  | "ITIP";

/** What is wrong with a key; `expected` is the right check digit or pair where only that is wrong. */
export type KeyProblem = {
  readonly code: "length" | "characters" | "check digit" | "check characters" | "piece";
  readonly expected?: string;
};

type Rule =
  | {
      readonly kind: "numeric";
      readonly length: number;
      readonly lead?: string;
      readonly serial?: { readonly max: number; readonly pattern: RegExp };
    }
  | { readonly kind: "text"; readonly max: number; readonly pattern: RegExp }
  | { readonly kind: "model" }
  | { readonly kind: "piece" };

const ANY = /^[\s\S]*$/;
const RULES: Readonly<Record<KeyName, Rule>> = {
  "GTIN-8": { kind: "numeric", length: 8 },
  "GTIN-12": { kind: "numeric", length: 12 },
  "GTIN-13": { kind: "numeric", length: 13 },
  "GTIN-14": { kind: "numeric", length: 14 },
  SSCC: { kind: "numeric", length: 18 },
  GLN: { kind: "numeric", length: 13 },
  "GLN-party": { kind: "numeric", length: 13 },
  GRAI: { kind: "numeric", length: 13, lead: "0", serial: { max: 16, pattern: ANY } },
  GIAI: { kind: "text", max: 30, pattern: /^\d{4}/ },
  "GSRN-provider": { kind: "numeric", length: 18 },
  "GSRN-recipient": { kind: "numeric", length: 18 },
  GDTI: { kind: "numeric", length: 13, serial: { max: 17, pattern: ANY } },
  GCN: { kind: "numeric", length: 13, serial: { max: 12, pattern: /^\d*$/ } },
  GSIN: { kind: "numeric", length: 17 },
  GINC: { kind: "text", max: 30, pattern: /^\d{4}/ },
  CPID: { kind: "text", max: 30, pattern: /^\d{4}[#\-/0-9A-Z]*$/ },
  GMN: { kind: "model" },
  ITIP: { kind: "piece" },
};

/**
 * Checks one key as it stands in an element string, without its application identifier.
 *
 * @returns the first problem from the left, or undefined for a valid key
 * @source GS1 General Specifications, section 3; the digits of the company prefix need a registry and are not judged
 */
export function keyProblem(name: KeyName, value: string): KeyProblem | undefined {
  const rule = RULES[name];
  if (rule.kind === "numeric") return numericProblem(rule, value);
  if (rule.kind === "piece") return pieceProblem(value);
  if (rule.kind === "model") return modelProblem(value);
  if (value.length === 0 || value.length > rule.max) return { code: "length" };
  return (name === "CPID" || isSet82(value)) && rule.pattern.test(value) ? undefined : { code: "characters" };
}

function numericProblem(
  { length, lead = "", serial }: Extract<Rule, { kind: "numeric" }>,
  value: string,
): KeyProblem | undefined {
  const whole = lead.length + length;
  if (value.length < whole || value.length > whole + (serial?.max ?? 0)) return { code: "length" };
  const number = value.slice(lead.length, whole);
  if (!value.startsWith(lead) || !/^\d+$/.test(number)) return { code: "characters" };
  const rest = value.slice(whole);
  if (rest !== "" && serial && !(isSet82(rest) && serial.pattern.test(rest))) return { code: "characters" };
  const expected = checkDigit(number.slice(0, -1));
  return number.endsWith(expected) ? undefined : { code: "check digit", expected };
}

function modelProblem(value: string): KeyProblem | undefined {
  if (value.length < 6 || value.length > 25) return { code: "length" };
  if (!isSet82(value) || !/^\d{4}/.test(value)) return { code: "characters" };
  const expected = checkCharacters(value.slice(0, -2));
  return value.endsWith(expected) ? undefined : { code: "check characters", expected };
}

function pieceProblem(value: string): KeyProblem | undefined {
  if (value.length !== 18) return { code: "length" };
  const trade = keyProblem("GTIN-14", value.slice(0, 14));
  if (trade) return trade;
  const [piece, total] = [value.slice(14, 16), value.slice(16)];
  if (!/^\d{4}$/.test(piece + total)) return { code: "characters" };
  return Number(piece) > 0 && Number(piece) <= Number(total) ? undefined : { code: "piece" };
}
