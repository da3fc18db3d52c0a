import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { precisionOf } from "./precision.ts";
import { quantified } from "./quantified.ts";
import { reportedExpanded, reportedText } from "./reported.ts";

describe("the reported value is rounded once, on decimals", () => {
  test.each([
    [99.850170116, 2, "99.85"],
    [0.0217502894635, 3, "0.022"],
    [40.3806181405, 0, "40"],
    [2.675, 2, "2.68"],
    [1.005, 2, "1.00"],
    [0.1 + 0.2, 1, "0.3"],
    [0.15 + 0.1, 1, "0.2"],
    [0, 2, "0.00"],
  ])("%s to %s places is %s", (value, places, text) => {
    assert.equal(reportedText(value, { mode: "half-even", places }), text);
  });

  test("a step of 10", () => assert.equal(reportedText(515, { mode: "half-even", step: "10" }), "520"));
});

describe("U never stands to a finer place than the result, and is rounded up rather than understated", () => {
  test.each([
    [0.0412, 2, "0.04"],
    [0.0428, 2, "0.05"],
    [0.0432, 2, "0.05"],
    [0.0006, 3, "0.001"],
    [0.00062, 3, "0.001"],
    [1.3, 0, "2"],
    [2.7, 0, "3"],
    [0.094, 2, "0.09"],
    [12.34, 0, "12"],
    [12.34, 1, "12"],
    [0, 2, "0"],
  ])("%s beside %s places is %s", (expanded, places, text) => {
    assert.equal(reportedExpanded(expanded, { mode: "half-even", places }, 0), text);
  });

  test("it is never understated by more than 5 %, and has no place that the result lacks", () => {
    const seed = 20261125;
    let state = seed;
    const random = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    for (let round = 0; round < 2000; round++) {
      const expanded = 10 ** (6 * random() - 4);
      const places = Math.floor(4 * random());
      const text = reportedExpanded(expanded, { mode: "half-even", places }, 0);
      assert.ok(Number(text) >= 0.95 * expanded, `seed ${seed}: ${expanded} stated as ${text}`);
      assert.ok((text.split(".")[1] ?? "").length <= places, `seed ${seed}: ${text} beside ${places} places`);
    }
  });
});

describe("replicates", () => {
  const r = { limit: "0.05", source: "a method" } as const;

  test("within the limit the method's own scatter counts: 0.05/2.8/√2", () => {
    const { u, dof, exceeded } = precisionOf([99.8, 99.85], r);
    assert.ok(Math.abs(u - 0.0126269) < 1e-7);
    assert.deepEqual([dof, exceeded], [Infinity, false]);
  });

  test("beyond it the observed scatter counts: 0.1/√2/√2 with one degree of freedom", () => {
    const { u, dof, exceeded } = precisionOf([99.8, 99.9], r);
    assert.ok(Math.abs(u - 0.05) < 1e-12);
    assert.deepEqual([dof, exceeded], [1, true]);
  });

  test("three results may lie 3.3/2.8 times as far apart", () => {
    assert.equal(precisionOf([99.8, 99.83, 99.858], r).exceeded, false);
    assert.equal(precisionOf([99.8, 99.83, 99.8595], r).exceeded, true);
  });

  test("a relative limit follows the mean, also below zero", () => {
    const relative = { limit: "0.10", kind: "relative", source: "a method" } as const;
    assert.ok(Math.abs(precisionOf([10, 10.5], relative).allowed - 1.025) < 1e-12);
    assert.ok(precisionOf([-0.1, -0.1], relative).u > 0);
  });
});

describe("the limit of quantification", () => {
  const output = {
    characteristic: "lead",
    label: { zh: "铅", en: "Lead" },
    unit: "mg/kg",
    rounding: { mode: "half-even", places: 2 },
  } as const;

  test("at the limit the number stands, below it the limit", () => {
    assert.deepEqual(quantified(0.04, 0.04, output).statement, { operator: "=", reported: "0.04" });
    assert.deepEqual(quantified(0.0399, 0.04, output).statement, {
      operator: "<",
      quantifiedFrom: 0.04,
      reported: "<0.04",
    });
    assert.equal(quantified(-0.001, 0.1, output).statement.reported, "<0.10");
  });
});

describe("significant digits", () => {
  const four = { mode: "half-even", digits: 4 } as const;

  test.each([
    [1.23456, 0.0123, "1.235", "0.012"],
    [12.3456, 0.0123, "12.35", "0.02"],
    [123.456, 1.27, "123.5", "1.3"],
    [12345.6, 34.2, "12350", "40"],
  ])("%s with U = %s is written %s ± %s: both to one place", (value, expanded, text, u) => {
    assert.equal(reportedText(value, four), text);
    assert.equal(reportedExpanded(expanded, four, value), u);
  });
});
