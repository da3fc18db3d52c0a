import assert from "node:assert/strict";
import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { describe, test } from "vitest";
import { acceptanceEdge, conform } from "./conform.ts";
import { globalRisks, guardBandForRisk, specificRisks } from "./risk.ts";
import { type ConformityRule, ISO_14253_FACTOR } from "./rule.ts";
import { conformitySentences } from "./sentence.ts";

const near = (found: number, expected: number, distance: number) =>
  assert.ok(Math.abs(found - expected) <= distance, `${found} is not ${expected}`);

describe("JCGM 106, 9.5: resistors of 1500 Ω ± 0.2 Ω, process 0.12 Ω, measurement 0.04 Ω", () => {
  const prior = { kind: "normal", mean: 1500, sd: 0.12 } as const;
  const tolerance = { lower: 1499.8, upper: 1500.2 };

  test("a guard band of 0.02 Ω gives R_C = 1 % and R_P = 7 % as printed", () => {
    const risks = globalRisks(prior, 0.04, tolerance, { lower: 1499.82, upper: 1500.18 });
    assert.equal(risks.consumer.toFixed(2), "0.01");
    assert.equal(risks.producer.toFixed(2), "0.07");
  });

  test("the guard band for a risk is the one that gives that risk", () => {
    const band = guardBandForRisk(prior, 0.04, tolerance, 0.01);
    const guarded = { lower: 1499.8 + band, upper: 1500.2 - band };
    near(globalRisks(prior, 0.04, tolerance, guarded).consumer, 0.01, 1e-10);
    assert.equal(guardBandForRisk(prior, 0.04, tolerance, 0.5), 0);
  });

  test("an even process: half a unit outside at either end, and everything is accounted for", () => {
    // Rectangular within ±1 of 0, limits ±0.5: exactly half of the items do not conform.
    const limits = { lower: -0.5, upper: 0.5 };
    const risks = globalRisks({ kind: "rectangular", mean: 0, a: 1 }, 0.01, limits, limits);
    near(risks.nonconforming, 0.5, 1e-12);
    // By symmetry about a limit as many are falsely accepted as rejected: each u/√(2π) · density ½ at two limits.
    near(risks.consumer, 0.01 / Math.sqrt(2 * Math.PI), 1e-9);
    near(risks.producer, risks.consumer, 1e-12);
  });
});

test("specific risks are the consumer's for an accepted value and the producer's for a rejected one", () => {
  const knowledge = { y: 9.9, u: 0.05, dof: Infinity };
  near(specificRisks(knowledge, { upper: 10 }, { upper: 10 }).consumer ?? Number.NaN, 0.02275013, 1e-8);
  near(specificRisks(knowledge, { upper: 10 }, { upper: 9.8 }).producer ?? Number.NaN, 0.97724987, 1e-8);
});

describe("ISO 4259", () => {
  const rule = { kind: "iso-4259", side: "recipient", reproducibility: "2.24" } as const;

  test("EN 228 sulfur, at most 10 mg/kg with R = 2.24: the recipient rejects from 11.3 on, as practice has it", () => {
    assert.equal(formatDecimal(acceptanceEdge("10", "max", rule)), "11.3216");
    assert.equal(formatDecimal(acceptanceEdge("10", "max", { ...rule, side: "supplier" })), "8.6784");
    const outcome = (value: string, side: "supplier" | "recipient") =>
      conform({ value, u: null, expanded: null }, { kind: "interval", max: "10" }, { ...rule, side }).outcome;
    assert.deepEqual(
      ["8.6784", "8.7", "11.3216", "11.3217"].map((value) => [outcome(value, "supplier"), outcome(value, "recipient")]),
      [
        ["pass", "pass"],
        ["undecided", "pass"],
        ["undecided", "pass"],
        ["fail", "fail"],
      ],
    );
  });

  test("the mean of four results varies less: R₁ = √(2² − 1² · ¾) = 1.802776", () => {
    const mean = { ...rule, reproducibility: "2", repeatability: "1", results: 4 };
    // 10 + 0.59 · 1.802776 = 11.063638
    near(Number(formatDecimal(acceptanceEdge("10", "max", mean))), 11.063638, 1e-6);
    assert.throws(() => acceptanceEdge("10", "max", { ...mean, results: 0 }), { code: "malformed-rule" });
    assert.throws(() => acceptanceEdge("10", "max", { ...mean, repeatability: "3" }), { code: "malformed-rule" });
  });
});

test("an emission 2 dB below its limit, measured with 6.5 dB where 5.2 dB are assumed, is raised by 1.3 dB only", () => {
  const rule = { kind: "emc", assumed: "5.2" } as const;
  const outcome = (value: string, expanded: string) =>
    conform({ value, u: null, expanded }, { kind: "interval", max: "40" }, rule).outcome;
  assert.equal(outcome("38", "6.5"), "pass");
  assert.equal(outcome("38.7", "6.5"), "pass");
  assert.equal(outcome("38.71", "6.5"), "fail");
  assert.equal(outcome("40", "4"), "pass");
});

test("JJF 1094: a third of the permissible deviation lets the value decide, a little more does not", () => {
  const outcome = (value: string, expanded: string) =>
    conform({ value, u: null, expanded }, { kind: "interval", min: "-3", max: "3" }, { kind: "jjf1094" }).outcome;
  assert.equal(outcome("3", "1"), "pass");
  assert.equal(outcome("3.01", "1"), "fail");
  assert.equal(outcome("1.9", "1.1"), "pass");
  assert.equal(outcome("2", "1.1"), "undecided");
  assert.equal(outcome("4.09", "1.1"), "undecided");
  assert.equal(outcome("4.1", "1.1"), "fail");
  assert.equal(outcome("-4.1", "1.1"), "fail");
});

const RULES: readonly ConformityRule[] = [
  { kind: "simple" },
  { kind: "guarded", guard: "1" },
  { kind: "non-binary", guard: "1" },
  { kind: "iso-14253-1", factor: ISO_14253_FACTOR },
  { kind: "iso-4259", side: "supplier", reproducibility: "1" },
  { kind: "iso-4259", side: "recipient", reproducibility: "1" },
  { kind: "emc", assumed: "5" },
  { kind: "jjf1094" },
  ...(["ilac-g8", "rss", "rp-10", "managed-risk"] as const).map((method) => ({ kind: "ratio", method }) as const),
];

test("every rule can be stored, and says itself and its risk in two languages", () => {
  for (const rule of RULES) {
    const { rule: text, risk } = conformitySentences(JSON.parse(JSON.stringify(rule)) as ConformityRule);
    for (const sentence of [text.zh, text.en, risk.zh, risk.en]) assert.ok(sentence.length > 10, rule.kind);
  }
});

test("what needs an uncertainty is undecided without one, what needs none is not", () => {
  const limit = { kind: "interval", min: "0", max: "10" } as const;
  const reasons = RULES.map((rule) => conform({ value: "5", u: null, expanded: null }, limit, rule).reason);
  assert.deepEqual(
    reasons.map((reason) => reason === "uncertainty-missing"),
    RULES.map(({ kind }) => kind !== "simple" && kind !== "iso-4259"),
  );
});

test("a ratio needs two limits, and a limit is needed at all", () => {
  const measured = { value: "1", u: "0.1", expanded: "0.2" };
  const ratio = { kind: "ratio", method: "rss" } as const;
  assert.equal(conform(measured, { kind: "interval", max: "2" }, ratio).reason, "needs-two-limits");
  assert.equal(conform(measured, { kind: "interval" }, { kind: "simple" }).reason, "no-limit");
  // TUR = 1 / 0.2 = 5: √(1 − 1/25) = 0.979796 of ±1 about 1.
  const at = (value: string) =>
    conform({ ...measured, value }, { kind: "interval", min: "0", max: "2" }, ratio).outcome;
  assert.deepEqual([at("1.9797"), at("1.9798")], ["pass", "fail"]);
});

test("impossible figures are refused", () => {
  const malformed = { code: "malformed-rule" };
  const limits = { upper: 1 };
  assert.throws(() => globalRisks({ kind: "normal", mean: 0, sd: 0 }, 1, limits, limits), malformed);
  assert.throws(() => globalRisks({ kind: "normal", mean: 0, sd: 1 }, 0, limits, limits), malformed);
  assert.throws(() => globalRisks({ kind: "normal", mean: 0, sd: 1 }, 1, { lower: 2, upper: 1 }, limits), malformed);
  assert.throws(() => guardBandForRisk({ kind: "normal", mean: 0, sd: 1 }, 1, limits, 0), malformed);
  assert.throws(() => specificRisks({ y: 0, u: Number.NaN, dof: 1 }, limits, limits), malformed);
  const refused = (error: unknown) => error instanceof Refusal;
  for (const [y, dof, upper] of [
    [Number.NaN, 5, 1],
    [Infinity, 5, 1],
    [0, -1, 1],
    [0, Number.NaN, 1],
    [0, 5, Number.NaN],
  ] as const)
    assert.throws(() => specificRisks({ y, u: 1, dof }, { upper }, limits), refused, `${y} ${dof} ${upper}`);
  assert.throws(() => specificRisks({ y: 0, u: 1, dof: 5 }, limits, { upper: Number.NaN }), malformed);
  const negative = { value: "1", u: "-1", expanded: "-2" };
  assert.throws(() => conform(negative, { kind: "interval", max: "1" }, { kind: "guarded", guard: "1" }), malformed);
});

test("limits of which the lower lies above the upper are refused, not failed", () =>
  assert.throws(
    () => conform({ value: "5", u: "1", expanded: "2" }, { kind: "interval", min: "10", max: "1" }, { kind: "simple" }),
    (error) => error instanceof Refusal && error.code === "tolerance-invalid",
  ));
