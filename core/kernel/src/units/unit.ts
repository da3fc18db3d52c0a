import { multiply, ONE, power, type Ratio } from "./ratio.ts";

/** Exponents of the base units, without zeros. */
export type Dimension = Readonly<Record<string, number>>;

/**
 * A unit as a factor of base units. `scale` names a scale that is no plain factor (Cel, [pH], B …) when the unit is that
 * scale alone; `annotations` are what stands in braces, in the order written: {CFU} and {MPN} count different things.
 */
export type Unit = {
  readonly code: string;
  readonly factor: Ratio;
  readonly dimension: Dimension;
  readonly annotations: readonly string[];
  readonly scale?: string;
};

export const UNITY: Unit = { code: "1", factor: ONE, dimension: {}, annotations: [] };

/**
 * The product of two units; a scale inside a product is meant as a difference.
 *
 * @param code how the product is written
 * @source UCUM 2.1, clause 7 (multiplication) and clause 21 (special units in products; recalled)
 * @example product({ code: "m", factor: { numerator: 1n, denominator: 1n }, dimension: { m: 1 }, annotations: [] }, { code: "km", factor: { numerator: 1000n, denominator: 1n }, dimension: { m: 1 }, annotations: [] }, "m.km") // → { code: "m.km", factor: { numerator: 1000n, denominator: 1n }, dimension: { m: 2 } } (1 m·1000 m)
 */
export function product(a: Unit, b: Unit, code: string): Unit {
  return {
    code,
    factor: multiply(a.factor, b.factor),
    dimension: combined(a.dimension, b.dimension),
    annotations: [...a.annotations, ...b.annotations],
    ...onlyScale(a, b),
  };
}

/**
 * A unit to a whole power; a scale becomes a plain factor.
 *
 * @param exponent a whole number that is not 0
 * @param code how the power is written
 * @source UCUM 2.1, clause 9 (exponents; recalled)
 * @example raised({ code: "cm", factor: { numerator: 1n, denominator: 100n }, dimension: { m: 1 }, annotations: [] }, 2, "cm2") // → { factor: { numerator: 1n, denominator: 10000n }, dimension: { m: 2 } } ((10⁻² m)² = 10⁻⁴ m²)
 */
export function raised(unit: Unit, exponent: number, code: string): Unit {
  if (exponent === 1) return unit;
  const dimension = Object.fromEntries(Object.entries(unit.dimension).map(([base, e]) => [base, e * exponent]));
  return {
    code,
    factor: power(unit.factor, exponent),
    dimension: combined(dimension, {}),
    annotations: unit.annotations,
  };
}

/**
 * Whether two dimensions are the same; an exponent that is absent is 0.
 *
 * @source UCUM 2.1, clause 20 (commensurable units; recalled)
 * @example sameDimension({ m: 1, s: 0 }, { m: 1 }) // → true (both are lengths)
 * sameDimension({ m: 1 }, { m: 2 }) // → false (a length is no area)
 */
export function sameDimension(a: Dimension, b: Dimension): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => (a[key] ?? 0) === (b[key] ?? 0));
}

/** A scale survives only next to a bare 1, as in `{annotation}` products. */
function onlyScale(a: Unit, b: Unit): { readonly scale?: string } {
  if (isUnity(a) && b.scale !== undefined) return { scale: b.scale };
  return isUnity(b) && a.scale !== undefined ? { scale: a.scale } : {};
}

function isUnity({ factor, dimension, scale }: Unit): boolean {
  return scale === undefined && factor.numerator === factor.denominator && Object.keys(dimension).length === 0;
}

function combined(a: Dimension, b: Dimension): Dimension {
  const sum: Record<string, number> = { ...a };
  for (const [base, exponent] of Object.entries(b)) sum[base] = (sum[base] ?? 0) + exponent;
  return Object.fromEntries(Object.entries(sum).filter(([, exponent]) => exponent !== 0));
}
