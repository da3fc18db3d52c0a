import { decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import { roundDigits } from "@quanheng/kernel/rounding.ts";

/** Three significant digits of an uncertainty, enough to compare contributions; the platform keeps the rest. */
export function shortDigits(digits: string): string {
  const exact = decimal(digits);
  return exact.digits === 0n ? "0" : formatDecimal(roundDigits(exact, 3, "half-even"));
}
