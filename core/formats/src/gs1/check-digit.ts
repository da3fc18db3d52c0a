import { invariant } from "@quanheng/kernel/refusal.ts";

/**
 * The GS1 check digit of a numeric body: weights 3, 1, 3, … from the right, completed to the next ten.
 *
 * @param body decimal digits without the check digit; text from outside goes through `keyProblem` first
 * @source GS1 General Specifications, 7.9.1
 * @example checkDigit("690123456789") // → "2" (GB 12904)
 */
export function checkDigit(body: string): string {
  invariant(/^\d+$/.test(body), "a check digit is computed over digits");
  return String(checkDigitOf(body, 0, body.length));
}

/** Whether the last digit is the check digit of those before it. */
export function hasCheckDigit(number: string): boolean {
  return /^\d{2,}$/.test(number) && checkDigit(number.slice(0, -1)) === number.slice(-1);
}

/** The check digit over the digits of a stretch of a text. */
export function checkDigitOf(text: string, from: number, to: number): number {
  let sum = 0;
  let weight = 3;
  for (let i = to - 1; i >= from; i--) {
    sum += (text.charCodeAt(i) - 48) * weight;
    weight = 4 - weight;
  }
  return (10 - (sum % 10)) % 10;
}
