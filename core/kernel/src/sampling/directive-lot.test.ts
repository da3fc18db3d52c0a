import assert from "node:assert/strict";
import { test } from "vitest";
import { decimal, formatDecimal } from "../decimal.ts";
import { tQuantile } from "../distributions.ts";
import { Refusal } from "../refusal.ts";
import { netContent } from "../testing/sampling-data.ts";
import { type DirectiveTest, judgeDirectiveLot } from "./directive-lot.ts";
import { tolerableDeficiency } from "./net-content.ts";

const rules = netContent.eu76211;
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

/** 100 g packages, of which `short` lack 5 g and the others have 1 g too much. */
const judge = (lotSize: number, n: number, short: number, kind: DirectiveTest = "non-destructive", lack = "95") =>
  judgeDirectiveLot(rules, {
    nominal: decimal("100"),
    lotSize,
    test: kind,
    contents: Array.from({ length: n }, (_, i) => decimal(i < short ? lack : "101")),
  });

test("tolerable negative errors are rounded up to a tenth, up to 10 kg", () => {
  const of = (nominal: string) => formatDecimal(tolerableDeficiency(rules, decimal(nominal)));
  assert.deepEqual([of("25"), of("125"), of("455"), of("1250")], ["2.3", "5.7", "13.7", "18.8"]);
  assert.throws(() => of("10001"), refusal("outside-domain"));
});

test("the factors of the mean are t₀.₉₉₅/√n", () => {
  for (const { n, factor } of rules.mean) {
    assert.ok(Math.abs(tQuantile(0.995, n - 1) / Math.sqrt(n) - Number(factor)) <= 0.0005, factor);
  }
});

test("a double plan: 30 with 1/3, then 30 more with 4/5", () => {
  const verdict = (n: number, short: number) => {
    const found = judge(300, n, short);
    return [found.defective, found.verdict, found.needed];
  };
  assert.deepEqual(verdict(30, 1), [1, "accepted", 0]);
  assert.deepEqual(verdict(30, 2), [2, "continue", 30]);
  assert.deepEqual(verdict(30, 3), [3, "not-accepted", 0]);
  const both = judgeDirectiveLot(rules, {
    nominal: decimal("100"),
    lotSize: 300,
    test: "non-destructive",
    contents: Array.from({ length: 60 }, (_, i) => decimal([0, 1, 30, 31].includes(i) ? "95" : "101")),
  });
  assert.deepEqual([both.defective, both.verdict], [4, "accepted"]);
});

test("a mean that is too low fails the batch whatever the packages show", () => {
  const low = judgeDirectiveLot(rules, {
    nominal: decimal("100"),
    lotSize: 300,
    test: "non-destructive",
    contents: Array.from({ length: 30 }, (_, i) => decimal(i % 2 ? "99.5" : "99.4")),
  });
  assert.deepEqual([low.individuals, low.meanOk, low.verdict, low.needed], ["accepted", false, "not-accepted", 0]);
});

test("a destructive test takes 20; what lacks more than twice the tolerable error is told apart", () => {
  assert.equal(judge(200, 20, 2, "destructive").verdict, "not-accepted");
  const found = judge(200, 20, 1, "destructive", "90");
  assert.deepEqual([found.defective, found.beyondTwice, found.verdict], [1, 1, "accepted"]);
});

test("small batches and samples of another size are refused", () => {
  assert.throws(() => judge(99, 30, 0), refusal("no-sampling-plan"));
  assert.throws(() => judge(0, 30, 0), refusal("outside-domain"));
  for (const n of [0, 29, 31, 59, 61]) assert.throws(() => judge(300, n, 0), refusal("values-differ-in-number"));
});
