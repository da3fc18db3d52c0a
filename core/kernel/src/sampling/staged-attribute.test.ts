import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { decimal, formatDecimal } from "../decimal.ts";
import { binomialCdf } from "../distributions.ts";
import { Refusal } from "../refusal.ts";
import { near } from "../testing/agree.ts";
import { netContent, stagePatterns, attributeTables as tables } from "../testing/sampling-data.ts";
import { acceptanceProbability } from "./acceptance-probability.ts";
import { type AttributeScheme, attributePlan, tighterAcceptance } from "./attribute-plan.ts";
import {
  FRACTIONS,
  type Fraction,
  type FractionalState,
  fractionalAcceptance,
  fractionalProbability,
  judgeFractional,
  NO_SCORE,
} from "./fractional.ts";
import { processQualityPlan } from "./limiting-quality.ts";
import { netContentPlan, tolerableDeficiency } from "./net-content.ts";
import { judgePeriodic } from "./periodic-inspection.ts";
import { samplingCurves, schemeCharacteristic } from "./sampling-curves.ts";
import { stagedAttributePlan } from "./staged-attribute-plan.ts";
import { stagedCharacteristic } from "./staged-plan.ts";
import { afterStagedLot, type InspectionState, judgeLot, STARTING } from "./switching.ts";
import { normalSpell, type SchemeCharacteristic, switchingCharacteristic, tightenedSpell } from "./switching-chain.ts";

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const scheme: AttributeScheme = { level: "II", aql: "1.0", counting: "nonconforming-items" };
const steady = { steady: true, reducedApproved: true };
const plan = (
  kind: "double" | "multiple",
  lotSize = 2000,
  aql = "1.0",
  severity: "normal" | "tightened" | "reduced" = "normal",
) => stagedAttributePlan(tables, stagePatterns, kind, lotSize, { ...scheme, aql }, severity);
const text = ({ stages }: ReturnType<typeof plan>) =>
  stages.map(({ n, acceptance, rejection }) => `${n} ${acceptance ?? "#"}/${rejection}`).join(", ");

/** A generator of the kind that Numerical Recipes calls quick and dirty: enough to compare frequencies. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("double and multiple plans of GB/T 2828.1", () => {
  test("letter K at AQL 1.0: 80 twice, or 32 five times", () => {
    assert.equal(text(plan("double")), "80 1/3, 80 4/5");
    assert.equal(text(plan("multiple")), "32 #/3, 32 0/3, 32 1/4, 32 2/5, 32 4/5");
    assert.equal(text(plan("double", 2000, "1.0", "reduced")), "32 0/3, 32 3/4");
    assert.equal(text(plan("double", 2000, "4.0", "tightened")), "80 4/7, 80 10/11");
  });

  test("the single plan stands in where it accepts with 0 or its sample cannot be parted", () => {
    assert.deepEqual([plan("double", 2000, "0.10").kind, text(plan("double", 2000, "0.10"))], ["single", "125 0/1"]);
    const perItem: AttributeScheme = { level: "II", aql: "25", counting: "nonconformities" };
    assert.equal(stagedAttributePlan(tables, stagePatterns, "multiple", 5, perItem, "normal").kind, "single");
    const all = stagedAttributePlan(
      tables,
      stagePatterns,
      "double",
      20,
      { ...scheme, level: "III", aql: "6.5" },
      "normal",
    );
    assert.deepEqual([text(all), all.fullInspection], ["5 0/2, 5 1/2", false]);
    assert.equal(plan("double", 9, "0.65").fullInspection, true);
    assert.deepEqual([plan("multiple", 20, "10").kind, text(plan("multiple", 20, "10"))], ["double", "3 0/2, 3 1/2"]);
    assert.deepEqual(
      [plan("multiple", 30, "6.5").kind, text(plan("multiple", 30, "10")).slice(0, 5)],
      ["multiple", "2 #/2"],
    );
    assert.throws(
      () => stagedAttributePlan(tables, { ...stagePatterns, multiple: {} }, "multiple", 2000, scheme, "normal"),
      refusal("no-sampling-plan"),
    );
  });

  test("their operating characteristics follow that of the single plan, with fewer items on average", () => {
    for (const kind of ["double", "multiple"] as const) {
      for (const ac of Object.keys(stagePatterns[kind])) {
        const n = kind === "double" ? 80 : 32;
        const stages = stagePatterns[kind][ac]!.split(" ").map((cell) => {
          const [acceptance = "", rejection = ""] = cell.split("/");
          return { n, acceptance: acceptance === "#" ? null : Number(acceptance), rejection: Number(rejection) };
        });
        for (let expected = 0.1; expected < 3 * (Number(ac) + 2); expected += 0.1) {
          const quality = expected / 125;
          const single = acceptanceProbability({ n: 125, acceptance: Number(ac) }, quality, "nonconformities");
          const staged = stagedCharacteristic(stages, quality, "nonconformities");
          assert.ok(
            Math.abs(staged.acceptance - single) < 0.075,
            `${kind} ${ac} ${quality}: ${staged.acceptance} ${single}`,
          );
        }
        assert.ok(stagedCharacteristic(stages, 1e-4, "nonconformities").sampleNumber < 125);
      }
    }
  });

  test("table 3-A as an independent transcription of IS 2500-1:2000 (ISO 2859-1:1999) gives it", () => {
    // Ac₁/Re₁ Ac₂/Re₂ along a row of the table, by the single plan's 1, 2, 3, 5, 7, 10, 14, 21, 30, 44.
    const row = "0/2 1/2,0/3 3/4,1/3 4/5,2/5 6/7,3/6 9/10,5/9 12/13,7/11 18/19,11/16 26/27,17/22 37/38,25/31 56/57";
    const keys = ["1", "2", "3", "5", "7", "10", "14", "21", "30", "44"];
    assert.deepEqual(
      keys.map((key) => stagePatterns.double[key]),
      row.split(","),
    );
    assert.equal(text(plan("double", 2000, "0.65")), "80 0/3, 80 3/4");
    assert.equal(text(plan("double", 10_000, "2.5")), "125 5/9, 125 12/13");
    assert.equal(plan("double").status, "compared");
    assert.equal(plan("double", 2000, "2.5", "tightened").status, "compared");
    assert.equal(plan("multiple").status, "compared");
    assert.equal(plan("multiple", 2000, "6.5", "tightened").status, "secondary");
  });

  test("every cell of the three tables has a double and a multiple plan", () => {
    for (const severity of ["normal", "tightened", "reduced"] as const) {
      const cells = tables.plans[severity].flatMap((row) => row.cells.split(" ")).filter((cell) => /^[1-9]/.test(cell));
      for (const cell of new Set(cells)) {
        assert.ok(stagePatterns.double[cell] && stagePatterns.multiple[cell], `${severity} ${cell}`);
      }
    }
  });

  test("table 4-C, letter by letter at AQL 2.5 and 4.0: reduced inspection has numbers of its own beside Ac = 5", () => {
    const reduced = (kind: "double" | "multiple", lotSize: number, aql: string) =>
      text(plan(kind, lotSize, aql, "reduced"));
    assert.equal(reduced("multiple", 2000, "2.5"), "13 #/3, 13 1/4, 13 2/5, 13 3/5, 13 5/6");
    assert.equal(reduced("multiple", 10_000, "2.5"), "20 0/4, 20 1/6, 20 2/7, 20 4/8, 20 7/8");
    assert.equal(reduced("multiple", 35_000, "2.5"), "32 0/4, 32 2/7, 32 4/9, 32 6/11, 32 10/11");
    assert.equal(reduced("double", 2000, "2.5"), "32 2/4, 32 5/6");
    assert.equal(text(plan("multiple", 2000, "2.5")), "32 0/4, 32 1/6, 32 3/8, 32 5/9, 32 9/10");
    assert.equal(text(plan("multiple", 2000, "4.0", "tightened")), "32 0/4, 32 2/7, 32 4/9, 32 6/11, 32 10/11");
  });

  test("numbers rise from stage to stage and the last stage always decides", () => {
    for (const kind of ["double", "multiple"] as const) {
      for (const [key, pattern] of Object.entries(stagePatterns[kind])) {
        const stages = pattern
          .split(" ")
          .map((cell) => cell.split("/").map((part) => (part === "#" ? -1 : Number(part))));
        assert.equal(stages.length, kind === "double" ? 2 : 5, key);
        for (const [i, [ac = 0, re = 0]] of stages.entries()) {
          const [previousAc = -1, previousRe = 0] = stages[i - 1] ?? [];
          assert.ok(ac >= previousAc && re >= previousRe && ac < re, `${kind} ${key}`);
        }
        const [lastAc = 0, lastRe = 0] = stages.at(-1) ?? [];
        assert.equal(lastRe, lastAc + 1, key);
        assert.ok(lastAc >= Number(key), key);
      }
    }
  });

  test("published examples of single plans: 50 at 1.0, 41 and 1200 at 4.0", () => {
    const single = (lotSize: number, aql: string) => {
      const { letter, sampleSize, acceptance } = attributePlan(tables, lotSize, { ...scheme, aql }, "normal");
      return `${letter} ${sampleSize} ${acceptance}`;
    };
    assert.deepEqual([single(50, "1.0"), single(41, "4.0"), single(1200, "4.0")], ["E 13 0", "E 13 1", "J 80 7"]);
    for (const lotSize of [0, 1, -5, 2.5, Number.NaN]) {
      assert.throws(() => single(lotSize, "1.0"), refusal("outside-domain"));
    }
    assert.throws(() => single(50, "1.1"), refusal("no-sampling-plan"));
    assert.throws(
      () => attributePlan(tables, 50, { ...scheme, level: "IV" as "I" }, "normal"),
      refusal("no-sampling-plan"),
    );
  });

  test("the score grows by 3 for a lot accepted early", () => {
    const early = { accepted: true, decidedAt: 1 };
    let state: InspectionState = STARTING;
    for (let lot = 0; lot < 9; lot++) state = afterStagedLot(state, "double", early, steady);
    assert.deepEqual([state.severity, state.score], ["normal", 27]);
    assert.equal(afterStagedLot(state, "double", { accepted: true, decidedAt: 2 }, steady).score, 0);
    assert.equal(afterStagedLot(state, "double", early, steady).severity, "reduced");
    assert.equal(afterStagedLot(STARTING, "multiple", { accepted: true, decidedAt: 3 }, steady).score, 3);
    assert.equal(afterStagedLot(STARTING, "multiple", { accepted: true, decidedAt: 4 }, steady).score, 0);
    assert.throws(
      () => afterStagedLot(STARTING, "double", { accepted: true, decidedAt: 3 }, steady),
      refusal("outside-domain"),
    );
  });
});

describe("fractional acceptance numbers", () => {
  test("the arrows between 0 and 1 become fractions", () => {
    const at = (severity: "normal" | "tightened" | "reduced") =>
      ["0.10", "0.15", "0.25", "0.40", "0.65"].map(
        (aql) => fractionalAcceptance(tables, "K", aql, severity) ?? "arrow",
      );
    assert.deepEqual(at("normal"), [0, "1/3", "1/2", 1, 2]);
    assert.deepEqual(at("tightened"), ["arrow", 0, "1/3", "1/2", 1]);
    assert.deepEqual(at("reduced"), [0, "1/5", "1/3", "1/2", 1]);
    assert.throws(() => fractionalAcceptance(tables, "Z", "1.0", "normal"), refusal("no-sampling-plan"));
  });

  test("one item is borne after 1, 2 or 4 lots without any", () => {
    const clean = { "1/2": 1, "1/3": 2, "1/5": 4 } as const;
    for (const fraction of FRACTIONS) {
      let state: FractionalState = NO_SCORE;
      for (let lot = 0; lot < clean[fraction]; lot++) {
        assert.equal(judgeFractional(state, fraction, 1).accepted, false, `${fraction} after ${lot}`);
        state = judgeFractional(state, fraction, 0).after;
      }
      const borne = judgeFractional(state, fraction, 1);
      assert.deepEqual([borne.accepted, borne.after.score], [true, 0]);
      assert.equal(judgeFractional(state, fraction, 2).accepted, false);
    }
    assert.equal(judgeFractional({ score: 5 }, 0, 1).accepted, false);
    assert.equal(judgeFractional({ score: 2 }, 2, 2).accepted, true);
  });

  test("the long run agrees with the formula", () => {
    const seed = 20261125;
    const next = draws(seed);
    const [n, quality, lots] = [50, 0.01, 200_000];
    for (const fraction of FRACTIONS) {
      let [state, accepted] = [NO_SCORE, 0];
      for (let lot = 0; lot < lots; lot++) {
        const u = next();
        let found = 0;
        while (found < 3 && u > binomialCdf(found, n, quality)) found++;
        const judged = judgeFractional(state, fraction, found);
        accepted += judged.accepted ? 1 : 0;
        state = judged.after;
      }
      near(accepted / lots, fractionalProbability(n, fraction as Fraction, quality, "process"), 0.005);
    }
  });
});

describe("curves", () => {
  test("a double plan by hand: 50 with 0/2, then 50 with 1/2, at p = 1 %, in lots of 1000", () => {
    const stages = [
      { n: 50, acceptance: 0, rejection: 2 },
      { n: 50, acceptance: 1, rejection: 2 },
    ];
    const none = 0.99 ** 50;
    const one = 50 * 0.01 * 0.99 ** 49;
    const [point] = samplingCurves(stages, [0.01], "process", 1000);
    near(point?.acceptance ?? 0, none + one * none, 1e-12);
    near(point?.sampleNumber ?? 0, 50 + 50 * one, 1e-12);
    near(point?.outgoing ?? 0, 0.01 * (none * 0.95 + one * none * 0.9), 1e-14);
    assert.throws(() => samplingCurves(stages, [0.01], "process", 99), refusal("outside-domain"));
  });

  test("a single plan is one stage: n = 80, Ac = 2 lets at most 1.7 % out (ISO 2859-1:1999, table 8-A)", () => {
    const qualities = Array.from({ length: 400 }, (_, i) => i / 5000);
    const curve = samplingCurves([{ n: 80, acceptance: 2, rejection: 3 }], qualities);
    near(Math.max(...curve.map(({ outgoing }) => outgoing)), 0.017, 0.01);
  });

  test("a scheme takes its plans from the table", () => {
    const found = schemeCharacteristic(tables, scheme, 2000, 0.01);
    near(found.shares.normal + found.shares.tightened + found.shares.reduced, 1, 1e-12);
    assert.ok(found.sampleNumber > 50 && found.sampleNumber < 125);
    assert.ok(schemeCharacteristic(tables, { ...scheme, aql: "0.10" }, 2000, 0.001).acceptance > 0.8);
  });
});

describe("switching in the long run", () => {
  const at = (quality: number): SchemeCharacteristic => {
    const of = (severity: "normal" | "tightened" | "reduced") => {
      const { sampleSize: n, acceptance } = attributePlan(tables, 2000, scheme, severity);
      return { acceptance: acceptanceProbability({ n, acceptance }, quality, "process"), sampleNumber: n };
    };
    const tighter = tighterAcceptance(tables, "K", scheme, "normal") ?? assert.fail("a tighter plan");
    const probability = acceptanceProbability({ n: 125, acceptance: tighter }, quality, "process");
    return {
      normal: of("normal"),
      tightened: of("tightened"),
      reduced: of("reduced"),
      gain: { probability, points: 3 },
    };
  };

  test("the length of a normal spell is (2 − a⁴)/((1 − a)(1 − a⁴)), of a tightened one (1 − a⁵)/((1 − a)a⁵)", () => {
    for (const a of [0.3, 0.8, 0.95, 0.99]) {
      const { lots, toTightened } = normalSpell(a, 0, 3);
      near(lots / ((2 - a ** 4) / ((1 - a) * (1 - a ** 4))), 1, 1e-10);
      near(toTightened, 1, 1e-10);
    }
    near(tightenedSpell(0.9), 6.935, 5e-4);
    assert.deepEqual([tightenedSpell(1), tightenedSpell(0)], [5, Infinity]);
  });

  test("without anything nonconforming all lots end on reduced inspection, with everything so all on tightened", () => {
    const good = switchingCharacteristic(at(0));
    assert.deepEqual([good.acceptance, good.sampleNumber, good.shares.reduced, good.stopping], [1, 50, 1, 0]);
    const bad = switchingCharacteristic(at(0.9));
    near(bad.shares.tightened, 1, 1e-9);
    near(bad.stopping, 1, 1e-9);
  });

  test("the chain agrees with lots that are drawn and judged one by one", () => {
    const seed = 2859;
    const next = draws(seed);
    for (const quality of [0.006, 0.012, 0.018]) {
      const expected = switchingCharacteristic(at(quality));
      let [state, accepted, inspected]: [InspectionState, number, number] = [STARTING, 0, 0];
      const lots = 20_000;
      for (let lot = 0; lot < lots; lot++) {
        const { sampleSize } = attributePlan(tables, 2000, scheme, state.severity);
        const u = next();
        let found = 0;
        while (found < sampleSize && u > binomialCdf(found, sampleSize, quality)) found++;
        const judged = judgeLot(tables, scheme, { ...state, suspended: false }, { lotSize: 2000, found }, steady);
        accepted += judged.accepted ? 1 : 0;
        inspected += sampleSize;
        state = judged.after;
      }
      near(accepted / lots, expected.acceptance, 0.02);
      near(inspected / lots / expected.sampleNumber, 1, 0.05);
    }
  });

  test("probabilities that are none are refused", () => {
    const wrong = { ...at(0.01), gain: { probability: 1.5, points: 3 } } as const;
    assert.throws(() => switchingCharacteristic(wrong), refusal("outside-domain"));
    assert.throws(
      () => switchingCharacteristic({ ...wrong, normal: { acceptance: Number.NaN, sampleNumber: 1 } }),
      refusal("outside-domain"),
    );
  });
});

test("periodic inspection by derivation: the smallest sample that keeps the consumer's risk", () => {
  assert.deepEqual([processQualityPlan(0.3).n, processQualityPlan(0.1, 1).n], [7, 38]);
  assert.ok(processQualityPlan(0.3).risk <= 0.1 && 0.7 ** 6 > 0.1);
  assert.throws(() => processQualityPlan(1e-7), refusal("outside-domain"));
  assert.throws(() => processQualityPlan(0), refusal("outside-domain"));
});

test("a periodic inspection that a standard states as a value is judged with its risk at RQL", () => {
  const single = { rql: "30", discrimination: "I", stages: [{ n: 3, acceptance: 0, rejection: 1 }] } as const;
  const judged = judgePeriodic(single, [0]);
  assert.deepEqual([judged.verdict, judged.needed], ["accepted", 0]);
  near(judged.riskAtRql, 0.343, 1e-12);
  assert.equal(judgePeriodic(single, [1]).verdict, "not-accepted");
  const double = {
    rql: "40",
    discrimination: "II",
    stages: [
      { n: 5, acceptance: 0, rejection: 2 },
      { n: 5, acceptance: 1, rejection: 2 },
    ],
  } as const;
  assert.deepEqual([judgePeriodic(double, []).needed, judgePeriodic(double, [1]).needed], [5, 5]);
  near(judgePeriodic(double, [1, 0]).riskAtRql, 0.6 ** 5 + 5 * 0.4 * 0.6 ** 4 * 0.6 ** 5, 1e-12);
  assert.throws(() => judgePeriodic(single, [4]), refusal("outside-domain"));
  assert.throws(() => judgePeriodic({ ...single, rql: "0" }, [0]), refusal("outside-domain"));
  assert.throws(() => judgePeriodic({ ...single, rql: "x" }, [0]), refusal("outside-domain"));
  assert.throws(() => judgePeriodic(single, [0, 0]), refusal("outside-domain"));
});

test("OIML R 87 rounds the tolerable deficiency up where China rounds half to even", () => {
  const edition = (id: string) => netContent.editions.find((each) => each.id === id) ?? assert.fail(id);
  const of = (id: string, nominal: string) => formatDecimal(tolerableDeficiency(edition(id), decimal(nominal)));
  const rows = [
    ["5", "0.4", "0.5"],
    ["355", "10.6", "10.7"],
    ["1250", "19", "19"],
  ] as const;
  for (const [nominal, cn, oiml] of rows) {
    assert.deepEqual([of("jjf1070-2023", nominal), of("oiml-r87-2016", nominal)], [cn, oiml]);
  }
  assert.equal(netContentPlan(edition("oiml-r87-2004"), 1000).lambda, "0.295");
  assert.throws(() => netContentPlan(edition("oiml-r87-2004"), 99), refusal("no-sampling-plan"));
});
