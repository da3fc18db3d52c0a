import { invariant } from "@quanheng/kernel/refusal.ts";

/**
 * The GS1 check digit of a numeric body: weights 3, 1, 3, … from the right, completed to the next ten.
 *
 * @param body decimal digits without the check digit; text from outside goes through `keyProblem` first
 * @source GS1 General Specifications, 7.9.1
 */
export function checkDigit(body: string): string {
  invariant(/^\d+$/.test(body), "a check digit is computed over digits");
  let sum = 0;
  for (let fromRight = 1; fromRight <= body.length; fromRight++) {
    sum += Number(body[body.length - fromRight]) * (fromRight % 2 === 1 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}

/** Whether the last digit is the check digit of those before it. */
export function hasCheckDigit(number: string): boolean {
  return /^\d{2,}$/.test(number) && checkDigit(number.slice(0, -1)) === number.slice(-1);
}
