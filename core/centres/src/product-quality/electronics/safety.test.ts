import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { type EarthTable, earthContinuity } from "./earth-continuity.ts";
import { type LeakageTable, leakageCurrent } from "./leakage-current.ts";
import { type PowerInputTable, powerInput } from "./power-input.ts";
import { type WindingReading, windingAtSwitchOff, windingRise } from "./winding.ts";

const file = new URL("../../../../../data/methods/iec60335-1.json", import.meta.url);
const household = JSON.parse(readFileSync(file, "utf8")) as PowerInputTable & LeakageTable & EarthTable;

describe("winding temperature", () => {
  const copper: WindingReading = { coldOhm: 12.46, coldC: 22.4, hotOhm: 16.13, hotC: 24.1, inverseCoefficientK: 234.5 };

  test("12.46 Ω at 22.4 °C and 16.13 Ω at 24.1 °C: 73.968 K, 98.07 °C", () => {
    const { riseK, windingC } = windingRise(copper);
    agrees(riseK, "73.968");
    agrees(windingC, "98.07");
  });

  test("without a change of resistance the rise is what the room lost", () => {
    near(windingRise({ ...copper, hotOhm: 12.46 }).riseK, -1.7, 1e-12);
  });

  test.each<[string, Partial<WindingReading>, string]>([
    ["no cold resistance", { coldOhm: 0 }, "non-positive-resistance"],
    ["a negative hot resistance", { hotOhm: -1 }, "non-positive-resistance"],
    ["a resistance that is no number", { coldOhm: Number.NaN }, "non-positive-resistance"],
    ["a reading after 61 s", { afterS: 61 }, "too-late-after-switch-off"],
    ["a room temperature in kelvin", { coldC: 295.5 }, "outside-method-range"],
    ["another coefficient", { inverseCoefficientK: 0.0039 }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => windingRise({ ...copper, ...wrong }), { code });
  });
});

describe("resistance at switching off", () => {
  test("16.02, 15.81, 15.63 Ω at 5, 15, 25 s: R_∞ 14.55 Ω, λ 0.0154151 1/s, R₀ 16.1378 Ω", () => {
    const found = windingAtSwitchOff([5, 15, 25], [16.02, 15.81, 15.63]);
    agrees(found.finalOhm, "14.55");
    agrees(found.ratePerS, "0.0154151");
    agrees(found.atSwitchOffOhm, "16.1378");
  });

  test("readings of an exact cooling from 20 Ω to 10 Ω lead back to 20 Ω", () => {
    const at = (t: number) => 10 + 10 * Math.exp(-0.02 * t);
    near(windingAtSwitchOff([10, 20, 30], [at(10), at(20), at(30)]).atSwitchOffOhm, 20, 1e-10);
  });

  test.each<[string, readonly number[], readonly number[], string]>([
    ["two readings", [5, 15], [16, 15.8], "columns-differ"],
    ["a resistance too few", [5, 15, 25], [16, 15.8], "columns-differ"],
    ["unequal intervals", [5, 15, 26], [16.02, 15.81, 15.63], "spacing-not-equal"],
    ["times that run backwards", [25, 15, 5], [16.02, 15.81, 15.63], "spacing-not-equal"],
    ["a resistance that rises", [5, 15, 25], [15.63, 15.81, 16.02], "not-cooling"],
    ["a straight line", [5, 15, 25], [16, 15, 14], "not-cooling"],
    ["readings that begin after 65 s", [65, 75, 85], [16.02, 15.81, 15.63], "too-late-after-switch-off"],
    ["no resistance", [5, 15, 25], [16.02, 0, 15.63], "non-positive-resistance"],
    ["a negative time", [-5, 5, 15], [16.02, 15.81, 15.63], "outside-method-range"],
  ])("%s are refused", (_, times, ohms, code) => {
    assert.throws(() => windingAtSwitchOff(times, ohms), { code });
  });
});

describe("power input", () => {
  const judge = (kind: string, rated: number, measured: number) => powerInput(household, kind, rated, measured);

  test("2000 W of heating: 2085 W pass (+100), 2106 W fail", () => {
    assert.deepEqual(judge("heating", 2000, 2085), {
      deviationW: 85,
      deviationPercent: 4.25,
      upperW: 100,
      lowerW: -200,
      pass: true,
    });
    assert.equal(judge("heating", 2000, 2106).pass, false);
  });

  test("a motor of 350 W: 408 W pass, for 60 W are more than 15 %", () => {
    const { upperW, lowerW, pass, deviationPercent } = judge("motor", 350, 408);
    assert.deepEqual([upperW, lowerW, pass], [60, null, true]);
    agrees(deviationPercent, "16.571");
  });

  test("the rows meet: 25 W have 20 %, 200 W have 10 %, 300 W of a motor 20 %", () => {
    assert.deepEqual([judge("heating", 25, 25).upperW, judge("heating", 25, 25).lowerW], [5, null]);
    assert.deepEqual([judge("combined", 200, 200).upperW, judge("combined", 200, 200).lowerW], [20, -20]);
    assert.equal(judge("motor", 300, 300).upperW, 60);
    assert.equal(judge("heating", 300, 300).upperW, 20);
  });

  test("deviations on the limits pass, whatever binary fractions say", () => {
    assert.equal(judge("heating", 0.7, 0.84).pass, true);
    assert.equal(judge("heating", 2000, 1800).pass, true);
    assert.equal(judge("heating", 2000, 1799.9).pass, false);
  });

  test.each<[string, number, number, string]>([
    ["laser", 100, 100, "limit-not-loaded"],
    ["heating", 0, 100, "outside-method-range"],
    ["heating", 100, -1, "outside-method-range"],
    ["heating", 100, Number.NaN, "outside-method-range"],
  ])("%s of %s W at %s W is refused", (kind, rated, measured, code) => {
    assert.throws(() => judge(kind, rated, measured), { code });
  });
});

describe("leakage current", () => {
  const heater = "class-1-stationary-heating";

  test("4.2 kW of stationary heating: 0.75·4.2 = 3.15 mA", () => {
    assert.deepEqual(leakageCurrent(household, heater, 2.96, 4.2), { limitMa: 3.15, pass: true });
    assert.equal(leakageCurrent(household, heater, 3.16, 4.2).pass, false);
  });

  test("never less than 0.75 mA and never more than 5 mA", () => {
    assert.equal(leakageCurrent(household, heater, 0, 0.5).limitMa, 0.75);
    assert.equal(leakageCurrent(household, heater, 0, 9).limitMa, 5);
  });

  test("class II and portable class I have fixed limits", () => {
    assert.equal(leakageCurrent(household, "class-2", 0.35).pass, true);
    assert.equal(leakageCurrent(household, "class-1-portable", 0.751).pass, false);
  });

  test("an unknown kind, a missing power and a negative current are refused", () => {
    assert.throws(() => leakageCurrent(household, "class-9", 1), { code: "limit-not-loaded" });
    assert.throws(() => leakageCurrent(household, heater, 1), { code: "outside-method-range" });
    assert.throws(() => leakageCurrent(household, heater, -1, 4), { code: "outside-method-range" });
  });
});

describe("earth connection", () => {
  test("2.31 V at 25 A less 0.012 Ω of lead: 0.0804 Ω", () => {
    const { resistanceOhm, limitOhm, pass } = earthContinuity(household, 25, 2.31, 0.012);
    near(resistanceOhm, 0.0804, 1e-12);
    assert.deepEqual([limitOhm, pass], [0.1, true]);
  });

  test("0.1 Ω passes, more does not", () => {
    assert.equal(earthContinuity(household, 25, 2.8, 0.012).pass, true);
    assert.equal(earthContinuity(household, 25, 2.81, 0.012).pass, false);
  });

  test.each<[string, number, number, number, string]>([
    ["no current", 0, 2.31, 0.012, "outside-method-range"],
    ["a negative voltage", 25, -1, 0.012, "outside-method-range"],
    ["a lead above the reading", 25, 0.1, 0.012, "lead-above-reading"],
  ])("%s is refused", (_, current, voltage, lead, code) => {
    assert.throws(() => earthContinuity(household, current, voltage, lead), { code });
  });

  test("a limit that is not loaded is not guessed", () => {
    assert.throws(() => earthContinuity({ document: "x", earthOhm: null }, 25, 2, 0), { code: "limit-not-loaded" });
  });
});
