import { compare, type Decimal, formatDecimal, isZero, minus, trimZeros } from "@quanheng/kernel/decimal.ts";
import { inUnit, type Quantity } from "@quanheng/kernel/quantity/parse-quantity.ts";
import { refuse } from "./refusals.ts";

/** What is left of a sample or a lot, in the unit in which it was first stated; closed when nothing is left. */
export type Holding = { readonly left: Decimal; readonly unit: string; readonly closed: boolean };

/**
 * What there is at the beginning.
 *
 * @example holdingText(holdingOf({ digits: "10.0", value: decimal("10.0"), unit: "mL", given: "10.0 mL" })) // → "10 mL" (zeros at the end are not kept)
 * @source ISO/IEC 17025:2017, 7.4.2 (items stay accounted for)
 */
export function holdingOf({ value, unit }: Quantity): Holding {
  return { left: trimZeros(value), unit, closed: isZero(value) };
}

/**
 * Takes a quantity away: what was drawn and what is left are together what was there. Nothing can be drawn beyond it.
 *
 * @example holdingText(draw({ left: decimal("10"), unit: "mL", closed: false }, { digits: "4", value: decimal("4"), unit: "mL", given: "4 mL" })) // → "6 mL" (10 − 4)
 * @throws Refusal `quantity-depleted`, `quantity-insufficient` (left, unit); `outside-domain` unless positive;
 * `unit-mismatch`, `special-unit`
 * @source ISO/IEC 17025:2017, 7.4.2 (items stay accounted for)
 */
export function draw(holding: Holding, amount: Quantity): Holding {
  const { left, unit, closed } = holding;
  if (closed) refuse("quantity-depleted", {});
  const drawn = inUnit(amount, unit);
  const rest = minus(left, drawn);
  if (drawn.digits <= 0n || compare(rest, ZERO) < 0)
    refuse("quantity-insufficient", { given: `${amount.digits} ${amount.unit}`, left: formatDecimal(left), unit });
  return { left: trimZeros(rest), unit, closed: isZero(rest) };
}

const ZERO: Decimal = { digits: 0n, scale: 0 };

/**
 * As it is printed: `6 mL`.
 *
 * @example holdingText({ left: decimal("6"), unit: "mL", closed: false }) // → "6 mL" (value and unit)
 * @source ISO 80000-1:2022, 7.1.4 (a blank between value and unit)
 */
export function holdingText({ left, unit }: Holding): string {
  return `${formatDecimal(left)} ${unit}`;
}
