import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { batteryCapacity, type Discharge, reachesRated } from "./battery-capacity.ts";
import {
  type EfficiencyTable,
  type LoadPoint,
  leastEfficiency,
  powerSupplyEfficiency,
} from "./power-supply-efficiency.ts";
import { restrictedSubstances, type SubstanceTable } from "./restricted-substances.ts";
import { type TransportReading, type TransportTable, transportTest } from "./transport-test.ts";
import { type ScreeningReading, type ScreeningTable, screening } from "./xrf-screening.ts";

const table = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;

describe("screening by X-ray fluorescence", () => {
  const iec62321 = table<ScreeningTable>("iec62321-3-1");
  const lead: ScreeningReading = { material: "polymer", element: "Pb", content: 655, sigma: 12 };

  test.each<[string, string, number, number, string]>([
    ["polymer", "Pb", 655, 12, "BL"],
    ["polymer", "Pb", 664, 12, "BL"],
    ["polymer", "Pb", 670, 12, "IN"],
    ["metal", "Pb", 1336, 12, "OL"],
    ["metal", "Pb", 1340, 12, "OL"],
    ["polymer", "Cd", 58, 5, "IN"],
    ["polymer", "Cd", 145, 5, "OL"],
    ["polymer", "Br", 880, 20, "IN"],
    ["polymer", "Br", 99_999, 20, "IN"],
    ["composite", "Hg", 1620, 30, "OL"],
    ["metal", "Cr", 650, 15, "BL"],
  ])("%s %s %s ± %s mg/kg: %s", (material, element, content, sigma, outcome) => {
    assert.equal(screening(iec62321, { material, element, content, sigma }), outcome);
  });

  test("cadmium in composites is below the limit only below the limit of detection", () => {
    const cadmium = { material: "composite", element: "Cd", sigma: 5, detectionLimit: 40 };
    assert.equal(screening(iec62321, { ...cadmium, content: 40 }), "BL");
    assert.equal(screening(iec62321, { ...cadmium, content: 41 }), "IN");
    assert.equal(screening(iec62321, { ...cadmium, content: 165 }), "OL");
  });

  test.each<[string, Partial<ScreeningReading>, string]>([
    ["a negative content, before anything else", { content: -3, sigma: undefined }, "negative-result"],
    ["no standard deviation", { sigma: undefined }, "sigma-missing"],
    ["a standard deviation of 0", { sigma: 0 }, "outside-method-range"],
    ["a content that is no number", { content: Number.NaN }, "outside-method-range"],
    ["bromine in metal, which has no figures", { material: "metal", element: "Br" }, "limit-not-loaded"],
    [
      "cadmium in composites without limit of detection",
      { material: "composite", element: "Cd" },
      "detection-limit-missing",
    ],
    ["another material", { material: "wood" }, "unknown-item"],
    ["another element", { element: "As" }, "unknown-item"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => screening(iec62321, { ...lead, ...wrong }), { code });
  });
});

describe("restricted substances by chemistry", () => {
  const rohs = table<SubstanceTable>("rohs");
  const judge = (contents: Readonly<Record<string, number>>) =>
    restrictedSubstances(rohs, contents).map(({ pass }) => pass);

  test("0.1 % of lead passes, 0.1 % of cadmium does not", () => {
    assert.deepEqual(judge({ Pb: 0.1, Cd: 0.1 }), [true, false]);
    assert.deepEqual(judge({ Pb: 0.1001, Cd: 0.01 }), [false, true]);
  });

  test("an exemption lifts the limit of its own substance, up to its own content", () => {
    const exempting: SubstanceTable = { ...rohs, exemptions: { "6c": { substance: "Pb", upTo: "4" } } };
    assert.deepEqual(
      restrictedSubstances(exempting, { Pb: 3.2, Cd: 0.02 }, "6c").map(({ pass, exempt }) => [pass, exempt]),
      [
        [true, true],
        [false, false],
      ],
    );
    assert.equal(restrictedSubstances(exempting, { Pb: 4.1 }, "6c")[0]?.pass, false);
  });

  test("unknown substances and exemptions and impossible contents are refused", () => {
    assert.throws(() => judge({ As: 0.1 }), { code: "unknown-item" });
    assert.throws(() => restrictedSubstances(rohs, { Pb: 1 }, "99"), { code: "unknown-item" });
    assert.throws(() => judge({ Pb: -0.1 }), { code: "outside-method-range" });
  });
});

describe("battery", () => {
  const discharge: Discharge = {
    timeS: [0, 3000, 6000, 9000, 12_000, 15_000, 17_400, 18_000, 18_300],
    currentA: [0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6],
    voltageV: [4.12, 3.95, 3.84, 3.75, 3.68, 3.58, 3.36, 3.08, 2.84],
    cutoffV: 3,
  };

  test("0.6 A until 3.0 V at 18 100 s: 0.6·18100/3.6 = 3016.67 mAh, 11.2957 Wh", () => {
    const { endS, capacityMah, energyWh } = batteryCapacity(discharge);
    near(endS, 18_100, 1e-12);
    agrees(capacityMah, "3016.67");
    agrees(energyWh, "11.2957");
  });

  test("a current that falls is integrated as a trapezoid", () => {
    const found = batteryCapacity({ timeS: [0, 3600], currentA: [2, 0], voltageV: [4, 3], cutoffV: 3 });
    near(found.capacityMah, 1000, 1e-12);
  });

  test("any of the first five cycles may reach the rated capacity, the sixth comes too late", () => {
    assert.equal(reachesRated([2990, 2995, 2999, 2998, 3000], 3000), true);
    assert.equal(reachesRated([2990, 2995, 2999, 2998, 2999, 3100], 3000), false);
    assert.throws(() => reachesRated([], 3000), { code: "too-few-rows" });
  });

  test.each<[string, Partial<Discharge>, string]>([
    ["a record that ends above the cut-off", { voltageV: [4.1, 3.9, 3.8] }, "cutoff-not-reached"],
    ["a record that begins below it", { voltageV: discharge.voltageV.with(0, 2.9) }, "outside-method-range"],
    ["a missing current", { currentA: discharge.currentA.slice(1) }, "columns-differ"],
    ["a time that repeats", { timeS: discharge.timeS.with(1, 0) }, "not-ascending"],
    ["a negative current", { currentA: discharge.currentA.with(2, -0.6) }, "outside-method-range"],
    ["a voltage that is no number", { voltageV: discharge.voltageV.with(2, Number.NaN) }, "outside-method-range"],
    ["a single reading", { voltageV: [4.1] }, "too-few-rows"],
    ["no cut-off", { cutoffV: 0 }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => batteryCapacity({ ...discharge, ...wrong }), { code });
  });
});

describe("transport tests", () => {
  const un383 = table<TransportTable>("un38-3");
  const cell: TransportReading = {
    massBeforeG: 46.312,
    massAfterG: 46.265,
    voltageBeforeV: 4.168,
    voltageAfterV: 4.121,
  };

  test("46.312 g to 46.265 g are 0.10149 % of 0.2 % allowed, and 98.87 % of the voltage is left", () => {
    const found = transportTest(un383, cell);
    agrees(found.lossPercent, "0.10149");
    assert.deepEqual([found.limitPercent, found.massOk, found.voltageOk], [0.2, true, true]);
    agrees(found.voltageRatio ?? 0, "0.98872");
  });

  test.each([
    [0.9999, 0.5],
    [1, 0.2],
    [75, 0.2],
    [75.001, 0.1],
  ])("%s g may lose %s %%", (massBeforeG, limit) => {
    assert.equal(transportTest(un383, { massBeforeG, massAfterG: massBeforeG }).limitPercent, limit);
  });

  test("a loss of exactly 0.2 % passes, 89.9 % of the voltage does not", () => {
    assert.equal(transportTest(un383, { massBeforeG: 50, massAfterG: 49.9 }).massOk, true);
    assert.equal(transportTest(un383, { massBeforeG: 50, massAfterG: 49.89 }).massOk, false);
    assert.equal(transportTest(un383, { ...cell, voltageBeforeV: 4, voltageAfterV: 3.6 }).voltageOk, true);
    assert.equal(transportTest(un383, { ...cell, voltageBeforeV: 4, voltageAfterV: 3.596 }).voltageOk, false);
  });

  test("without voltages nothing is said of them", () => {
    assert.equal(transportTest(un383, { massBeforeG: 50, massAfterG: 50 }).voltageOk, undefined);
  });

  test.each<[string, Partial<TransportReading>, string]>([
    ["a mass that grew", { massAfterG: 46.4 }, "mass-gained"],
    ["no mass", { massBeforeG: 0 }, "outside-method-range"],
    ["a voltage that is no number", { voltageAfterV: Number.NaN }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => transportTest(un383, { ...cell, ...wrong }), { code });
  });
});

describe("external power supply", () => {
  const levelVi = table<EfficiencyTable>("doe-level-vi");
  const points: readonly LoadPoint[] = [
    { outputW: 4.98, inputW: 5.86 },
    { outputW: 9.97, inputW: 11.34 },
    { outputW: 15.01, inputW: 16.95 },
    { outputW: 19.98, inputW: 22.66 },
  ];
  const judge = (of: readonly LoadPoint[] = points, noLoadW = 0.062) => powerSupplyEfficiency(levelVi, 20, of, noLoadW);

  test("20 W: 0.87407 of at least 0.071·ln 20 − 0.0014·20 + 0.67 = 0.85470", () => {
    const { average, least, pass } = judge();
    agrees(average, "0.87407");
    agrees(least, "0.85470");
    assert.equal(pass, true);
  });

  test("the three formulas: 1 W 0.66, 49 W 0.8777, 50 W 0.88", () => {
    agrees(leastEfficiency(levelVi, 1), "0.66");
    agrees(leastEfficiency(levelVi, 49), "0.8777");
    assert.equal(leastEfficiency(levelVi, 50), 0.88);
  });

  test("0.1 W without load passes, more does not", () => {
    assert.equal(judge(points, 0.1).pass, true);
    assert.equal(judge(points, 0.101).pass, false);
  });

  test.each<[string, readonly LoadPoint[], string]>([
    ["three load points", points.slice(1), "load-points"],
    ["load points in another order", points.toReversed(), "load-points"],
    ["more power out than in", points.with(0, { outputW: 5, inputW: 4.9 }), "efficiency-above-one"],
    ["no input", points.with(0, { outputW: 5, inputW: 0 }), "outside-method-range"],
  ])("%s are refused", (_, wrong, code) => {
    assert.throws(() => judge(wrong), { code });
  });
});
