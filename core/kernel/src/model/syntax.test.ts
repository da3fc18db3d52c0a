import assert from "node:assert/strict";
import { test } from "vitest";
import { Refusal } from "../refusal.ts";
import { evaluate } from "./evaluate.ts";
import { prepareModel } from "./tape.ts";

const value = (formula: string, inputs: Readonly<Record<string, number>> = {}) => {
  const model = prepareModel({ y: formula }, Object.keys(inputs));
  return evaluate(model, Object.values(inputs))[model.outputs[0]!.at];
};

test.each([
  ["1 + 2*3", 7],
  ["(1 + 2)*3", 9],
  ["2**3**2", 512],
  ["-2**2", -4],
  ["2**-1", 0.5],
  ["10 - 4 - 3", 3],
  ["16/4/2", 2],
  ["2^3", 8],
  ["1e-3*2", 0.002],
  [".5", 0.5],
  ["--3", 3],
  ["+3", 3],
  ["sqrt(16) + log(exp(2))", 6],
  ["6 ÷ 2 × 3 − 1", 8],
  ["cos(pi)", -1],
])("%s is %d", (formula, expected) => assert.equal(value(formula), expected));

test("names may be Greek or Chinese, and an input called pi is the input", () => {
  assert.equal(value("ρ*体积", { ρ: 2, 体积: 3 }), 6);
  assert.equal(value("pi", { pi: 3 }), 3);
});

test("outputs may use each other, in any order; a shared part is computed once", () => {
  const model = prepareModel({ rho: "m/V", V: "a*a*a" }, ["m", "a"]);
  assert.equal(evaluate(model, [16, 2])[model.outputs[0]!.at], 2);
  assert.equal(prepareModel({ y: "(a+b)*(a+b)" }, ["a", "b"]).steps.length, 4);
});

test.each([
  ["", "expression-syntax", 0],
  ["1 +", "expression-syntax", 3],
  ["(1", "expression-syntax", 2],
  ["1)", "expression-syntax", 1],
  ["1 2", "expression-syntax", 2],
  ["a b", "expression-syntax", 2],
  ["a[0]", "expression-syntax", 1],
  ["1 + 'x'", "expression-syntax", 3],
  ["x = 3", "expression-syntax", 1],
  ["1e999", "expression-syntax", 0],
  ["constructor", "unknown-name", 0],
  ["a + zz", "unknown-name", 4],
  ["eval(1)", "unknown-name", 0],
  ["neg(1)", "unknown-name", 0],
])("%j is refused as %s at %d", (formula, code, at) => {
  assert.throws(
    () => value(formula, { a: 1, b: 2, x: 1 }),
    (error) => error instanceof Refusal && error.code === code && error.facts["at"] === at,
  );
});

test("formulas in a circle are refused with the circle", () => {
  assert.throws(
    () => prepareModel({ a: "b + 1", b: "2*c", c: "a" }, []),
    (error) => error instanceof Refusal && error.code === "cyclic-model" && String(error.facts["names"]) === "a,b,c,a",
  );
});

test("a sum of ten thousand terms is computed", () => assert.equal(value(`${"1+".repeat(9_999)}1`), 10_000));

test("endless and bottomless formulas are refused quickly", () => {
  const tooLong = (error: unknown) => error instanceof Refusal && error.code === "expression-too-long";
  assert.throws(() => value(`${"1+".repeat(50_000)}1`), tooLong);
  assert.throws(() => value(`${"(".repeat(5000)}1${")".repeat(5000)}`), tooLong);
  assert.throws(() => value(`${"-".repeat(5000)}1`), tooLong);
});
