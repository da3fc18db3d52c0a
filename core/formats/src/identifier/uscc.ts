import { accepted, type Checked, type IdentifierWarning, refused } from "./checked.ts";
import { organisationCheck } from "./organisation-code.ts";

/** No I, O, S, V and Z, which are taken for digits or for each other. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH = 18;
const MODULUS = ALPHABET.length;
/** Region of the registering authority: six digits of GB/T 2260. */
const REGION = [2, 8] as const;
const ORGANISATION = [8, 17] as const;
/** Registering authorities that the standard or its amendment names. */
const AUTHORITIES = "123456789ANY";

/** A code taken apart. */
export type UsccParts = {
  readonly authority: string;
  readonly category: string;
  /** Administrative division of GB/T 2260. */
  readonly region: string;
  /** The organisation code of GB 11714 inside, with its hyphen. */
  readonly organisationCode: string;
};

/**
 * The check character of a unified social credit code.
 *
 * C₁₈ = (31 − Σ Cᵢ·Wᵢ mod 31) mod 31 with Wᵢ = 3^(i−1) mod 31
 *
 * @param body the first 17 characters, of the alphabet of the standard
 * @source GB 32100-2015
 * @example usccCheck("91350100M000100Y4") // → "3" (GB 32100-2015, worked example)
 */
export function usccCheck(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % MODULUS;
  }
  return ALPHABET[(MODULUS - (sum % MODULUS)) % MODULUS] ?? "";
}

/**
 * Checks a unified social credit code. The organisation code inside may have been given before its own check was made
 * a rule, so a wrong check character there is a warning.
 *
 * @source GB 32100-2015 with amendment 1
 * @example checkUscc("91350100M000100Y43") // → { ok: true, value: "91350100M000100Y43", warnings: [] } (GB 32100-2015, worked example)
 */
export function checkUscc(text: string): Checked {
  if (text.length !== LENGTH) return refused("identifier-length", 0, text.length);
  for (let i = 0; i < LENGTH; i++) {
    const character = text.charAt(i);
    const isDigit = character >= "0" && character <= "9";
    const isRegion = i >= REGION[0] && i < REGION[1];
    if (!ALPHABET.includes(character) || (isRegion && !isDigit)) return refused("identifier-character", i, 1);
  }
  const expected = usccCheck(text.slice(0, -1));
  if (text.at(-1) !== expected) return refused("identifier-check-character", LENGTH - 1, 1, { expected });
  return accepted(text, warningsOf(text));
}

/** A code that has been checked, taken apart. */
export function usccParts(code: string): UsccParts {
  const organisation = code.slice(...ORGANISATION);
  return {
    authority: code.charAt(0),
    category: code.charAt(1),
    region: code.slice(...REGION),
    organisationCode: `${organisation.slice(0, -1)}-${organisation.slice(-1)}`,
  };
}

function warningsOf(code: string): readonly IdentifierWarning[] {
  const organisation = code.slice(...ORGANISATION);
  const warnings: IdentifierWarning[] = [];
  if (!AUTHORITIES.includes(code.charAt(0))) warnings.push("authority-unknown");
  if (organisationCheck(organisation.slice(0, -1)) !== organisation.slice(-1)) warnings.push("inner-code-check");
  return warnings;
}
