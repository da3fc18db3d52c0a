import type { DeterminationRefusal } from "@quanheng/flow/determination/refusals.ts";
import { compare, type Decimal, decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { convert, isConvertible } from "@quanheng/kernel/units/convert.ts";
import { refuse } from "../../refusals.ts";

/** What people write for the units in which samples are weighed; UCUM codes stand for themselves. */
const NAMES: Readonly<Record<string, string>> = {
  克: "g",
  千克: "kg",
  公斤: "kg",
  毫克: "mg",
  吨: "t",
  G: "g",
  KG: "kg",
  Kg: "kg",
};
const OFFERED = "g, kg, mg, t";
/** Beyond these nobody hands a sample over a counter. [g] */
const SMALLEST_G = "0.001";
const LARGEST_G = "1000000";

/** A mass as typed: plain digits, the unit as a UCUM code, and the same in grams. */
export type Mass = { readonly text: string; readonly unit: string; readonly g: Decimal };

/**
 * Reads the mass of a sample.
 *
 * @throws Refusal `unit-mismatch` for a unit that is none of mass; `reading-out-of-range`, `operator-not-allowed` and
 *   those of the kernel's number reader for the quantity
 */
export function readMass(quantity: string, unit: string): Mass {
  const code = NAMES[unit.trim()] ?? unit.trim();
  if (!isConvertible(code, "g")) refuse("unit-mismatch", { given: unit, expected: OFFERED });
  const parsed = parseNumber(quantity);
  if (!parsed.ok) throw new Refusal(parsed.code, parsed.facts);
  if (parsed.operator !== "=") throw new Refusal<DeterminationRefusal>("operator-not-allowed", { given: quantity });
  const g = convert(decimal(parsed.text), code, "g");
  if (compare(g, decimal(SMALLEST_G)) < 0 || compare(g, decimal(LARGEST_G)) > 0) {
    const facts = { given: formatDecimal(g), min: SMALLEST_G, max: LARGEST_G, unit: "g" };
    throw new Refusal<DeterminationRefusal>("reading-out-of-range", facts);
  }
  return { text: parsed.text, unit: code, g };
}
