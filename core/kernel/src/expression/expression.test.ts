import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { decimal } from "../decimal.ts";
import { Refusal } from "../refusal.ts";
import { decimalMarkOf, digitGroups, notationOf, withDecimalMark } from "./decimal-mark.ts";
import { htmlText } from "./html-text.ts";
import { intervalNotation } from "./interval-text.ts";
import { percentDigits } from "./percent-text.ts";
import { qualifiedResult } from "./quantifiable-range.ts";
import { resultText } from "./result-text.ts";
import { orderOf, powerOfTen, scientific } from "./scientific.ts";
import { type Expression, expressResult } from "./uncertain-result.ts";
import { firstDigitPlace, uncertaintyText } from "./uncertainty-text.ts";

const express = (value: string, u: string, expression?: Expression) =>
  expressResult(decimal(value), decimal(u), expression).text;

// JCGM 100:2008, 7.2.2 and 7.2.4: the mass of 100.021 47 g with u = 0.35 mg and U = 0.79 mg.
describe("a result with its uncertainty", () => {
  test("the example of the GUM in both notations", () => {
    assert.equal(express("100.021472", "0.00035", { notation: "concise" }), "100.02147(35)");
    assert.equal(express("100.021472", "0.00079"), "100.02147 ± 0.00079");
    assert.equal(digitGroups(express("100.021472", "0.00079"), " "), "100.021 47 ± 0.000 79");
  });

  // JCGM 100:2008, 7.2.6: 10.47 mΩ is rounded up to 11 mΩ, 28.05 kHz to 28 kHz, 10.057 62 Ω with 27 mΩ to 10.058 Ω.
  test("the examples of rounding in the GUM", () => {
    const up = { rule: { digits: 2, mode: "up" } } as const;
    const even = { rule: { digits: 2, mode: "half-even" } } as const;
    assert.equal(expressResult(decimal("100"), decimal("10.47"), up).uncertainty, "11");
    assert.equal(expressResult(decimal("500"), decimal("28.05"), even).uncertainty, "28");
    assert.equal(express("10.05762", "0.027"), "10.058 ± 0.027");
  });

  test.each([
    ["5.3452", "0.02", 1, "half-even", "5.35 ± 0.02"],
    ["9.6", "0.9504", 1, "half-even", "10 ± 1"],
    ["0.3452", "0.0996", 2, "half-even", "0.35 ± 0.10"],
    ["0.82743", "0.119", "pdg", "half-even", "0.83 ± 0.12"],
    ["0.827", "0.367", "pdg", "half-even", "0.8 ± 0.4"],
    ["1.2", "0.3541", "pdg", "half-even", "1.20 ± 0.35"],
    ["2.125", "0.25", 1, "half-up", "2.1 ± 0.3"],
    ["2.125", "0.25", 1, "half-even", "2.1 ± 0.2"],
    ["2.125", "0.21", 1, "up", "2.1 ± 0.3"],
  ] as const)("%s with %s, %s digits %s, is %s", (value, u, digits, mode, expected) =>
    assert.equal(express(value, u, { rule: { digits, mode } }), expected),
  );

  test("an uncertainty of zero or none is not printed, and the value keeps its digits or gets its places", () => {
    assert.deepEqual(expressResult(decimal("5.340"), decimal("0.00")), {
      value: "5.340",
      uncertainty: null,
      exponent: 0,
      text: "5.340",
    });
    assert.equal(expressResult(decimal("25.523345"), undefined, { places: 2 }).text, "25.52");
  });

  test("a negative uncertainty is refused", () =>
    assert.throws(
      () => express("1", "-0.1"),
      (error) => error instanceof Refusal && error.code === "outside-domain",
    ));

  test("a shared power of ten shows which zeros were found", () => {
    assert.equal(express("28060", "1234", { power: "printed" }), "(2.81 ± 0.12) × 10⁴");
    assert.equal(express("28060", "1234", { power: "e", notation: "concise" }), "2.81(12)e04");
    assert.equal(express("0.00012346", "0.0000012", { power: "printed" }), "(1.235 ± 0.012) × 10⁻⁴");
  });

  test("a value that rounds up to ten moves to the next power, an uncertainty beyond the value leads", () => {
    assert.equal(express("9.998", "0.12", { power: "x" }), "(1.000 ± 0.012)x10^1");
    assert.equal(express("0.02", "1.5", { power: "x" }), "(0.0 ± 1.5)x10^0");
  });

  test("the decimal mark follows the reader", () =>
    assert.equal(express("100.021472", "0.00079", { mark: decimalMarkOf("vi") }), "100,02147 ± 0,00079"));
});

describe("powers of ten", () => {
  test.each([
    ["e", "1.2345678e03"],
    ["x", "1.2345678x10^3"],
    ["x-html", "1.2345678x10<sup>3</sup>"],
    ["dot", "1.2345678·10^3"],
    ["dot-html", "1.2345678·10<sup>3</sup>"],
    ["printed", "1.2345678 × 10³"],
  ] as const)("style %s", (style, expected) =>
    assert.equal(resultText(decimal("1234.5678"), { places: 4, scientificFrom: 3, style }), expected),
  );

  test("digits that were found stay, unless they are to be dropped", () => {
    assert.equal(scientific(decimal("1200.0"), "e"), "1.2000e03");
    assert.equal(scientific(decimal("1200.0"), "e", "dropped"), "1.2e03");
    assert.equal(scientific(decimal("0.00"), "e"), "0.00e00");
    assert.equal(powerOfTen("-1", -12, "printed"), "-1 × 10⁻¹²");
    assert.deepEqual([orderOf(decimal("0.012")), orderOf(decimal("999")), orderOf(decimal("0"))], [-2, 2, 0]);
  });
});

test("what rounds to zero is zero with its places and never −0", () => {
  assert.equal(resultText(decimal("-0.0000123"), { places: 4, scientificFrom: 3 }), "0.0000");
  assert.equal(resultText(decimal("0.05"), { places: 1 }), "0.0");
  assert.equal(resultText(decimal("0.05"), { places: 1, mode: "half-up" }), "0.1");
});

describe("an uncertainty alone", () => {
  test.each([
    ["0.0015", 3],
    ["0.22", 1],
    ["0.013", 2],
    ["2", 0],
    ["0", 0],
    ["31.5", 0],
  ])("the first digit of %s stands at place %d", (u, place) => assert.equal(firstDigitPlace(decimal(u)), place));

  test("is rounded on its decimal digits, and zero is not printed", () => {
    assert.equal(uncertaintyText(decimal("0.00015"), { places: 4 }), "0.0002");
    assert.equal(uncertaintyText(decimal("0.0250")), "0.025");
    assert.equal(uncertaintyText(decimal("0")), "");
    assert.equal(uncertaintyText(decimal("0.002e-5"), { style: "dot" }), "2·10^-8");
  });
});

describe("limits of detection and quantification", () => {
  const nested = { llod: "5", lloq: "10", uloq: "20", ulod: "25" };
  test.each([
    ["2", "ND", "Not detected"],
    ["5", "DNQ", "Detected but < 10"],
    ["9.99", "DNQ", "Detected but < 10"],
    ["10", null, "10"],
    ["20", null, "20"],
    ["22", "GT", "> 20"],
    ["30", "GT", "> 20"],
  ])("%s is %s", (value, qualifier, text) => {
    const found = qualifiedResult(decimal(value), nested, value);
    assert.deepEqual([found.qualifier, found.text.en], [qualifier, text]);
    assert.equal(found.outsideQuantifiable, qualifier !== null);
  });

  test("where both limits are the same, or only one is stated, the text names it", () => {
    assert.equal(qualifiedResult(decimal("5"), { llod: "10", lloq: "10" }, "5").text.zh, "< 10");
    assert.equal(qualifiedResult(decimal("5"), { llod: "10" }, "5").qualifier, "LT");
    assert.equal(qualifiedResult(decimal("5"), { lloq: "10" }, "5").text.en, "< 10");
    assert.equal(qualifiedResult(decimal("5"), {}, "5.00").text.en, "5.00");
  });

  test.each([
    { llod: "10", lloq: "5" },
    { ulod: "20", uloq: "25" },
  ])("%j cannot be", (range) =>
    assert.throws(
      () => qualifiedResult(decimal("12"), range, "12"),
      (error) => error instanceof Refusal && error.code === "loq-outside-lod",
    ),
  );
});

test("a result in HTML opens no tag", () => assert.equal(htmlText('< 10 & "x"'), "&lt; 10 &amp; &quot;x&quot;"));

test("ranges in brackets and signs", () => {
  assert.equal(intervalNotation({ min: "-5", max: "5" }), "[-5;5]");
  assert.equal(intervalNotation({ min: "-5", max: "5", minExcluded: true, maxExcluded: true }), "(-5;5)");
  assert.equal(intervalNotation({ min: "-5" }), ">=-5");
  assert.equal(intervalNotation({ max: "5", maxExcluded: true }), "<5");
  assert.equal(intervalNotation({}), "");
});

test("the decimal mark of the reader touches digits only", () => {
  assert.equal(withDecimalMark("< 2.1", ","), "< 2,1");
  assert.equal(withDecimalMark("< Detection Limit.", ","), "< Detection Limit.");
  assert.deepEqual(["id", "vi-VN", "th", "ms", "zh-CN", "en"].map(decimalMarkOf), [",", ",", ".", ".", ".", "."]);
  assert.deepEqual(notationOf("id-ID"), { decimalMark: ",", groupMark: "." });
  assert.equal(digitGroups("12345.6789", "'"), "12'345.6789");
  assert.equal(digitGroups("1234.5", "'"), "1234.5");
});

test("a probability next to one is not printed as one", () => {
  const texts = [0.95, 0.9545, 0.9973, 0.9999999999999999, 1].map(percentDigits);
  assert.deepEqual(texts, ["95", "95.45", "99.73", "99.99999999999999", "100"]);
});

test("a negative uncertainty is refused, not left out", () =>
  assert.throws(
    () => uncertaintyText(decimal("-0.5")),
    (error) => error instanceof Refusal && error.code === "outside-domain",
  ));
