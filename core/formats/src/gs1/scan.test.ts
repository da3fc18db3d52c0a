import { expect, test } from "vitest";
import { readAny } from "./read-any.ts";
import { parseScan } from "./scan.ts";
import { writeScan } from "./write-scan.ts";

test("what is written for a symbol is read back from it", () => {
  for (const symbol of ["QR", "DM", "DotCode", "DataBarExpanded", "GS1_128_CCA"] as const) {
    const sent = writeScan(symbol, "^010952123454321310ABC^217");
    const read = parseScan(sent.ok ? sent.value : "");
    expect(read.ok && read.value.data, symbol).toBe("^010952123454321310ABC^217");
  }
});

test("a retail symbol gives its digits, and a text that only looks like an address stays a text", () => {
  expect(parseScan("]E06901234567892")).toMatchObject({ value: { primary: "6901234567892", form: "trade-number" } });
  expect(parseScan("]Q1Https://example.org/01/1")).toMatchObject({ value: { form: "plain" } });
});

test.each([
  ["]E06901234567893", "primary-message-check-digit-is-incorrect", 15],
  ["]Q301095212345432131\u001d", "no-ai-for-prefix", 19],
  ["]Q1https://id.example.org/01/09521234543214", "ai-linter-error", 42],
  ["]I109521234543213", "unsupported-symbology-identifier", 0],
] as const)("%j is refused as %s at its place in the whole text", (text, code, at) => {
  expect(parseScan(text)).toMatchObject({ problem: { code, at } });
});

test("a text without FNC1 is refused, with what it might be, and never taken for it", () => {
  expect(readAny("010952123454321310ABC")).toMatchObject({
    ok: false,
    problem: {
      code: "missing-fnc1-in-first-position",
      candidate: [
        { ai: "01", value: "09521234543213" },
        { ai: "10", value: "ABC" },
      ],
    },
  });
  expect(readAny("6901234567892")).toMatchObject({ value: { form: "trade-number" } });
  expect(readAny("6901234567893").ok).toBe(false);
});
