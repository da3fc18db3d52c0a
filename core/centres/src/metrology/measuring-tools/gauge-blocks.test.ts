import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { type GaugeBlockComparison, gaugeBlockLength } from "./gauge-block-comparison.ts";
import { type GaugeBlock, type GaugeBlockTable, gaugeBlockGrades } from "./gauge-block-grade.ts";
import { needTraceable } from "./reference-standard.ts";
import { temperatureCorrection } from "./temperature-correction.ts";

const file = new URL("../../../../../data/methods/iso3650.json", import.meta.url);
const iso3650 = JSON.parse(readFileSync(file, "utf8")) as GaugeBlockTable;
const line = (source: string, u: number, sensitivity = 1, dof = Infinity) => ({ source, sensitivity, u, dof });

// EA-4/02 M:2022, example S4: a 50 mm gauge block of grade 0. Lengths in nm; 0.2887 = 0.5/√3 and so on.
const s4: GaugeBlockComparison = {
  nominalMm: 50,
  standardMm: 50.00002,
  differencesNm: [-100, -90, -80, -100, -100],
  budget: [
    line("standard", 15),
    line("drift of the standard", 30 / Math.sqrt(3)),
    line("repeatability", 12 / Math.sqrt(5)),
    line("comparator", 32 / Math.sqrt(3)),
    line("temperature difference", 0.05 / Math.sqrt(3), -575),
    line("difference of expansion", 11.8, -1),
    line("variation in length", 6.7 / Math.sqrt(3), -1),
  ],
};

describe("gauge block by comparison", () => {
  test("EA-4/02, S4: 49.999 926 mm with u = 36.4 nm", () => {
    const { meanDifferenceNm, lengthMm, u, dof } = gaugeBlockLength(s4);
    agrees(meanDifferenceNm, "-94");
    agrees(lengthMm, "49.999926");
    agrees(u, "36.4");
    assert.equal(dof, Infinity);
  });

  test("the contribution of the temperature difference keeps its sign: −575·0.05/√3 = −16.6 nm", () => {
    agrees(gaugeBlockLength(s4).contributionsNm[4] ?? 0, "-16.6");
  });

  test.each<[string, Partial<GaugeBlockComparison>, string]>([
    ["a standard of another nominal length", { nominalMm: 25 }, "nominal-mismatch"],
    ["a standard without a length", { standardMm: Number.NaN }, "nominal-mismatch"],
    ["no reading", { differencesNm: [] }, "too-few-rows"],
    ["a reading that is no number", { differencesNm: [-100, Number.NaN] }, "outside-method-range"],
    ["a room at 21.1 °C", { tempC: 21.1 }, "temperature-out-of-range"],
    ["grade K at 20.6 °C", { tempC: 20.6, gradeK: true }, "temperature-out-of-range"],
    ["a negative uncertainty", { budget: [line("standard", -1)] }, "uncertainty-invalid"],
    ["a line without sensitivity", { budget: [line("standard", 1, Number.NaN)] }, "uncertainty-invalid"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => gaugeBlockLength({ ...s4, ...wrong }), { code });
  });

  test("20.5 °C is near enough for grade K, 21 °C for the others", () => {
    assert.ok(gaugeBlockLength({ ...s4, tempC: 20.5, gradeK: true }).lengthMm > 0);
    assert.ok(gaugeBlockLength({ ...s4, tempC: 21 }).lengthMm > 0);
  });
});

describe("grades of a gauge block", () => {
  const block: GaugeBlock = { nominalMm: 50, deviationUm: -0.074, variationUm: 0.08 };
  const grades = (of: Partial<GaugeBlock>) => gaugeBlockGrades(iso3650, { ...block, ...of }).map(({ grade }) => grade);

  test("50 mm, −0.074 µm, variation 0.08 µm: 0, 1 and 2, and not K because of the variation", () => {
    assert.deepEqual(grades({}), ["0", "1", "2"]);
  });

  test("a value on both limits of K and of 0 meets them", () => {
    assert.deepEqual(grades({ deviationUm: 0.2, variationUm: 0.06 }), ["K", "0", "1", "2"]);
    assert.deepEqual(grades({ deviationUm: 0.2001, variationUm: 0.1 }), ["1", "2"]);
  });

  test("the steps of length: 10 mm belongs to the first row, 0.5 mm too", () => {
    assert.deepEqual(grades({ nominalMm: 10, deviationUm: 0.13 }), ["1", "2"]);
    assert.deepEqual(grades({ nominalMm: 10.5, deviationUm: 0.13 }), ["0", "1", "2"]);
    assert.deepEqual(grades({ nominalMm: 0.5, deviationUm: 0.5 }), []);
  });

  test.each<[string, Partial<GaugeBlock>]>([
    ["a length below 0.5 mm", { nominalMm: 0.4 }],
    ["a length above 1000 mm", { nominalMm: 1000.1 }],
    ["a negative variation", { variationUm: -0.01 }],
    ["a deviation that is no number", { deviationUm: Number.NaN }],
  ])("%s is refused", (_, wrong) => {
    assert.throws(() => grades(wrong), { code: "outside-method-range" });
  });

  test("an empty cell is refused, not guessed", () => {
    const holed = { ...iso3650, rows: [{ over: 0.5, upTo: 100, limits: [null, null, null, null] }] };
    assert.throws(() => gaugeBlockGrades(holed, block), { code: "limit-not-loaded" });
  });
});

describe("temperature", () => {
  const steel = { alphaPerK: 1.15e-5, tempC: 20.9 };

  test("100 mm aluminium at 21.6 °C on steel at 20.9 °C: −100·(36.8 − 10.35)·10⁻⁶ mm = −2.645 µm", () => {
    near(temperatureCorrection(100, { alphaPerK: 2.3e-5, tempC: 21.6 }, steel), -2.645, 1e-12);
  });

  test("at 20 °C nothing has to be corrected", () => {
    const at20 = { alphaPerK: 1e-5, tempC: 20 };
    assert.equal(Math.abs(temperatureCorrection(100, at20, at20)), 0);
  });

  test.each<[string, number, number, number, string]>([
    ["25.1 °C", 100, 2e-5, 25.1, "temperature-out-of-range"],
    ["14.9 °C", 100, 2e-5, 14.9, "temperature-out-of-range"],
    ["no temperature", 100, 2e-5, Number.NaN, "temperature-out-of-range"],
    ["no length", 0, 2e-5, 21, "outside-method-range"],
    ["an expansion given in 10⁻⁶", 100, 23, 21, "outside-method-range"],
  ])("%s is refused", (_, length, alphaPerK, tempC, code) => {
    assert.throws(() => temperatureCorrection(length, { alphaPerK, tempC }, steel), { code });
  });
});

describe("the standard behind a measurement", () => {
  const standard = { validUntil: "2026-12-31", measuredOn: "2026-11-25", expandedUm: 0.03 };

  test("serves up to the last day of its certificate", () => {
    needTraceable({ ...standard, measuredOn: "2026-12-31" });
    assert.throws(() => needTraceable({ ...standard, measuredOn: "2027-01-01" }), { code: "standard-expired" });
  });

  test("serves only with an uncertainty", () => {
    const { validUntil, measuredOn } = standard;
    assert.throws(() => needTraceable({ validUntil, measuredOn }), { code: "standard-uncertainty-missing" });
    assert.throws(() => needTraceable({ ...standard, expandedUm: 0 }), { code: "outside-method-range" });
  });
});
