import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { Refusal } from "../refusal.ts";
import { near } from "../testing/agree.ts";
import { cusumRunLength, ewmaRunLength, shewhartRunLength } from "./average-run-length.ts";
import { rangeLimits, sdLimits } from "./control-chart.ts";
import { nextIntervalHours, serviceFinding, useForecast } from "./in-service.ts";
import { youdenRobustness } from "./robustness.ts";
import { validationUncertainty } from "./validation-uncertainty.ts";

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

describe("average run lengths, as printed", () => {
  test.each([
    ["Shewhart, no shift (Montgomery)", shewhartRunLength(0), 370.4, 0.05],
    ["Shewhart, one σ", shewhartRunLength(1), 43.89, 0.005],
    ["Shewhart, three σ", shewhartRunLength(3), 2, 0.005],
    ["CUSUM k = 0.5, h = 4, none (table 9.3)", cusumRunLength(0, { k: 0.5, h: 4 }), 168, 0.5],
    ["CUSUM k = 0.5, h = 4, one σ", cusumRunLength(1, { k: 0.5, h: 4 }), 8.38, 0.005],
    ["CUSUM k = 0.5, h = 5, none", cusumRunLength(0, { k: 0.5, h: 5 }), 465, 0.5],
    ["CUSUM k = 0.5, h = 5, half a σ", cusumRunLength(0.5, { k: 0.5, h: 5 }), 38, 0.05],
    ["CUSUM k = 0.5, h = 5, one σ", cusumRunLength(1, { k: 0.5, h: 5 }), 10.4, 0.05],
    ["EWMA λ = 0.1, L = 2.814, none (Lucas and Saccucci)", ewmaRunLength(0, { weight: 0.1, limit: 2.814 }), 500, 0.5],
    ["EWMA λ = 0.1, L = 2.814, one σ", ewmaRunLength(1, { weight: 0.1, limit: 2.814 }), 10.3, 0.05],
    ["EWMA λ = 0.4, L = 3.054, none", ewmaRunLength(0, { weight: 0.4, limit: 3.054 }), 500, 0.5],
    ["EWMA λ = 0.4, L = 3.054, one σ", ewmaRunLength(1, { weight: 0.4, limit: 3.054 }), 14.3, 0.05],
  ])("%s", (_, found, printed, half) => assert.ok(Math.abs(found - printed) <= half, `${found} is not ${printed}`));

  test("an EWMA with weight 1 is a Shewhart chart", () => {
    near(ewmaRunLength(0.7, { weight: 1, limit: 3 }), shewhartRunLength(0.7), 1e-9);
    assert.throws(() => ewmaRunLength(0, { weight: 0, limit: 3 }), refusal("outside-domain"));
    assert.throws(() => cusumRunLength(Number.NaN, { k: 1, h: 1 }), refusal("not-finite"));
  });
});

describe("intervals by use and by checks in service", () => {
  const use = { intervalHours: 500, usedHours: 400, hoursPerDay: 4, daysSince: 100, mostDays: 365 };

  test("use or the calendar, whichever comes first", () => {
    assert.deepEqual(useForecast(use), { due: false, hoursLeft: 100, daysLeft: 25, because: "use" });
    assert.deepEqual(useForecast({ ...use, daysSince: 355 }).because, "calendar");
    assert.equal(useForecast({ ...use, usedHours: 500 }).due, true);
    assert.equal(useForecast({ ...use, daysSince: 365 }).due, true);
    assert.throws(() => useForecast({ ...use, hoursPerDay: 0 }), refusal("outside-domain"));
    assert.throws(() => useForecast({ ...use, usedHours: -1 }), refusal("outside-domain"));
    assert.equal(nextIntervalHours(500, "well-within", { least: 100, most: 600 }), 600);
    assert.equal(nextIntervalHours(500, "outside", { least: 100, most: 600 }), 300);
  });

  test("one check outside, or two in a row near the limit, call for a calibration", () => {
    const check = (error: number) => ({ error, expanded: 0.1 });
    const action = (...errors: number[]) => serviceFinding(errors.map(check), 1).action;
    assert.equal(action(0.2, 0.3), "in-service");
    assert.equal(action(0.2, 0.8), "watch");
    assert.equal(action(0.8, 0.2), "in-service");
    assert.equal(action(0.8, 0.8), "calibrate");
    assert.equal(action(0.2, 0.95), "calibrate");
    assert.throws(() => serviceFinding([], 1), refusal("too-few-values"));
  });
});

describe("ruggedness and uncertainty from validation", () => {
  test("the plan of Youden and Steiner finds each effect alone", () => {
    const design = ["+++++++", "++-+---", "+-+-+--", "+----++", "-++--+-", "-+--+-+", "--++--+", "---+++-"];
    const effects = [0.5, -1, 2, 0, 0.25, 4, -3];
    const results = design.map(
      (run) => 100 + effects.reduce((sum, e, i) => sum + (run[i] === "+" ? e / 2 : -e / 2), 0),
    );
    const found = youdenRobustness(results, 1);
    for (const [i, effect] of effects.entries()) assert.ok(Math.abs((found.effects[i] ?? NaN) - effect) < 1e-12);
    assert.deepEqual(found.significant, [false, false, true, false, false, true, true]);
    assert.ok(Math.abs(found.sd - Math.sqrt((2 * 30.3125) / 7)) < 1e-12);
    assert.throws(() => youdenRobustness(results.slice(1), 1), refusal("values-differ-in-number"));
    assert.throws(() => youdenRobustness(results, 0), refusal("outside-domain"));
  });

  test("ammonium in water: 1.67 % in the laboratory, a bias of 2.26 %, references to 1.5 %: U about 6 % (Nordtest TR 537)", () => {
    const { uBias, expanded } = validationUncertainty({ withinLaboratory: 1.67, biases: [2.26], uReference: 1.5 });
    assert.equal(uBias.toFixed(1), "2.7");
    assert.equal(Math.round(expanded), 6);
    assert.throws(
      () => validationUncertainty({ withinLaboratory: 0, biases: [0], uReference: 0 }),
      refusal("no-variation"),
    );
    assert.throws(
      () => validationUncertainty({ withinLaboratory: 1, biases: [], uReference: 0 }),
      refusal("too-few-values"),
    );
    assert.throws(
      () => validationUncertainty({ withinLaboratory: -1, biases: [1], uReference: 0 }),
      refusal("outside-domain"),
    );
  });
});

test("charts of data without any scatter are refused, not drawn with limits of no width", () => {
  assert.throws(() => rangeLimits(1, 0, 5), refusal("no-variation"));
  assert.throws(() => sdLimits(1, 0, 5), refusal("no-variation"));
  assert.throws(() => sdLimits(1, -1, 5), refusal("outside-domain"));
});
