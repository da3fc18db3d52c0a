import assert from "node:assert/strict";
import { test } from "vitest";
import { decimal, formatDecimal } from "../decimal.ts";
import { Refusal } from "../refusal.ts";
import { netContent } from "../testing/sampling-data.ts";
import {
  judgeNetContent,
  netContentPlan,
  tolerableDeficiency,
  tolerableDeficiencyOfCount,
  tolerableDeficiencyOfSize,
} from "./net-content.ts";

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const edition = netContent.editions[0] ?? assert.fail();

test("tolerable deficiencies are those of the rule, rounded half to even", () => {
  const printed: [string, string][] = [
    ["25", "2.2"],
    ["50", "4.5"],
    ["50.5", "4.5"],
    ["125", "5.6"],
    ["300", "9.0"],
    ["455", "13.6"],
    ["1000", "15.0"],
    ["1001", "15"],
    ["1250", "19"],
    ["50000", "500"],
  ];
  for (const [nominal, wanted] of printed) {
    assert.equal(formatDecimal(tolerableDeficiency(edition, decimal(nominal))), wanted, nominal);
  }
  assert.throws(() => tolerableDeficiency(edition, decimal("50001")), refusal("outside-domain"));
  assert.throws(() => tolerableDeficiency(edition, decimal("0")), refusal("outside-domain"));
});

test("goods by length, area and count", () => {
  assert.equal(formatDecimal(tolerableDeficiencyOfSize("length", decimal("5"))), "0");
  assert.equal(formatDecimal(tolerableDeficiencyOfSize("length", decimal("10"))), "0.20");
  assert.equal(formatDecimal(tolerableDeficiencyOfSize("area", decimal("2"))), "0.06");
  assert.deepEqual([50, 51, 100, 150].map(tolerableDeficiencyOfCount), [0, 1, 1, 2]);
});

test("ten packages or fewer are all measured and no mean is judged", () => {
  const plan = netContentPlan(edition, 8);
  assert.deepEqual([plan.size, plan.lambda], [8, null]);
  const found = judgeNetContent(edition, {
    nominal: decimal("75"),
    lotSize: 2,
    contents: [decimal("70.5"), decimal("75")],
  });
  // 75 − 4.5 = 70.5 is not short by more than T.
  assert.deepEqual([found.meanOk, found.countT1, found.accepted], [undefined, 0, true]);
});

test("one package short by more than 2T fails the lot", () => {
  const contents = ["65.99", "80"].map(decimal);
  const found = judgeNetContent(edition, { nominal: decimal("75"), lotSize: 2, contents });
  assert.deepEqual([found.countT1, found.countT2, found.accepted], [0, 1, false]);
});

test("a mean that falls short of the nominal quantity by exactly λ s holds", () => {
  // Ten contents 10 − 1.028 s apart: five at a, five at b; with n = 10, s² = (10/9)(h²) for ± h about the mean.
  // h = 3 gives s² = 10 exactly, and λ² s² = 10.56784; a shortfall of 3.25 holds (10.5625), 3.26 does not (10.6276).
  const about = (mean: string) =>
    Array.from({ length: 10 }, (_, i) => decimal(String(Number(mean) + (i % 2 ? 3 : -3))));
  const judge = (mean: string) =>
    judgeNetContent(edition, { nominal: decimal("400"), lotSize: 20, contents: about(mean) }).meanOk;
  assert.equal(judge("396.75"), true);
  assert.equal(judge("396.74"), false);
});

test("another number of packages than the plan asks for is refused", () => {
  const contents = [decimal("75")];
  assert.throws(
    () => judgeNetContent(edition, { nominal: decimal("75"), lotSize: 20, contents }),
    refusal("values-differ-in-number"),
  );
  assert.throws(() => netContentPlan(edition, 0), refusal("outside-domain"));
});

test("the edition says that it no longer applies", () => assert.equal(edition.validUntil, "2024-10-12"));
