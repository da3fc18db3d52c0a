import { type Decimal, decimal } from "../decimal.ts";
import { type NumberNotation, parseNumber } from "../number-text.ts";
import type { Facts } from "../refusal.ts";
import type { KernelRefusal } from "../refusals.ts";
import { convert } from "../units/convert.ts";
import { isUnit, parseUnit } from "../units/parse.ts";
import { ucumOf } from "./written-unit.ts";

/** A number with its unit as read; `digits` keeps every digit that was typed, `given` the text itself. */
export type Quantity = {
  readonly digits: string;
  readonly value: Decimal;
  /** UCUM code. */
  readonly unit: string;
  readonly given: string;
};

export type ParsedQuantity =
  | { readonly ok: true; readonly quantity: Quantity }
  | { readonly ok: false; readonly code: KernelRefusal; readonly facts: Facts };

const PARTS =
  /^\s*([-+−－＋]?[\d０-９][\d０-９.,．，'’ \u00a0\u2009\u202f]*(?:[eEｅＥ][-+−]?[\d０-９]+(?![\p{L}]))?)(.*)$/u;

/**
 * Reads a quantity as people write it, `10.0mL` or `2.3 kg`. Nothing is guessed: a text without a unit, and a number
 * that could be read in two ways, are declined with what is wrong.
 *
 * @param text null or empty where nothing was given
 * @param notation as for `parseNumber`
 * @returns codes `empty`, `unit-missing`, `not-a-quantity`, `unknown-unit`, and those of `parseNumber`
 * @source ISO 80000-1:2009, 7.1.4 (a quantity is a number followed by a unit; recalled); UCUM 2.1 for the unit
 * @example parseQuantity("10.0mL").quantity.digits // → "10.0" (its zero was stated)
 * parseQuantity("2.3 公斤").quantity.unit // → "kg" (公斤 is the kilogram)
 * parseQuantity("10").code // → "unit-missing" (a number alone is no quantity)
 */
export function parseQuantity(text: string | null, notation?: NumberNotation): ParsedQuantity {
  if (text === null || text.trim() === "") return { ok: false, code: "empty", facts: {} };
  const given = text.slice(0, 40);
  const [, number = "", rest = ""] = PARTS.exec(text.slice(0, LONGEST)) ?? [];
  const parsed = parseNumber(number.trim(), notation);
  if (number === "" || text.length > LONGEST || (!parsed.ok && parsed.code === "not-a-number"))
    return { ok: false, code: "not-a-quantity", facts: { given } };
  if (!parsed.ok) return parsed;
  const written = rest.trim();
  if (written === "") return { ok: false, code: "unit-missing", facts: { given } };
  const unit = ucumOf(written);
  if (!isUnit(unit))
    return {
      ok: false,
      code: "unknown-unit",
      facts: { given: written.slice(0, 40), at: 0, part: written.slice(0, 40) },
    };
  return { ok: true, quantity: { digits: parsed.text, value: decimal(parsed.text), unit, given: text } };
}

const LONGEST = 200;

/**
 * The value of a quantity in another unit of the same kind, exact where its digits end.
 *
 * @param unit UCUM code, or a unit as people write it
 * @throws Refusal `unknown-unit`, `unit-mismatch`, `special-unit`
 * @source UCUM 2.1, clauses 18 to 22 (recalled)
 * @example formatDecimal(inUnit(parseQuantity("1mL").quantity, "dL")) // → "0.01" (10⁻³ L = 0.01·10⁻¹ L)
 * formatDecimal(inUnit(parseQuantity("6.3 mm").quantity, "m")) // → "0.0063" (UcumFunctionalTests.xml, 3-102)
 */
export function inUnit({ value, unit: from }: Quantity, unit: string): Decimal {
  return convert(value, from, ucumOf(unit));
}

/** What is measured in a unit, where its dimension says so without doubt; null for all others. */
export type KindOfQuantity = (typeof KINDS)[number][0];

const KINDS = [
  ["length", "m"],
  ["area", "m2"],
  ["volume", "L"],
  ["mass", "g"],
  ["time", "s"],
  ["temperature", "K"],
  ["amount-of-substance", "mol"],
  ["mass-concentration", "g/L"],
  ["amount-concentration", "mol/L"],
  ["force", "N"],
  ["pressure", "Pa"],
  ["power", "W"],
  ["electric-current", "A"],
  ["voltage", "V"],
  ["resistance", "Ohm"],
] as const;

/**
 * The kind of quantity that a unit measures. Energy and moment of force share a dimension, as do frequency and activity:
 * such units have no kind here.
 *
 * @returns null where the dimension leaves the kind in doubt, or something is counted
 * @throws Refusal `unknown-unit`
 * @source SI Brochure, 9th edition, 2.3.4 (one unit may serve several kinds of quantity)
 * @example kindOfQuantity("mL") // → "volume" (10⁻⁶ m³)
 * kindOfQuantity("N.m") // → null (a moment of force, or an energy)
 */
export function kindOfQuantity(unit: string): KindOfQuantity | null {
  const { dimension, annotations } = parseUnit(ucumOf(unit));
  if (annotations.length > 0) return null;
  const key = keyOf(dimension);
  return KINDS.find(([, code]) => keyOf(parseUnit(code).dimension) === key)?.[0] ?? null;
}

function keyOf(dimension: Readonly<Record<string, number>>): string {
  return Object.entries(dimension)
    .map(([base, exponent]) => `${base}${exponent}`)
    .toSorted()
    .join(" ");
}
