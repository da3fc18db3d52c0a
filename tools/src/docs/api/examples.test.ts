import { join } from "node:path";
import { decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { describe, expect, test } from "vitest";
import { agreesAsPrinted, evaluated } from "./agrees-as-printed.ts";
import { exportedFunctions } from "./exported-functions.ts";
import { corePackage, PACKAGES } from "./reference-pages.ts";

const root = join(import.meta.dirname, "../../../..");
const files = PACKAGES.flatMap((name) =>
  corePackage(root, name).files.map((file) => ({ ...file, module: join(root, "core", name, "src", file.path) })),
);
const withExamples = files.filter(({ functions }) => functions.some(({ doc }) => doc?.examples.length));

/** Names that an example may use besides what its own file exports. */
const ALWAYS = { decimal, formatDecimal, refusalOf };

/** The code with which something is refused, e.g. `refusalOf(() => mean([]))`. */
function refusalOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return "accepted";
}

describe("the examples in docstrings come out as printed", () => {
  test.each(withExamples)("$path", async ({ module, functions }) => {
    const exported = { ...ALWAYS, ...((await import(module)) as Readonly<Record<string, unknown>>) };
    const wrong: string[] = [];
    for (const { expression, value } of functions.flatMap(({ doc }) => doc?.examples ?? [])) {
      // What a promise comes to is the value of its example.
      const found = await evaluated(expression, exported);
      if (!agreesAsPrinted(found, value)) wrong.push(`${expression}: ${show(found)} instead of ${value}`);
    }
    expect(wrong).toEqual([]);
  });
});

function show(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? `${each}n` : each)) ?? String(value);
}

describe("a docstring taken apart", () => {
  const [made] = exportedFunctions(
    `/**
 * Doubles.
 *
 * y = 2 x
 *
 * @param x what is doubled [m]
 * @returns twice that [m]
 * @throws Refusal \`not-finite\`
 * @source Euclid, Elements, book V
 * @example twice(2) // → 4 (Euclid (book V))
 * twice(1.25) // → 2.50
 */
export function twice(x: number, { by = 2 }: { readonly by?: number } = {}): { readonly y: number } | number {
  return 2 * x;
}`,
  );

  test("gives its parts and worked examples", () => {
    expect(made?.doc).toEqual({
      text: "Doubles.\n\ny = 2 x",
      params: [{ name: "x", text: "what is doubled [m]" }],
      returns: "twice that [m]",
      throws: "Refusal `not-finite`",
      source: "Euclid, Elements, book V",
      examples: [
        { expression: "twice(2)", value: "4", source: "Euclid (book V)" },
        { expression: "twice(1.25)", value: "2.50", source: "" },
      ],
    });
  });

  test("and the signature to the end of the return type", () => {
    expect(made?.signature).toBe(
      "twice(x: number, {by = 2}: {readonly by?: number} = {}): {readonly y: number} | number",
    );
  });
});

describe("agreement with print", () => {
  test.each([
    [1.234, "1.23", true],
    [1.236, "1.23", false],
    [2, "2", true],
    [2.1, "2", false],
    [0.00012349, "1.23e-4", true],
    ["pass", '"pass"', true],
    [{ u: 0.0321, more: 1 }, "{ u: 0.032 }", true],
    [[1, 2], "[1, 2, 3]", false],
    [new Float64Array([1, 2.04]), "[1, 2.0]", true],
    [Infinity, "Infinity", true],
    [undefined, "undefined", true],
    [Number.NaN, "1", false],
  ])("%o as %s: %s", (actual, printed, agrees) => {
    expect(agreesAsPrinted(actual, printed)).toBe(agrees);
  });
});
