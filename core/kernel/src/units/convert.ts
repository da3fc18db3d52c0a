import { type Decimal, decimal, formatDecimal } from "../decimal.ts";
import { refuse } from "../refusals.ts";
import { OFFSET } from "./atoms.ts";
import { parseUnit } from "./parse.ts";
import { add, invert, multiply, type Ratio, ratioOf, toDecimal } from "./ratio.ts";
import { sameDimension, type Unit } from "./unit.ts";

/** Digits of a quotient that never ends, as of binary128. */
const SIGNIFICANT = 34;

/**
 * The value in another unit: exact where the decimal digits end, else to 34 significant digits. Temperatures keep their
 * offsets: 68 [degF] is 20 Cel.
 *
 * @param from UCUM code of the value
 * @param to UCUM code of the result
 * @throws Refusal `unknown-unit`; `unit-mismatch` where dimension or annotations differ; `special-unit` between a
 * logarithmic scale and anything else; `outside-domain` for a temperature below absolute zero
 * @source UCUM 2.1, clauses 18 to 22 (recalled) and its table of units
 * @example formatDecimal(convert(decimal("6.3"), "s.mm-2", "s.m-2")) // → "6300000" (UcumFunctionalTests.xml, 3-106)
 * formatDecimal(convert(decimal("68"), "[degF]", "Cel")) // → "20" ((68 − 32)·5/9)
 * refusalOf(() => convert(decimal("1"), "kg", "m")) // → "unit-mismatch" (a mass is no length)
 * refusalOf(() => convert(decimal("-300"), "Cel", "K")) // → "outside-domain" (absolute zero is −273.15 °C; SI Brochure, 9th edition, 2.3.1)
 */
export function convert(value: Decimal, from: string, to: string): Decimal {
  const [source, target] = comparable(from, to);
  if (offsetScale(source) || offsetScale(target)) needTemperature(value, from, source);
  if (source.scale === target.scale) return toDecimal(multiply(ratioOf(value), quotient(source, target)), SIGNIFICANT);
  const kelvin = offsetScale(source) ? toBase(ratioOf(value), source) : multiply(ratioOf(value), source.factor);
  const converted = offsetScale(target) ? fromBase(kelvin, target) : multiply(kelvin, invert(target.factor));
  return toDecimal(converted, SIGNIFICANT);
}

/**
 * The value of a difference, or an uncertainty, in another unit: offsets do not count, 9 [degF] of difference are 5 Cel.
 *
 * @throws Refusal `unknown-unit`, `unit-mismatch`, `special-unit`
 * @source UCUM 2.1, clause 21 (special units; recalled); SI Brochure, 9th edition, 2.3.1 (1 °C of difference is 1 K)
 * @example formatDecimal(convertDifference(decimal("9"), "[degF]", "Cel")) // → "5" (9·5/9)
 * formatDecimal(convertDifference(decimal("0.02"), "Cel", "K")) // → "0.02" (SI Brochure, 9th edition, 2.3.1)
 */
export function convertDifference(value: Decimal, from: string, to: string): Decimal {
  return toDecimal(multiply(ratioOf(value), conversionFactor(from, to)), SIGNIFICANT);
}

/**
 * The exact number that differences in one unit are multiplied with to be in the other.
 *
 * @returns a fraction in lowest terms
 * @throws Refusal `unknown-unit`, `unit-mismatch`, `special-unit`
 * @source UCUM 2.1, its table of units: factors are exact decimals or fractions
 * @example conversionFactor("[in_i]", "cm") // → { numerator: 127n, denominator: 50n } (the international inch is 2.54 cm)
 * conversionFactor("km/h", "m/s") // → { numerator: 5n, denominator: 18n } (1000/3600)
 */
export function conversionFactor(from: string, to: string): Ratio {
  const [source, target] = comparable(from, to);
  return quotient(source, target);
}

/**
 * Whether values can be converted; false also for codes that cannot be read.
 *
 * @source UCUM 2.1, clause 20 (commensurable units; recalled)
 * @example isConvertible("mg/kg", "%") // → true (both are ratios of masses)
 * isConvertible("{CFU}/g", "{MPN}/g") // → false (they count different things)
 */
export function isConvertible(from: string, to: string): boolean {
  try {
    conversionFactor(from, to);
    return true;
  } catch {
    return false;
  }
}

function comparable(from: string, to: string): readonly [Unit, Unit] {
  const [source, target] = [parseUnit(from), parseUnit(to)];
  const annotated = source.annotations.toSorted().join() !== target.annotations.toSorted().join();
  if (annotated || !sameDimension(source.dimension, target.dimension)) refuse("unit-mismatch", { from, to });
  const special = [source, target].find((unit) => unit.scale !== undefined && !offsetScale(unit));
  if (special && source.scale !== target.scale) refuse("special-unit", { given: special.code });
  return [source, target];
}

function quotient(source: Unit, target: Unit): Ratio {
  return multiply(source.factor, invert(target.factor));
}

function offsetScale({ scale }: Unit): string | undefined {
  return scale !== undefined && Object.hasOwn(OFFSET, scale) ? scale : undefined;
}

/** Where an offset counts the value is a temperature, not a difference, and none lies below 0 K. */
function needTemperature(value: Decimal, from: string, source: Unit): void {
  const kelvin = offsetScale(source) ? toBase(ratioOf(value), source) : multiply(ratioOf(value), source.factor);
  if (kelvin.numerator < 0n)
    refuse("outside-domain", { name: "temperature", given: `${formatDecimal(value)} ${from}`, min: "0 K", max: null });
}

/** The offset counts degrees without a prefix: 1 mCel is 273.151 K. */
function toBase(value: Ratio, unit: Unit): Ratio {
  return add(multiply(value, unit.factor), zeroPoint(unit));
}

function fromBase(base: Ratio, unit: Unit): Ratio {
  const zero = zeroPoint(unit);
  return multiply(add(base, { numerator: -zero.numerator, denominator: zero.denominator }), invert(unit.factor));
}

/** Where the scale has its zero. [K] */
function zeroPoint(unit: Unit): Ratio {
  const { offset = "0", scale = "1 K" } = OFFSET[unit.scale ?? ""] ?? {};
  const [number = "1", code = "K"] = scale.split(" ");
  return multiply(ratioOf(decimal(offset)), multiply(ratioOf(decimal(number)), parseUnit(code).factor));
}
