import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { formatDecimal, toNumber } from "@quanheng/kernel/decimal.ts";
import { describe, test } from "vitest";
import { additivesSum } from "./additives-sum.ts";
import { contaminantDecision } from "./contaminant-decision.ts";
import { type GradeTable, gradeOf } from "./grade.ts";
import { nutritionLabel } from "./nutrition-label.ts";
import { withinTolerance } from "./nutrition-tolerance.ts";

const table = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as GradeTable;

describe("grade of white sugar", () => {
  const gbt317 = table("gbt317-2018");

  test("the worst item decides: 99.72 is superior, so the batch is", () => {
    const { perItem, grade } = gradeOf({ polarisation: 99.72, "loss-on-drying": 0.03, "turbidity-mau": 17.6 }, gbt317);
    assert.deepEqual(perItem, { polarisation: "superior", "loss-on-drying": "refined", "turbidity-mau": "refined" });
    assert.equal(grade, "superior");
  });

  test("a value exactly on the limit stays in the grade, one digit beyond it does not", () => {
    assert.equal(gradeOf({ "loss-on-drying": 0.05 }, gbt317).grade, "refined");
    assert.equal(gradeOf({ "loss-on-drying": 0.0501 }, gbt317).grade, "superior");
  });

  test("colour is compared as a whole number: 25.4 is 25, 25.5 is 26 (half to even)", () => {
    assert.equal(gradeOf({ "colour-icumsa": 25.4 }, gbt317).grade, "refined");
    assert.equal(gradeOf({ "colour-icumsa": 25.5 }, gbt317).grade, "superior");
  });

  test("below the last grade there is none", () => {
    assert.equal(gradeOf({ polarisation: 99.4, "invert-sugar": 0.01 }, gbt317).grade, "none");
  });

  test("an item that the table does not have is refused", () => {
    assert.throws(() => gradeOf({ sweetness: 1 }, gbt317), { code: "unknown-item" });
  });

  test("the old edition read colour 30 as refined", () => {
    assert.equal(gradeOf({ "colour-icumsa": 30 }, table("gb317-1998")).grade, "refined");
  });
});

describe("additives of one function", () => {
  const use = (contentGKg: number, limitGKg: number) => ({ name: "preservative", contentGKg, limitGKg });

  test("0.32/1.0 + 0.30/0.5 = 0.92 passes, 0.55/1.0 + 0.30/0.5 = 1.15 fails", () => {
    const good = additivesSum([use(0.32, 1), use(0.3, 0.5)]);
    assert.deepEqual([toNumber(good.sum), good.pass], [0.92, true]);
    const bad = additivesSum([use(0.55, 1), use(0.3, 0.5)]);
    assert.deepEqual([toNumber(bad.sum), bad.pass], [1.15, false]);
  });

  test("ten tenths of the limit are exactly the whole limit", () => {
    assert.equal(additivesSum(Array.from({ length: 10 }, () => use(0.1, 1))).pass, true);
  });
});

describe("a contaminant at its limit", () => {
  test("lead, 0.472 mg/kg at 91 %: simple fails, guarded is undecided, enforcement does not act", () => {
    const decision = contaminantDecision({ contentMgKg: 0.472, recoveryPercent: 91, relativeU: 0.18, limitMgKg: 0.5 });
    assert.ok(Math.abs(decision.corrected - 0.518681318681) < 1e-11);
    assert.ok(Math.abs(decision.expanded - 0.0933626373626) < 1e-12);
    assert.deepEqual(
      [decision.simple, decision.guarded, decision.enforcement],
      ["fail", "undecided", "not-proven-noncompliant"],
    );
  });

  test.each([
    ["a negative content", { contentMgKg: -0.1 }],
    ["a negative uncertainty", { relativeU: -0.1 }],
    ["an uncertainty that is no number", { relativeU: Number.NaN }],
    ["no level", { limitMgKg: 0 }],
  ])("%s is refused", (_, wrong) => {
    const lead = { contentMgKg: 0.472, recoveryPercent: 91, relativeU: 0.18, limitMgKg: 0.5 };
    assert.throws(() => contaminantDecision({ ...lead, ...wrong }), { code: "outside-method-range" });
  });
});

describe("nutrition label", () => {
  test("a biscuit: 1862.80 kJ and 444.05 kcal, ties go to the even digit, shares from the label's own figures", () => {
    const made = nutritionLabel({ protein: 6.85, fat: 18.25, carbohydrate: 61.5, fibre: 3.2 }, 412.5);
    assert.equal(toNumber(made.energyKj), 1862.8);
    assert.equal(toNumber(made.energyKcal), 444.05);
    const printed = (items: typeof made.label) => Object.values(items).map(formatDecimal);
    assert.deepEqual(printed(made.label), ["1863", "6.8", "18.2", "61.5", "412"]);
    assert.deepEqual(printed(made.nrvPercent), ["22", "11", "30", "20", "21"]);
  });

  test("a tea drink inside every zero limit is labelled with zeros", () => {
    const { label } = nutritionLabel({ protein: 0.2, fat: 0.1, carbohydrate: 0.45 }, 4.6);
    assert.deepEqual(Object.values(label).map(toNumber), [0, 0, 0, 0, 0]);
  });

  test("more than 100 g in 100 g or a negative content is refused", () => {
    assert.throws(() => nutritionLabel({ protein: 60, fat: 40.1 }, 0), { code: "composition-over-100" });
    assert.throws(() => nutritionLabel({ protein: -0.1 }, 0), { code: "outside-method-range" });
  });
});

describe("declared against measured", () => {
  test.each([
    ["energyKj", 1863, 1905, true],
    ["proteinG", 6.8, 5.3, false],
    ["sodiumMg", 412, 498, false],
    ["sodiumMg", 100, 120, true],
    ["vitaminDUg", 10, 18.01, false],
  ] as const)("%s %s declared, %s measured: %s", (item, declared, measured, ok) => {
    assert.equal(withinTolerance(item, declared, measured).ok, ok);
  });

  test("where nothing is declared nothing may be found", () => {
    assert.deepEqual(withinTolerance("fatG", 0, 0), { ratioPercent: null, rule: "<=120", ok: true });
    assert.equal(withinTolerance("fatG", 0, 0.6).ok, false);
  });
});
