import assert from "node:assert/strict";
import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { describe, test } from "vitest";
import { roundedExactly } from "./exact-value.ts";
import { evaluateFormula, type FormulaValue, type FormulaValues, namesIn } from "./formula.ts";
import { checkedFormulas, evaluateFormulas, formulaDependencies } from "./formula-order.ts";

const number = (digits: string, more: Partial<Extract<FormulaValue, { kind: "number" }>> = {}): FormulaValue => ({
  kind: "number",
  digits,
  ...more,
});

function evaluated(formula: string, values: FormulaValues = {}): string {
  const result = evaluateFormula(formula, values);
  return result.kind === "text" ? result.text : formatDecimal(result.value);
}

function refused(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return error;
  }
  return assert.fail("nothing was refused");
}

describe("exact arithmetic", () => {
  test.each([
    ["5.6 + 3.3", "8.9"],
    ["0.1 + 0.2", "0.3"],
    ["1.1 * 2.25", "2.475"],
    ["-2 ** 2", "-4"],
    ["2 ** -2", "0.25"],
    ["1 + 2 * 3", "7"],
    ["abs(-1.50)", "1.5"],
    ["floor(-2.5) + ceiling(2.1)", "0"],
    ["floor(floor(7.9) / 2)", "3"],
    ["floor(8.9)*10", "80"],
    ["sqrt(2.25)", "1.5"],
  ])("%s is %s", (formula, expected) => assert.equal(Number(evaluated(formula)), Number(expected)));

  test("a quotient is rounded once, on its exact remainder", () => {
    const result = evaluateFormula("Ca / Mg", { Ca: number("1"), Mg: number("20") });
    assert.ok(result.kind === "number");
    assert.equal(formatDecimal(roundedExactly(result.exact, 1, "half-even")), "0.0");
    assert.equal(formatDecimal(roundedExactly(result.exact, 1, "half-up")), "0.1");
    const third = evaluateFormula("2 / 3", {});
    assert.ok(third.kind === "number");
    assert.equal(formatDecimal(roundedExactly(third.exact, 5, "half-even")), "0.66667");
  });

  test("a power too long to keep is computed in binary, one too large refused", () => {
    assert.match(evaluated("1.0000001 ** 10000000"), /^2\.7182/);
    assert.equal(refused(() => evaluated("9 ** 9 ** 9")).code, "model-not-finite");
    assert.equal(refused(() => evaluated("0 ** -1")).code, "division-by-zero");
    assert.equal(refused(() => evaluated("sqrt(-1)")).code, "model-not-finite");
  });
});

describe("conditions", () => {
  const limited = "if Ca is below: Ca + LDL(Ca); else if Ca is above: UDL(Ca) + Ca; else Ca + Mg";
  const limits = { ldl: "10", udl: "20" };

  test.each([
    [number("15", limits), "18"],
    [number("10", limits), "13"],
    [number("9", limits), "19"],
    [number("30", limits), "50"],
    [number("30", { ...limits, operator: ">" }), "60"],
    [number("5", { ...limits, operator: "<" }), "10"],
    [number("15"), "18"],
  ])("%j beside its limits", (Ca, expected) => assert.equal(evaluated(limited, { Ca, Mg: number("3") }), expected));

  test("words are compared as they were entered", () => {
    const formula = "if Comment = 'uncertain': Comment; else if Comment != \"a:b;c\": Ca; else 'none'";
    const values = (text: string): FormulaValues => ({ Ca: number("5"), Comment: { kind: "text", text } });
    assert.equal(evaluated(formula, values("uncertain")), "uncertain");
    assert.equal(evaluated(formula, values("certain")), "5");
    assert.equal(evaluated(formula, values("a:b;c")), "none");
    assert.equal(evaluated("if Ca = '5': 1; else 2", { Ca: number("5") }), "1");
  });

  test.each([
    ["a < 2", "1"],
    ["a <= 1", "1"],
    ["a ≥ 2", "0"],
    ["a*2 > 1.9", "1"],
    ["a = 1.0", "1"],
    ["a ≠ 1", "0"],
  ])("%s", (condition, expected) =>
    assert.equal(evaluated(`if ${condition}: 1; else 0`, { a: number("1.00") }), expected),
  );

  test("only the branch taken has to have its values", () =>
    assert.equal(evaluated("if a < 2: a; else b", { a: number("1"), b: { kind: "missing" } }), "1"));
});

describe("refused", () => {
  test.each([
    ["a + b", "unknown-name"],
    ["x / y", "division-by-zero"],
    ["1 +", "expression-syntax"],
    ["(1 + 2", "expression-syntax"],
    ["floor(1", "expression-syntax"],
    ["process.exit(1)", "expression-syntax"],
    ["constructor", "unknown-name"],
    ["__proto__", "unknown-name"],
    ["if x: 1; else 2", "expression-syntax"],
    ["if x < 1 < 2: 1; else 2", "expression-syntax"],
    ["if x < 1: 2", "expression-syntax"],
    ["if w < 'b': 1; else 2", "expression-syntax"],
    ["missing * 2", "reading-missing"],
    ["LDL(x)", "reading-missing"],
    ["LDL(2)", "expression-syntax"],
    ["w + 1", "not-a-number"],
    ["x".repeat(20_001), "expression-too-long"],
    [`${"floor(".repeat(60)}1${")".repeat(60)}`, "expression-too-long"],
  ])("%s: %s", (formula, code) => {
    const values: FormulaValues = {
      a: number("1"),
      x: number("1"),
      y: number("0"),
      w: { kind: "text", text: "b" },
      missing: { kind: "missing" },
    };
    assert.equal(refused(() => evaluated(formula, values)).code, code);
  });

  test("the position is that of the whole formula", () => {
    assert.equal(refused(() => evaluated("if 1 < 2: floor(1) + b; else 2")).facts["at"], 21);
    assert.equal(refused(() => evaluated("floor(1) + ceiling(b)")).facts["at"], 19);
  });

  test("a missing value names its test", () =>
    assert.equal(refused(() => evaluated("a", { a: { kind: "missing" } })).facts["field"], "a"));
});

describe("formulas that rest on each other", () => {
  test("names of every branch and condition count, pi and words do not", () =>
    assert.deepEqual(namesIn("if Ca is below: LDL(Mg); else if c = 'Zn': 'x'; else floor(pi * r)"), [
      "Ca",
      "Mg",
      "c",
      "r",
    ]));

  test("a circle ends and is refused", () => {
    const circle = { Ca: "Ca + Mg", Mg: "Ca + Ca" };
    assert.deepEqual(formulaDependencies(circle), {
      dependencies: { Ca: ["Ca", "Mg"], Mg: ["Ca", "Mg"] },
      cyclic: ["Ca", "Mg"],
    });
    assert.equal(refused(() => checkedFormulas(circle)).code, "cyclic-model");
  });

  test("each is computed after what it rests on, and a value given for it is not taken", () => {
    const formulas = { Au: "(IT1 + Fe) / 2", Fe: "Cu * 10" };
    const { results, ignored } = evaluateFormulas(formulas, { Cu: number("12"), IT1: number("4"), Fe: number("99") });
    assert.deepEqual(ignored, ["Fe"]);
    const au = results["Au"];
    assert.ok(au?.kind === "number");
    assert.equal(formatDecimal(au.value), "62");
  });
});
