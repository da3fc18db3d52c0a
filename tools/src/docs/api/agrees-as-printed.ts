/**
 * Whether a value is what a worked example prints: texts and truth exactly, each number to half a unit of its last printed
 * digit, objects and lists member by member. A number that is printed without a point is exact where it is whole.
 *
 * @param printed a JavaScript literal, e.g. `[1.23, "pass"]` or `{ u: 0.042 }`
 */
export function agreesAsPrinted(actual: unknown, printed: string): boolean {
  const expected = literal(printed);
  const digits = [...printed.replace(/"(?:[^"\\]|\\.)*"/g, '""').matchAll(/[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?/gi)];
  const tolerances = digits.map(([text]) => ({ value: Number(text), half: halfUnit(text) }));
  return same(actual, expected, tolerances);
}

type Printed = { readonly value: number; readonly half: number };

/** Half a unit of the last printed digit. */
function halfUnit(text: string): number {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const places = mantissa.split(".")[1]?.length ?? 0;
  return places === 0 && exponent === "0" ? 1e-9 : 0.5000001 * 10 ** (Number(exponent) - places);
}

function same(actual: unknown, expected: unknown, printed: readonly Printed[]): boolean {
  if (typeof expected === "number") {
    if (typeof actual === "bigint") return Number(actual) === expected;
    if (typeof actual !== "number") return false;
    if (!Number.isFinite(expected)) return Object.is(actual, expected);
    const half = printed.find(({ value }) => value === expected)?.half ?? 1e-9;
    return Math.abs(actual - expected) <= half;
  }
  if (Array.isArray(expected)) {
    const items: readonly unknown[] | null =
      Array.isArray(actual) || ArrayBuffer.isView(actual) ? Array.from(actual as readonly unknown[]) : null;
    return (
      items !== null && items.length === expected.length && expected.every((item, at) => same(items[at], item, printed))
    );
  }
  if (typeof expected === "object" && expected !== null) {
    const members = (actual ?? {}) as Readonly<Record<string, unknown>>;
    return Object.entries(expected).every(([name, value]) => same(members[name], value, printed));
  }
  return Object.is(actual, expected);
}

/** The value of a literal, also one with `Infinity`, `1n` or names without quotes. */
export function literal(text: string): unknown {
  return evaluated(text, {});
}

/**
 * The value of an expression over some names. For examples of our own docstrings only, in tests.
 *
 * @throws whatever the expression throws
 */
export function evaluated(expression: string, names: Readonly<Record<string, unknown>>): unknown {
  const make = Function as unknown as (...source: string[]) => (...values: unknown[]) => unknown;
  return make(...Object.keys(names), `"use strict"; return (${expression});`)(...Object.values(names));
}
