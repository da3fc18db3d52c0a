import assert from "node:assert/strict";
import { normalCdf } from "@quanheng/kernel/distributions.ts";
import { describe, test } from "vitest";
import type { StagedRule } from "./criterion.ts";
import { judgeStaged, type StagedResults } from "./judge-staged.ts";
import {
  chpAcidStage,
  chpContentUniformity,
  chpDissolution,
  chpExtendedRelease,
  uspAcidStage,
  uspContentUniformity,
  uspDissolution,
  uspExtendedRelease,
} from "./pharmacopoeia.ts";
import { readStagedRule } from "./read-staged.ts";
import { stagedCharacteristic } from "./staged-characteristic.ts";
import { stagedSentences, stagedVerdictSentence } from "./staged-sentence.ts";

const words = (text: string) => text.split(" ");
const verdict = (rule: StagedRule, results: StagedResults) => {
  const found = judgeStaged(rule, results);
  return `${found.verdict} ${found.stage} ${found.needed}`;
};
const repeated = (value: string, n: number) => Array.from({ length: n }, () => value);

describe("dissolution, Q = 80 %", () => {
  const first = words("82 86 84 88 79 85");
  const second = words("81 78 83 85 80 84");

  test("USP <711>: S1 asks for six more, S2 passes with a mean of 82.917", () => {
    const rule = uspDissolution("80");
    assert.equal(verdict(rule, []), "undecided S1 6");
    assert.equal(verdict(rule, first), "undecided S2 6");
    assert.equal(verdict(rule, [...first, "81"]), "undecided S2 5");
    assert.equal(verdict(rule, [...first, ...second]), "pass S2 0");
    assert.equal(verdict(rule, repeated("85", 6)), "pass S1 0");
  });

  test("USP <711>: S3 bears two below Q − 15 and none below Q − 25", () => {
    const rule = uspDissolution("80");
    const good = repeated("84", 11);
    assert.equal(verdict(rule, [...good, "64"]), "undecided S3 12");
    assert.equal(verdict(rule, [...good, "64", ...good, "64"]), "pass S3 0");
    assert.equal(verdict(rule, [...good, "64", ...good.slice(1), "64", "64"]), "fail S3 0");
    assert.equal(verdict(rule, [...good, "54.9", ...good, "84"]), "fail S3 0");
    assert.equal(verdict(rule, [...good, "55", ...good, "84"]), "pass S3 0");
  });

  test("USP <711>: units at exactly Q − 15 are borne at S2 (a published data set of six, with six more)", () => {
    const units = words("96 88 65 110 66 65 90 84 72 88 79 81");
    assert.equal(verdict(uspDissolution("80"), units.slice(0, 6)), "undecided S2 6");
    assert.equal(verdict(uspDissolution("80"), units), "pass S2 0");
  });

  test("ChP 0931: the same six pass at once, for two or fewer lie in [Q − 10, Q) and the mean is 84.0", () => {
    const rule = chpDissolution("80");
    assert.equal(verdict(rule, first), "pass 1 0");
    assert.equal(verdict(rule, words("69 90 90 90 90 90")), "undecided 2 6");
    assert.equal(verdict(rule, words("59 90 90 90 90 90")), "fail 1 0");
    assert.equal(verdict(rule, words("79 79 79 90 90 90")), "fail 1 0");
    assert.equal(verdict(rule, [...words("69 90 90 90 90 90"), ...words("79 79 90 90 90 90")]), "pass 2 0");
    assert.equal(verdict(rule, [...words("69 90 90 90 90 90"), ...words("69 90 90 90 90 90")]), "fail 2 0");
  });

  test("acid stages", () => {
    assert.equal(verdict(uspAcidStage(), words("10 9 8 7 6 5")), "pass A1 0");
    assert.equal(verdict(uspAcidStage(), words("11 9 8 7 6 5")), "undecided A2 6");
    assert.equal(verdict(uspAcidStage(), [...words("25 9 8 7 6 5"), ...repeated("1", 6)]), "pass A2 0");
    assert.equal(verdict(chpAcidStage(), words("11 12 8 7 6 5")), "pass 1 0");
    assert.equal(verdict(chpAcidStage(), words("11 12 13 1 1 1")), "fail 1 0");
  });

  test("extended release: one time outside holds up all of them", () => {
    const ranges = [
      { point: "1 h", min: "20", max: "40" },
      { point: "8 h", min: "80" },
    ] as const;
    const usp = uspExtendedRelease(ranges);
    const fine = { "1 h": repeated("30", 6), "8 h": repeated("85", 6) };
    assert.equal(verdict(usp, fine), "pass L1 0");
    const one = { ...fine, "8 h": words("79 85 85 85 85 85") };
    assert.equal(verdict(usp, one), "undecided L2 6");
    assert.equal(
      verdict(usp, { "1 h": repeated("30", 12), "8 h": [...one["8 h"], ...repeated("85", 6)] }),
      "pass L2 0",
    );
    assert.equal(verdict(chpExtendedRelease(ranges), one), "pass 1 0");
    assert.equal(verdict(chpExtendedRelease(ranges), { ...fine, "8 h": words("69 85 85 85 85 85") }), "undecided 2 6");
  });
});

describe("uniformity of content", () => {
  test("USP <905>: a mean of 105.9 with s = 5.0 has an acceptance value of 16.4, above 15.0 at either stage", () => {
    // Ten results with exactly that mean and standard deviation: 105.9 ± d, five each, d² · 10/9 = 25.
    const d = Math.sqrt(22.5);
    const ten = Array.from({ length: 10 }, (_, i) => (105.9 + (i % 2 === 0 ? d : -d)).toFixed(9));
    assert.equal(verdict(uspContentUniformity(), ten), "undecided 2 20");
    // With k = 2.0 of 30 results, 16.4 is 4.4 + 2.0 · 6.0.
    const d30 = Math.sqrt((36 * 29) / 30);
    const thirty = Array.from({ length: 30 }, (_, i) => (105.9 + (i % 2 === 0 ? d30 : -d30)).toFixed(9));
    assert.equal(verdict(uspContentUniformity(), thirty), "fail 2 0");
  });

  test("USP <905>: no unit beyond 25 % of M, however small the acceptance value", () => {
    const thirty = [...repeated("100", 29), "124.9"];
    assert.equal(verdict(uspContentUniformity(), thirty.toReversed()), "pass 2 0");
    assert.equal(verdict(uspContentUniformity(), [...repeated("100", 9), "127", ...repeated("100", 20)]), "fail 2 0");
  });

  test("the same thirty units pass both pharmacopoeias at their second stage: AV 12.2 of 15.0, A + 1.7 S 12.7 of 15.0", () => {
    const ten = words("92.1 88.4 97.6 85.2 95.0 90.3 99.8 86.7 93.4 91.5");
    const twenty = words(
      "94.0 96.5 89.9 92.7 95.8 91.1 93.9 90.6 97.0 92.2 94.8 88.9 96.1 93.2 91.9 95.5 90.2 94.4 92.8 93.7",
    );
    for (const rule of [uspContentUniformity(), chpContentUniformity()]) {
      assert.equal(verdict(rule, ten), "undecided 2 20");
      assert.equal(verdict(rule, [...ten, ...twenty]), "pass 2 0");
    }
    // The figures themselves: 12.176 passes a limit of 12.2 and not one of 12.1; 12.6996 passes 12.7 and not 12.69.
    assert.equal(verdict(uspContentUniformity("100.0", "12.2"), [...ten, ...twenty]), "pass 2 0");
    assert.equal(verdict(uspContentUniformity("100.0", "12.1"), [...ten, ...twenty]), "fail 2 0");
  });

  test("the acceptance value is rounded half up to 0.1: 15.04 meets 15.0, 15.05 does not", () => {
    const equal = (value: string) => verdict(uspContentUniformity(), repeated(value, 10));
    assert.equal(equal("83.46"), "pass 1 0");
    assert.equal(equal("83.45"), "undecided 2 20");
  });

  test("ChP 0941: A + 2.2 S decides, A + S > L fails at once, on exact decimals", () => {
    const rule = chpContentUniformity();
    assert.equal(verdict(rule, repeated("85.0", 10)), "pass 1 0");
    assert.equal(verdict(rule, repeated("84.9", 10)), "fail 1 0");
    // Mean 92, s² = 10 d²/9: d = 4.4 gives S = 4.638, A + 2.2 S = 18.2, A + S = 12.6.
    const ten = Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? "96.4" : "87.6"));
    assert.equal(verdict(rule, ten), "undecided 2 20");
    const thirty = [...ten, ...repeated("93.26", 20)];
    assert.equal(verdict(rule, thirty), "pass 2 0");
    // A ≤ 3.75: 2² + S² ≤ 56.25 while S ≤ 7.228; A + 1.7 S ≤ 15 alone would bear 7.647.
    const spread = (d: string) =>
      Array.from({ length: 30 }, (_, i) => String(102 + (i % 2 === 0 ? 1 : -1) * Number(d)));
    assert.equal(verdict(rule, spread("7.1")), "pass 2 0");
    assert.equal(verdict(rule, spread("7.2")), "fail 2 0");
  });
});

const RULES: readonly StagedRule[] = [
  uspDissolution("80"),
  uspDissolution("75", "B"),
  uspAcidStage(),
  uspExtendedRelease([{ point: "2 h", min: "20", max: "40" }]),
  chpDissolution("80"),
  chpExtendedRelease([{ point: "2 h", min: "20", max: "40" }]),
  chpAcidStage(),
  uspContentUniformity(),
  chpContentUniformity(),
];

test("every staged rule is a value that can be stored, and says itself, its risk and its verdicts", () => {
  for (const rule of RULES) {
    const again = readStagedRule(JSON.parse(JSON.stringify(rule)));
    assert.deepEqual(again, rule);
    const { rule: text, risk } = stagedSentences(again);
    for (const sentence of [text.zh, text.en, risk.zh, risk.en]) {
      assert.ok(sentence.length > 20 && !/undefined|\[object/.test(sentence), sentence);
    }
  }
  const asked = stagedVerdictSentence(uspDissolution("80"), judgeStaged(uspDissolution("80"), repeated("70", 6)));
  assert.equal(asked.en, "dissolution (USP <711>): not decided yet, stage S2 needs 6 more results");
});

describe("what a staged rule risks", () => {
  const run = { seed: 711, trials: 4000 };
  const within = (found: number, expected: number, standardError: number) =>
    assert.ok(Math.abs(found - expected) <= 4 * standardError, `seed ${run.seed}: ${found} is not ${expected}`);

  test("stage S1 alone passes with Φ((mean − Q − 5)/σ)⁶", () => {
    const { passAt, units, pass } = stagedCharacteristic(uspDissolution("80"), { mean: 88, sd: 3 }, run);
    const expected = normalCdf(1) ** 6;
    within(passAt[0] ?? 0, expected, Math.sqrt((expected * (1 - expected)) / run.trials));
    assert.ok(pass > 0.99 && units > 6 && units < 24);
  });

  test("a lot whose mean is Q passes S2 or S3 about every second time", () => {
    const { passAt, pass } = stagedCharacteristic(uspDissolution("80"), { mean: 80, sd: 2 }, run);
    within(passAt[1] ?? 0, 0.5, 0.5 / Math.sqrt(run.trials));
    // Passing S3 after S2 failed: two normal means with correlation √½, ¼ − arcsin(√½)/2π = ⅛.
    within(pass, 0.5 + 0.125, 0.5 / Math.sqrt(run.trials));
  });

  test("the same seed gives the same figures, and every series is drawn", () => {
    const rule = chpExtendedRelease([
      { point: "1 h", min: "20", max: "100" },
      { point: "8 h", min: "80" },
    ]);
    const lot = { mean: 85, sd: 3 };
    assert.deepEqual(
      stagedCharacteristic(rule, lot, { seed: 1, trials: 200 }),
      stagedCharacteristic(rule, lot, { seed: 1, trials: 200 }),
    );
    assert.throws(() => stagedCharacteristic(rule, { mean: 85, sd: -1 }, run), { code: "malformed-rule" });
    assert.throws(() => stagedCharacteristic(rule, lot, { seed: 1, trials: 0 }), { code: "malformed-rule" });
  });
});

test("a stored rule with what no rule has is refused", () => {
  const stage = { label: "1", total: 6, accept: { kind: "each", min: "1" } };
  const rule = { kind: "staged", document: "d", name: { zh: "一", en: "one" }, unit: "%", stages: [stage] };
  assert.equal(readStagedRule(rule).stages.length, 1);
  const nested = (depth: number): unknown => (depth === 0 ? stage.accept : { kind: "not", of: nested(depth - 1) });
  const accepts: readonly unknown[] = [
    null,
    { kind: "best" },
    { kind: "each" },
    { kind: "each", min: 1 },
    { kind: "mean", min: "2", max: "1" },
    { kind: "count", min: "1", most: -1 },
    { kind: "squares", about: "1", most: "x" },
    { kind: "all", of: [] },
    { kind: "reference-range", share: "2", from: "1", to: "2" },
    { kind: "each", min: "1", surprise: true },
    nested(20),
  ];
  const wrong: readonly unknown[] = [
    [],
    { ...rule, kind: "single" },
    { ...rule, stages: [] },
    { ...rule, unit: 1 },
    { ...rule, stages: [{ ...stage, total: 1.5 }] },
    ...accepts.map((accept) => ({ ...rule, stages: [{ ...stage, accept }] })),
  ];
  for (const given of wrong)
    assert.throws(() => readStagedRule(given), { code: "malformed-rule" }, JSON.stringify(given));
});

test("what cannot be a rule or its results is refused", () => {
  const malformed = { code: "malformed-rule" };
  const rule = uspDissolution("80");
  assert.throws(() => judgeStaged(rule, repeated("80", 25)), malformed);
  assert.throws(() => judgeStaged({ ...rule, stages: [] }, []), malformed);
  assert.throws(() => judgeStaged({ ...rule, stages: rule.stages.toReversed() }, []), malformed);
  assert.throws(() => judgeStaged(rule, repeated("x", 6)), { code: "not-a-number" });
  const extended = uspExtendedRelease([{ point: "2 h", min: "20", max: "40" }]);
  assert.throws(() => judgeStaged(extended, { "2 h": repeated("30", 6), "4 h": repeated("30", 5) }), malformed);
  assert.throws(() => judgeStaged(extended, repeated("30", 6)), malformed);
});
