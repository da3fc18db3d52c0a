import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { because } from "./because.ts";
import { decideRequirement } from "./decide-requirement.ts";
import type { DecidableRow } from "./judge.ts";
import type { MeasuredResult } from "./result.ts";
import type { DecisionRule } from "./rule.ts";

const row: DecidableRow = {
  id: "row",
  market: "CN",
  document: "GB 17930",
  clause: "4",
  characteristic: "sulphur",
  limit: { kind: "interval", max: "10" },
  unit: "mg/kg",
  status: "read",
};
const result: MeasuredResult = {
  characteristic: "sulphur",
  operator: "=",
  value: "9.9",
  u: "0.1",
  expanded: "0.2",
  dof: null,
  unit: "mg/kg",
  reported: "9.9",
};
const COVERAGE = { coverageProbability: "0.9545" } as const;
const decided = (
  rule: DecisionRule,
  changes: Partial<MeasuredResult> = {},
  limit: DecidableRow["limit"] = row.limit,
) => {
  const verdict = decideRequirement({ ...row, limit }, { ...result, ...changes }, rule);
  const { zh, en } = because(verdict, limit, row.unit);
  assert.ok(zh.length > 8 && en.length > 12 && !/undefined|null/.test(zh + en), en);
  return `${verdict.verdict} ${verdict.reason}`;
};

describe("requirements decided under other agreed rules", () => {
  test("by the risk of the item", () => {
    const rule = { kind: "specific-risk", consumer: "0.05", ...COVERAGE } as const;
    assert.equal(decided(rule), "fail risk-too-high");
    assert.equal(decided(rule, { value: "9.8" }), "pass risk-low-enough");
    assert.equal(decided(rule, { u: null, expanded: null }), "undecided uncertainty-missing");
    assert.equal(decided(rule, { operator: "<", value: "1" }), "undecided censored");
    assert.equal(decided(rule, { operator: ">", value: "11" }), "fail outside");
  });

  test("by the risk of the process, which needs both limits", () => {
    const process = { kind: "reliability", inTolerance: "0.95" } as const;
    const rule = { kind: "global-risk", consumer: "0.005", among: "all", process, ...COVERAGE } as const;
    assert.equal(decided(rule), "undecided needs-two-limits");
    const both = { kind: "interval", min: "8", max: "10" } as const;
    assert.equal(decided(rule, { value: "9.5" }, both), "pass inside-by-band");
    // Without a guard band more than 0.5 % would pass falsely.
    assert.match(decided(rule, { value: "9.95", u: "0.6", expanded: "1.2" }, both), /^fail within-band$/);
  });

  test("by proof of either, by guarded rejection, and by the test uncertainty ratio", () => {
    assert.equal(decided({ kind: "iso-14253-1", factor: "1.65", ...COVERAGE }), "undecided between-bands");
    assert.equal(decided({ kind: "relaxed", guard: "1", ...COVERAGE }, { value: "10.1" }), "pass not-shown-to-fail");
    assert.equal(decided({ kind: "relaxed", guard: "1", ...COVERAGE }, { value: "10.3" }), "fail outside-by-band");
    assert.equal(decided({ kind: "ratio", method: "rss", ...COVERAGE }), "undecided needs-two-limits");
  });

  test("an exception decides its own characteristic only", () => {
    const rule = {
      kind: "guarded",
      guard: "1",
      ...COVERAGE,
      exceptions: [
        {
          characteristic: "sulphur",
          name: { zh: "硫含量", en: "sulphur" },
          rule: { kind: "iso-4259", side: "recipient", reproducibility: "2.24" },
        },
      ],
    } as const;
    assert.equal(decided(rule, { value: "11.3", u: null, expanded: null }), "pass not-shown-to-fail");
    const other = decideRequirement({ ...row, characteristic: "lead" }, { ...result, characteristic: "lead" }, rule);
    assert.equal(other.reason, "within-band");
  });
});
