import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { decideRequirement } from "./decide-requirement.ts";
import type { DecidableRow, Verdict } from "./judge.ts";
import type { MeasuredResult } from "./result.ts";
import type { DecisionRule } from "./rule.ts";

const row: DecidableRow = {
  id: "row",
  market: "CN",
  document: "a standard",
  clause: "1",
  characteristic: "colour-icumsa",
  limit: { kind: "interval", max: "10.0" },
  unit: "mg/kg",
  status: "read",
};
const result: MeasuredResult = {
  characteristic: "colour-icumsa",
  operator: "=",
  value: "9.8",
  u: "0.05",
  expanded: "0.1",
  dof: null,
  unit: "mg/kg",
  reported: "9.8",
};
type Kind = "simple" | "guarded" | "non-binary" | "jjf1094";
const rule = (kind: Kind, guard: string | null = null): DecisionRule => ({
  kind,
  guard,
  coverageProbability: "0.9545",
});

describe("the published outcomes of ILAC-G8 with w = U, upper limit 10.0, U = 0.10", () => {
  const cases: readonly [value: string, simple: Verdict, guarded: Verdict, nonBinary: Verdict, risk: number][] = [
    ["9.8", "pass", "pass", "pass", 1 - 0.9999683288],
    ["9.92", "pass", "fail", "conditional", 1 - 0.9452007083],
    ["10.04", "fail", "fail", "fail", 1 - 0.2118553986],
    ["10.12", "fail", "fail", "fail", 1 - 0.008197535925],
    ["9.90", "pass", "pass", "pass", 1 - 0.9772498681],
    ["10.00", "pass", "fail", "conditional", 0.5],
    ["9.9175", "pass", "fail", "conditional", 1 - 0.950528532],
  ];
  test.each(cases)("%s", (value, simple, guarded, nonBinary, risk) => {
    const decide = (of: DecisionRule) => decideRequirement(row, { ...result, value }, of);
    assert.equal(decide(rule("simple")).verdict, simple);
    assert.equal(decide(rule("guarded", "1")).verdict, guarded);
    const open = decide(rule("non-binary", "1"));
    assert.equal(open.verdict, nonBinary);
    if (open.falseAcceptance !== null) assert.ok(Math.abs(open.falseAcceptance - risk) < 1e-9);
    assert.equal(open.falseAcceptance === null, nonBinary === "fail");
  });

  test("two-sided, 5.0 to 6.0 with U = 0.04: both tails count", () => {
    const both: DecidableRow = { ...row, limit: { kind: "interval", min: "5.0", max: "6.0" } };
    const near = decideRequirement(
      both,
      { ...result, value: "5.03", u: "0.02", expanded: "0.04" },
      rule("non-binary", "1"),
    );
    assert.equal(near.verdict, "conditional");
    assert.ok(Math.abs((near.falseAcceptance ?? 0) - (1 - 0.9331927987)) < 1e-9);
  });
});

describe("edges", () => {
  const decide = (over: Partial<MeasuredResult>, of = rule("non-binary", "1"), on: Partial<DecidableRow> = {}) =>
    decideRequirement({ ...row, ...on }, { ...result, ...over }, of);

  test("a value on the limit passes unless the limit excludes its end", () => {
    assert.equal(decide({ value: "10" }, rule("simple")).verdict, "pass");
    assert.equal(
      decide({ value: "10" }, rule("simple"), { limit: { kind: "interval", max: "10.0", maxExclusive: true } }).verdict,
      "fail",
    );
  });

  test("binary floats would miss that 9.7 + 0.3 is exactly 10", () => {
    assert.equal(decide({ value: "9.7", expanded: "0.3" }).verdict, "pass");
  });

  test("a missing uncertainty leaves every rule but the simple one undecided", () => {
    assert.equal(decide({ expanded: null, u: null }).reason, "uncertainty-missing");
    assert.equal(decide({ expanded: null, u: null }, rule("guarded", "1")).verdict, "undecided");
    const simple = decide({ expanded: null, u: null }, rule("simple"));
    assert.equal(simple.verdict, "pass");
    assert.equal(simple.falseAcceptance, null);
  });

  test("another unit, no result, an open condition or a limit that is no number are undecided", () => {
    assert.equal(decide({ unit: "g/kg" }).reason, "unit-mismatch");
    assert.equal(decideRequirement(row, null, rule("simple")).reason, "no-result");
    assert.equal(decide({}, rule("simple"), { condition: "only for raw sugar" }).reason, "condition-open");
    assert.equal(
      decide({}, rule("simple"), { limit: { kind: "not-detected", amount: "250 g" } }).reason,
      "not-a-number-limit",
    );
  });

  test("a recalled row gives an indicative verdict, a verified one does not", () => {
    assert.equal(decide({}, rule("simple"), { status: "recalled" }).indicative, true);
    assert.equal(decide({}, rule("simple"), { status: "proposed" }).indicative, true);
    assert.equal(decide({}, rule("simple"), { status: "verified" }).indicative, false);
  });

  test("rounded comparison rounds to the place of the bound: 96.96 against 97.0 (GB/T 8170, 4.3.3)", () => {
    const on: Partial<DecidableRow> = { limit: { kind: "interval", min: "97.0" } };
    assert.equal(decide({ value: "96.96" }, rule("simple"), on).verdict, "fail");
    assert.equal(decide({ value: "96.96" }, rule("simple"), { ...on, comparison: "rounded" }).verdict, "pass");
    assert.equal(decide({ value: "96.94" }, rule("simple"), { ...on, comparison: "rounded" }).verdict, "fail");
  });

  test("a rounding interval above the last printed place: 1351 against 1400 in hundreds", () => {
    const on: Partial<DecidableRow> = { limit: { kind: "interval", min: "1400" }, comparison: "rounded" };
    assert.equal(decide({ value: "1351" }, rule("simple"), on).verdict, "fail");
    assert.equal(decide({ value: "1351" }, rule("simple"), { ...on, interval: "100" }).verdict, "pass");
  });

  test("below quantification passes only where all that is left is inside", () => {
    const below: Partial<MeasuredResult> = { operator: "<", value: "1.0", u: "0.2", expanded: "0.4" };
    assert.equal(decide(below).reason, "below-quantification");
    assert.equal(decide({ ...below, value: "12" }).reason, "censored");
    assert.equal(decide(below, rule("simple"), { limit: { kind: "interval", min: "2" } }).verdict, "fail");
    assert.equal(decide(below, rule("simple"), { limit: { kind: "interval", min: "0.5" } }).reason, "censored");
    assert.equal(decide(below).falseAcceptance, null);
  });

  test("not detected in 250 g: nothing in enough passes, anything found fails, too little examined decides nothing", () => {
    const on: Partial<DecidableRow> = { limit: { kind: "not-detected", amount: "250 g" }, unit: null };
    const count: Partial<MeasuredResult> = { value: "0", u: null, expanded: null, unit: "{count}", examined: "250 g" };
    assert.equal(decide(count, rule("guarded", "1"), on).reason, "not-detected");
    assert.equal(decide({ ...count, value: "1" }, rule("simple"), on).reason, "detected");
    assert.equal(decide({ ...count, examined: "249.9 g" }, rule("simple"), on).reason, "too-little-examined");
    assert.equal(decide({ ...count, examined: "250 mL" }, rule("simple"), on).reason, "too-little-examined");
    assert.equal(decide(count, rule("simple"), on).falseAcceptance, null);
  });

  test("better than the band of a grade is no defect, worse is", () => {
    const on: Partial<DecidableRow> = { limit: { kind: "interval", min: "81", max: "200" }, betterBeyond: "min" };
    assert.equal(decide({ value: "40.4", expanded: "2" }, rule("guarded", "1"), on).reason, "better-than-band");
    assert.equal(decide({ value: "81", expanded: "2" }, rule("guarded", "1"), on).reason, "inside-by-band");
    assert.equal(decide({ value: "201", expanded: "2" }, rule("guarded", "1"), on).verdict, "fail");
  });

  test("JJF 1094: the measured value decides while U ≤ MPEV/3, else a zone on both sides stays open", () => {
    const on: Partial<DecidableRow> = { limit: { kind: "interval", min: "-0.3", max: "0.3" } };
    assert.equal(decide({ value: "0.30", expanded: "0.1" }, rule("jjf1094"), on).reason, "small-uncertainty");
    assert.equal(decide({ value: "0.31", expanded: "0.1" }, rule("jjf1094"), on).verdict, "fail");
    assert.equal(decide({ value: "0.19", expanded: "0.11" }, rule("jjf1094"), on).verdict, "pass");
    assert.equal(decide({ value: "0.20", expanded: "0.11" }, rule("jjf1094"), on).verdict, "undecided");
    assert.equal(decide({ value: "0.40", expanded: "0.11" }, rule("jjf1094"), on).verdict, "undecided");
    assert.equal(decide({ value: "0.41", expanded: "0.11" }, rule("jjf1094"), on).verdict, "fail");
  });

  test("a one-sided limit has no MPEV, so its uncertainty is never taken as small", () => {
    assert.equal(decide({ value: "9.95", expanded: "0.1" }, rule("jjf1094")).verdict, "undecided");
  });

  test.each([["-1"], ["4"]])("a guard band of %s U is no rule", (guard) => {
    assert.throws(() => decide({}, rule("guarded", guard)), { code: "malformed-rule" });
  });

  test("few degrees of freedom raise the risk: t with 1 degree at one standard uncertainty is 25 %", () => {
    const few = decide({ value: "9.95", dof: "1" }, rule("simple"));
    assert.ok(Math.abs((few.falseAcceptance ?? 0) - 0.25) < 1e-12);
  });
});
