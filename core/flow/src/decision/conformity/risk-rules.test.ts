import assert from "node:assert/strict";
import { toNumber } from "@quanheng/kernel/decimal.ts";
import { describe, test } from "vitest";
import { managedRiskMultiplier } from "../guard-factor.ts";
import { conformityRuleOf, type DecisionRule, OFFERED_RULES, readDecisionRule } from "../rule.ts";
import { riskSentence, ruleSentence } from "../sentence.ts";
import { conform } from "./conform.ts";
import { afterMeasurement } from "./prior.ts";
import { readConformityRule } from "./read-rule.ts";
import { globalRisks, riskAtBand } from "./risk.ts";
import { type ConformityRule, isBoundToUnit, RULE_KINDS } from "./rule.ts";
import { conformitySentences } from "./sentence.ts";
import { z540Rule } from "./z540.ts";

const near = (found: number, expected: number, distance: number) =>
  assert.ok(Math.abs(found - expected) <= distance, `${found} is not ${expected}`);

const RELIABILITY = { kind: "reliability", inTolerance: "0.95" } as const;
const SAMPLES: readonly ConformityRule[] = [
  { kind: "simple" },
  { kind: "guarded", guard: "0.83" },
  { kind: "non-binary", guard: "1" },
  { kind: "relaxed", guard: "1" },
  { kind: "iso-14253-1", factor: "1.65" },
  { kind: "iso-4259", side: "supplier", reproducibility: "2.24" },
  { kind: "iso-4259", side: "recipient", reproducibility: "2", repeatability: "1", results: 4 },
  { kind: "emc", assumed: "5.2" },
  { kind: "jjf1094" },
  { kind: "ratio", method: "rss" },
  { kind: "specific-risk", consumer: "0.05" },
  z540Rule(4, { kind: "normal", mean: "-1", sd: "0.5" }),
  z540Rule(2, RELIABILITY),
  z540Rule(3, RELIABILITY),
];

test("every kind is stored and read again unchanged, and says itself and its risk in two languages", () => {
  assert.deepEqual([...new Set(SAMPLES.map(({ kind }) => kind))].toSorted(), RULE_KINDS.toSorted());
  for (const rule of SAMPLES) {
    const again = readConformityRule(JSON.parse(JSON.stringify(rule)));
    assert.deepEqual(again, rule);
    const { rule: text, risk } = conformitySentences(again);
    for (const sentence of [text.zh, text.en, risk.zh, risk.en]) {
      assert.ok(sentence.length > 10 && !/undefined|NaN|null/.test(sentence), `${rule.kind}: ${sentence}`);
    }
  }
});

test("figures that no rule has, and members that its kind does not have, are refused", () => {
  const malformed = { code: "malformed-rule" };
  const wrong: readonly unknown[] = [
    null,
    [],
    "simple",
    { kind: "best" },
    { kind: "simple", guard: "1" },
    { kind: "guarded" },
    { kind: "guarded", guard: "0" },
    { kind: "guarded", guard: "-1" },
    { kind: "guarded", guard: "3.1" },
    { kind: "guarded", guard: 1 },
    { kind: "guarded", guard: "1e0" },
    { kind: "guarded", guard: "NaN" },
    { kind: "iso-14253-1", factor: "0" },
    { kind: "iso-4259", side: "judge", reproducibility: "1" },
    { kind: "iso-4259", side: "supplier", reproducibility: "1", repeatability: "2", results: 2 },
    { kind: "iso-4259", side: "supplier", reproducibility: "1", repeatability: "1", results: 1.5 },
    { kind: "emc", assumed: "-1" },
    { kind: "ratio", method: "guess" },
    { kind: "specific-risk", consumer: "0.5" },
    { kind: "specific-risk", consumer: "0" },
    { kind: "global-risk", consumer: "0.02", among: "some", process: RELIABILITY },
    { kind: "global-risk", consumer: "0.02", among: "all" },
    { kind: "global-risk", consumer: "0.02", among: "all", process: { kind: "normal", mean: "0", sd: "0" } },
    { kind: "global-risk", consumer: "0.02", among: "all", process: { ...RELIABILITY, inTolerance: "1" } },
  ];
  for (const rule of wrong) assert.throws(() => readConformityRule(rule), malformed, JSON.stringify(rule));
});

test("ILAC-G8:09/2019, table 1: the risk of w = r U", () => {
  const printed = [
    [3, 1e-6],
    [1.5, 0.0016],
    [1, 0.025],
    [0.83, 0.05],
    [0, 0.5],
  ] as const;
  for (const [r, below] of printed) {
    assert.ok(riskAtBand(2 * r) <= below, `w = ${r} U`);
  }
  // Uncritical acceptance, w = −U: what is rejected conforms with less than 2.5 %.
  assert.ok(1 - riskAtBand(-2) < 0.025);
});

describe("specific risk", () => {
  const limit = { kind: "interval", max: "10" } as const;
  const at = (
    value: string,
    consumer: string,
    process?: Extract<ConformityRule, { kind: "specific-risk" }>["process"],
  ) =>
    conform(
      { value, u: "0.1", expanded: "0.2" },
      limit,
      process ? { kind: "specific-risk", consumer, process } : { kind: "specific-risk", consumer },
    );

  test("5 % lies 1.645 standard uncertainties inside the limit (JCGM 106:2012, 8.3.2)", () => {
    assert.deepEqual(
      ["9.8355", "9.8356"].map((value) => at(value, "0.05").outcome),
      ["pass", "fail"],
    );
    assert.equal(at("9.8356", "0.05").reason, "risk-too-high");
  });

  test("few degrees of freedom ask for more: t₀.₉₅(4) = 2.132", () => {
    const of = (value: string) =>
      conform({ value, u: "0.1", expanded: "0.28", dof: 4 }, limit, { kind: "specific-risk", consumer: "0.05" });
    assert.deepEqual([of("9.7868").outcome, of("9.7869").outcome], ["pass", "fail"]);
  });

  test("a process known to stay far inside lets a value nearer to the limit pass", () => {
    const process = { kind: "normal", mean: "9", sd: "0.2" } as const;
    assert.equal(at("9.9", "0.05").outcome, "fail");
    assert.equal(at("9.9", "0.05", process).outcome, "pass");
    // 0.2² + 0.1² = 0.05: y′ = 9 + 0.8 · 0.9, u′ = 0.1 √0.8.
    const known = afterMeasurement({ kind: "normal", mean: 9, sd: 0.2 }, { y: 9.9, u: 0.1, dof: Infinity });
    near(known.y, 9.72, 1e-12);
    near(known.u, 0.0894427191, 1e-10);
  });

  test("a reliability needs two limits", () => {
    assert.equal(at("9", "0.05", RELIABILITY).reason, "needs-two-limits");
  });
});

describe("global risk", () => {
  const limit = { kind: "interval", min: "1499.8", max: "1500.2" } as const;
  const measured = (value: string) => ({ value, u: "0.04", expanded: "0.08" });

  test("the guard band of the resistors (JCGM 106:2012, 9.5.5) keeps the agreed risk", () => {
    const rule = {
      kind: "global-risk",
      consumer: "0.01",
      among: "all",
      process: { kind: "normal", mean: "1500", sd: "0.12" },
    } as const;
    const { band, outcome } = conform(measured("1500.1"), limit, rule);
    assert.equal(outcome, "pass");
    const w = toNumber(band ?? assert.fail("a band"));
    const acceptance = { lower: 1499.8 + w, upper: 1500.2 - w };
    const tolerance = { lower: 1499.8, upper: 1500.2 };
    near(globalRisks({ kind: "normal", mean: 1500, sd: 0.12 }, 0.04, tolerance, acceptance).consumer, 0.01, 1e-9);
    assert.equal(conform(measured("1500.199"), limit, rule).outcome, "fail");
  });

  test("the risk among the accepted items asks for a wider band than among all", () => {
    const band = (among: "all" | "accepted") =>
      toNumber(
        conform(measured("1500"), limit, {
          kind: "global-risk",
          consumer: "0.02",
          among,
          process: { kind: "reliability", inTolerance: "0.7" },
        }).band ?? assert.fail("a band"),
      );
    assert.ok(band("accepted") > band("all"));
  });

  test("a risk out of reach is undecided, and so is a reliability beside one limit or a result without u", () => {
    const rule = z540Rule(3, { kind: "normal", mean: "1600", sd: "0.01" });
    assert.equal(conform(measured("1500"), limit, rule).reason, "risk-out-of-reach");
    assert.equal(
      conform(measured("1"), { kind: "interval", max: "2" }, z540Rule(2, RELIABILITY)).reason,
      "needs-two-limits",
    );
    assert.equal(
      conform({ value: "1500", u: null, expanded: null }, limit, z540Rule(2, RELIABILITY)).reason,
      "uncertainty-missing",
    );
  });
});

test("Z540.3, method 6: no guard band is needed from a test uncertainty ratio of 4.6 on", () => {
  assert.ok(managedRiskMultiplier(4.5) > 0 && managedRiskMultiplier(4.65) < 0);
  const at = (value: string, expanded: string) =>
    conform({ value, u: null, expanded }, { kind: "interval", min: "-1", max: "1" }, z540Rule(6)).outcome;
  assert.equal(at("1", "0.2"), "pass");
  assert.equal(at("0.99", "0.5"), "fail");
});

test("guarded rejection: only what is shown to lie beyond the limit fails", () => {
  const at = (value: string) =>
    conform({ value, u: "0.5", expanded: "1" }, { kind: "interval", max: "10" }, { kind: "relaxed", guard: "1" });
  assert.deepEqual(
    ["10", "10.9", "11", "11.1"].map((value) => at(value).outcome),
    ["pass", "pass", "pass", "fail"],
  );
  assert.equal(at("10.9").reason, "not-shown-to-fail");
});

describe("a rule as it is agreed", () => {
  const exception = {
    characteristic: "sulphur",
    name: { zh: "硫含量", en: "sulphur" },
    rule: { kind: "iso-4259", side: "recipient", reproducibility: "2.24" },
  } as const;
  const agreed: DecisionRule = { kind: "simple", guard: null, coverageProbability: "0.95", exceptions: [exception] };

  test("every offered rule is one that can be agreed, and is stored as it was offered", () => {
    for (const rule of OFFERED_RULES) {
      assert.deepEqual(readDecisionRule(JSON.parse(JSON.stringify(rule)) as DecisionRule), rule);
      for (const { zh, en } of [ruleSentence(rule), riskSentence(rule)]) assert.ok(zh.length > 10 && en.length > 10);
    }
  });

  test("an exception holds for its characteristic, is stored and printed", () => {
    const read = readDecisionRule(JSON.parse(JSON.stringify(agreed)) as DecisionRule);
    assert.deepEqual(read, agreed);
    assert.equal(conformityRuleOf(read, "sulphur").kind, "iso-4259");
    assert.equal(conformityRuleOf(read, "density").kind, "simple");
    assert.match(ruleSentence(read).en, /For sulphur instead: ISO 4259, recipient/);
    assert.match(ruleSentence(read).zh, /硫含量除外：按 ISO 4259/);
    assert.match(riskSentence(read).en, /sulphur: One result decides with 95 % confidence/);
  });

  test("what is bound to one unit is no general rule, and an exception stands once", () => {
    const malformed = { code: "malformed-rule" };
    assert.ok(isBoundToUnit(exception.rule));
    const stored = { ...exception.rule, coverageProbability: "0.95" };
    assert.throws(() => readDecisionRule(JSON.parse(JSON.stringify(stored)) as DecisionRule), malformed);
    assert.throws(() => readDecisionRule({ ...agreed, exceptions: [exception, exception] }), malformed);
    assert.throws(() => readDecisionRule({ ...agreed, coverageProbability: "0.5" }), malformed);
    assert.throws(() => readDecisionRule({ ...agreed, coverageProbability: "1" }), malformed);
  });
});
