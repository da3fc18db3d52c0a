import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { type NumberNotation, parseNumber } from "./number-text.ts";

const parsed = (text: string, notation?: NumberNotation) => {
  const result = parseNumber(text, notation);
  return result.ok ? `${result.operator}${result.text}` : result.code;
};

describe("one reading only", () => {
  test.each([
    ["12.50", "=12.50"],
    [" +3 ", "=3"],
    [".5", "=0.5"],
    ["5.", "=5"],
    ["1.2E-3", "=0.0012"],
    ["−0.15", "=-0.15"],
    ["９９．７５", "=99.75"],
    ["－１．５", "=-1.5"],
    ["\u300012.3\u00a0", "=12.3"],
    ["<0.05", "<0.05"],
    ["＜ 0.05", "<0.05"],
    ["> 100", ">100"],
    ["1\u2009234.5", "=1234.5"],
    ["12\u202f345\u202f678", "=12345678"],
    ["1,234.56", "=1234.56"],
    ["-1,234,567", "=-1234567"],
  ])("%j reads as %s", (text, expected) => assert.equal(parsed(text), expected));

  test("the text is kept as it was given", () => {
    const result = parseNumber(" ＜ ０.０５０ ");
    assert.ok(result.ok);
    assert.deepEqual([result.given, result.text], [" ＜ ０.０５０ ", "0.050"]);
  });

  test("the value is the number that the digits say", () => {
    const result = parseNumber("1.005");
    assert.ok(result.ok);
    assert.equal(result.value, 1.005);
  });
});

describe("two readings", () => {
  test.each([
    ["1,5", ["1.5"]],
    ["1，5", ["1.5"]],
    ["1,234", ["1.234", "1234"]],
    ["1.234,5", ["1234.5"]],
    ["12 345", ["12345"]],
    ["0,500", ["0.500"]],
  ])("%j is refused and offers %j", (text, suggestions) => {
    const result = parseNumber(text);
    assert.ok(!result.ok);
    assert.equal(result.code, "ambiguous-separator");
    assert.deepEqual(result.facts["suggestions"], suggestions);
    assert.equal(result.facts["given"], text);
  });
});

test.each([
  "10 20.34",
  "abc",
  "1²",
  "½",
  "12..5",
  "1.2.3",
  "1e",
  "--5",
  "<",
  "<<5",
  "≤5",
  "NaN",
  "Infinity",
  "0x1F",
  "5%",
  "1,",
  ",5",
])("%j is no number", (text) => assert.equal(parsed(text), "not-a-number"));

test.each(["", "  ", "\u3000"])("%j is empty", (text) => assert.equal(parsed(text), "empty"));

test("a number beyond everything measured is refused", () => {
  assert.equal(parsed("1e400"), "number-too-long");
  assert.equal(parsed("1e-400"), "number-too-long");
  assert.equal(parsed("9".repeat(5000)), "number-too-long");
});

// Notations of the world's keyboards.
describe("a stated notation", () => {
  test.each([
    ["1,15", { decimalMark: ",", groupMark: "." }, "=1.15"],
    ["1.234,56", { decimalMark: ",", groupMark: "." }, "=1234.56"],
    ["70,000", { decimalMark: ",", groupMark: "." }, "=70.000"],
    ["1.15", { decimalMark: ",", groupMark: "." }, "not-a-number"],
    ["12,34,567.89", { decimalMark: ".", groupMark: "," }, "=1234567.89"],
    ["1, 234.56", { decimalMark: ".", groupMark: "," }, "=1234.56"],
    ["1 234.56", { decimalMark: ".", groupMark: " " }, "=1234.56"],
    ["1'234.56", { decimalMark: ".", groupMark: "'" }, "=1234.56"],
    ["1,50", { decimalMark: ".", groupMark: "," }, "not-a-number"],
    ["1,234", { decimalMark: "," }, "=1.234"],
    ["-1,5e3", { decimalMark: "," }, "=-1500"],
    ["1.15", { decimalMark: ",", groupMark: " " }, "=1.15"],
    ["1 234.56", { decimalMark: ",", groupMark: " " }, "=1234.56"],
    ["1 234,56", { decimalMark: ",", groupMark: " " }, "=1234.56"],
    ["1.234,5", { decimalMark: ",", groupMark: " " }, "not-a-number"],
    ["1.234.567", { decimalMark: ",", groupMark: " " }, "not-a-number"],
    ["1,15", { decimalMark: ".", groupMark: " " }, "not-a-number"],
  ] as const)("%j in %j reads as %s", (text, notation, expected) => assert.equal(parsed(text, notation), expected));
});
