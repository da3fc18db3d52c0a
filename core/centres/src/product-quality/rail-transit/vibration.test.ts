import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { frequencyWeight, WEIGHTINGS, type Weighting } from "./frequency-weighting.ts";
import { type ComfortBands, comfortBand, completeComfort, meanComfort } from "./ride-comfort.ts";
import { type RideGrades, rideGrade, rideIndex } from "./ride-index.ts";
import { totalVibration, vibrationExposure, weightedAcceleration, windowRms } from "./vibration-exposure.ts";
import {
  longLifeRms,
  rmsWithinTolerance,
  spectrumDeviations,
  spectrumRms,
  tabulatedSpectrum,
  type VibrationTable,
} from "./vibration-test.ts";
import { weightedRecord } from "./weighting-filter.ts";

const data = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;
const BANDS = data<ComfortBands>("ride-comfort-bands");
const GRADES = data<RideGrades>("ride-index-grades");
const SPECTRA = data<VibrationTable>("iec-61373");

describe("frequency weighting", () => {
  // ISO 2631-1:1997, table 3 (factors × 1000)
  test.each<[Weighting, number, string]>([
    ["Wk", 0.5, "0.418"],
    ["Wk", 1, "0.482"],
    ["Wk", 2, "0.531"],
    ["Wk", 8, "1.036"],
    ["Wk", 16, "0.768"],
    ["Wk", 80, "0.132"],
    ["Wd", 0.5, "0.853"],
    ["Wd", 1, "1.011"],
    ["Wd", 2, "0.890"],
    ["Wd", 8, "0.253"],
    ["Wd", 80, "0.0211"],
  ])("%s at %d Hz is %s", (weighting, frequency, printed) => {
    assert.ok(Math.abs(frequencyWeight(weighting, frequency) - Number(printed)) <= 0.001);
  });

  test.each(Object.keys(WEIGHTINGS) as Weighting[])("the filter of %s weighs a sine as the curve does", (weighting) => {
    const hz = 1000;
    for (const frequency of [0.5, 1, 2, 4, 8, 16, 31.5, 63, 80]) {
      const sine = Float64Array.from(
        { length: 40 * hz },
        (_, k) => Math.SQRT2 * Math.sin((2 * Math.PI * frequency * k) / hz),
      );
      const settled = weightedRecord(sine, hz, weighting).subarray(20 * hz);
      // The bilinear transform bends the highest octave by up to 1.5 % at this rate; ISO 8041-1 allows 10 %.
      near(vibrationExposure(settled, hz).rms, frequencyWeight(weighting, frequency), frequency > 20 ? 0.015 : 0.001);
    }
  });

  test("two million points take less than two seconds, with progress", () => {
    const record = Float64Array.from({ length: 2_000_000 }, (_, k) => Math.sin(k * 0.05));
    const shares: number[] = [];
    const start = performance.now();
    const weighted = weightedRecord(record, 1000, "Wk", (share) => shares.push(share));
    vibrationExposure(weighted, 1000);
    windowRms(weighted, 1000);
    assert.ok(performance.now() - start < 2000);
    assert.equal(shares.at(-1), 1);
    assert.ok(shares.every((share, k) => k === 0 || share > shares[k - 1]!));
  });

  test("the filter does not depend on how the record is cut into pieces", () => {
    const record = Float64Array.from({ length: 70_000 }, (_, k) => ((k * 7919) % 1000) / 1000 - 0.5);
    const whole = weightedRecord(record, 500, "Wd");
    const head = weightedRecord(record.subarray(0, 66_000), 500, "Wd");
    assert.deepEqual(whole.subarray(0, 66_000), head);
  });

  test("a gap in the record and a slow recorder are refused", () => {
    assert.throws(() => weightedRecord([0, Number.NaN], 1000, "Wk"), { code: "outside-method-range" });
    assert.throws(() => weightedRecord([0, 1], 200, "Wk"), { code: "sampling-rate-too-low" });
    assert.throws(() => weightedRecord([0, 1], Number.NaN, "Wk"), { code: "sampling-rate-too-low" });
  });
});

describe("exposure", () => {
  test("a sine of 1 Hz and r.m.s. 1: crest √2, VDV = (T·1.5)^¼", () => {
    const hz = 1000;
    const sine = Array.from({ length: 10 * hz }, (_, k) => Math.SQRT2 * Math.sin((2 * Math.PI * k) / hz));
    const exposure = vibrationExposure(sine, hz);
    near(exposure.rms, 1, 1e-12);
    near(exposure.crest, Math.SQRT2, 1e-12);
    near(exposure.mtvv, 1, 1e-9);
    // The mean of 4·sin⁴ is 3/2.
    near(exposure.vdv, 15 ** 0.25, 1e-12);
    assert.equal(exposure.needsMore, false);
    assert.deepEqual(windowRms(sine, hz).length, 2);
    near(windowRms(sine, hz)[1]!, 1, 1e-12);
  });

  test("a single shock asks for VDV or MTVV", () => {
    const shock = Array.from({ length: 1000 }, (_, k) => (k === 500 ? 10 : 0.1));
    assert.equal(vibrationExposure(shock, 100).needsMore, true);
    assert.throws(() => vibrationExposure([1], 100), { code: "too-few-rows" });
    assert.throws(() => vibrationExposure([1, Number.NaN], 2), { code: "outside-method-range" });
  });

  test("the total of three axes with their multipliers", () => {
    assert.equal(totalVibration({ x: 3, y: 4, z: 12 }), 13);
    assert.equal(totalVibration({ x: 3, y: 4, z: 0, kx: 0, ky: 0.5 }), 2);
    assert.throws(() => totalVibration({ x: -1, y: 0, z: 0 }), { code: "outside-method-range" });
  });

  test.each([
    ["bands out of order", [2, 1], [1, 1], "not-ascending"],
    ["a band twice", [2, 2], [1, 1], "not-ascending"],
    ["a band missing", [1, 2], [1], "columns-differ"],
    ["100 Hz", [1, 100], [1, 1], "frequency-out-of-range"],
    ["a negative acceleration", [1, 2], [1, -1], "outside-method-range"],
  ])("%s is refused", (_, frequencies, bands, code) => {
    assert.throws(() => weightedAcceleration(frequencies, bands, "Wk"), { code });
  });
});

describe("ride comfort", () => {
  const steady = (value: number) => Array.from({ length: 60 }, () => value);

  test("steady windows: N_MV = 6·√(0.03² + 0.04² + 0.12²) = 0.78, very comfortable", () => {
    const comfort = meanComfort({ x: steady(0.03), y: steady(0.04), z: steady(0.12) });
    near(comfort.index, 0.78, 1e-12);
    assert.equal(comfort.reported, "0.78");
    assert.equal(comfortBand(comfort.index, BANDS), "very comfortable");
  });

  test("the 95th percentile lies at place (n − 1)·p: of 0 to 59 it is 56.05", () => {
    // Index 59·0.95 = 56.05 of the sorted values 0, 0.01, 0.02 …
    const rising = Array.from({ length: 60 }, (_, k) => k / 100);
    near(meanComfort({ x: rising, y: rising, z: rising }).x95, 0.5605, 1e-12);
  });

  test.each([
    [1.499, "very comfortable"],
    [1.5, "comfortable"],
    [2.5, "medium"],
    [4.49, "uncomfortable"],
    [4.5, "very uncomfortable"],
    [30, "very uncomfortable"],
  ])("%d is %s", (index, band) => {
    assert.equal(comfortBand(index, BANDS), band);
  });

  test("standing 0.89204 and seated 1.38059", () => {
    const percentiles = {
      xP50: 0.021,
      yP50: 0.035,
      zP50: 0.12,
      yP95: 0.081,
      zP95: 0.17,
      yA95: 0.11,
      zA95: 0.13,
      xD95: 0.09,
    };
    const { standing, seated } = completeComfort(percentiles);
    agrees(standing, "0.89204");
    agrees(seated, "1.38059");
    assert.throws(() => completeComfort({ ...percentiles, zA95: -0.1 }), { code: "outside-method-range" });
  });

  test("short zones, uneven axes and bad values are refused", () => {
    const [x, y, z] = [steady(0.1), steady(0.1), steady(0.1)];
    assert.throws(() => meanComfort({ x: x.slice(1), y, z }), { code: "too-few-windows" });
    assert.throws(() => meanComfort({ x: [...x, 0.1], y, z }), { code: "columns-differ" });
    assert.throws(() => meanComfort({ x, y, z: z.with(3, Number.NaN) }), { code: "outside-method-range" });
    assert.throws(() => comfortBand(9, { document: "short", bands: [{ band: "a", below: "2" }] }), {
      code: "limit-not-loaded",
    });
  });
});

describe("ride index", () => {
  const components = [
    [1.2, 0.11],
    [2.4, 0.16],
    [5.0, 0.2],
    [8.0, 0.14],
    [15, 0.09],
  ].map(([frequencyHz, amplitudeMS2]) => ({ frequencyHz: frequencyHz!, amplitudeMS2: amplitudeMS2! }));

  test("the worked spectrum: 1.6757, 2.0096, 2.3124, 1.9310, 1.4006, together 2.4011", () => {
    const { each, index, reported } = rideIndex("vertical", components);
    for (const [k, printed] of ["1.6757", "2.0096", "2.3124", "1.9310", "1.4006"].entries()) agrees(each[k]!, printed);
    agrees(index, "2.4011");
    assert.equal(reported, "2.40");
    assert.equal(rideGrade(index, "coach", GRADES), "excellent");
  });

  test.each([
    [2.4999, "excellent"],
    [2.5, "good"],
    [2.75, "good"],
    [2.7501, "qualified"],
    [3, "qualified"],
    [3.01, undefined],
  ])("a coach of %d is %s", (index, grade) => {
    assert.equal(rideGrade(index, "coach", GRADES), grade);
  });

  test("frequencies outside 0.5 Hz to 40 Hz, twice, out of order, and negative amplitudes are refused", () => {
    const one = (frequencyHz: number, amplitudeMS2 = 0.1) => ({ frequencyHz, amplitudeMS2 });
    assert.throws(() => rideIndex("vertical", [one(0.2)]), { code: "frequency-out-of-range" });
    assert.throws(() => rideIndex("lateral", [one(41)]), { code: "frequency-out-of-range" });
    assert.throws(() => rideIndex("lateral", [one(2), one(2)]), { code: "not-ascending" });
    assert.throws(() => rideIndex("lateral", [one(3), one(2)]), { code: "not-ascending" });
    assert.throws(() => rideIndex("lateral", [one(2, -1)]), { code: "outside-method-range" });
    assert.throws(() => rideIndex("lateral", []), { code: "too-few-rows" });
    assert.throws(() => rideGrade(2, "tram", GRADES), { code: "limit-not-loaded" });
  });
});

describe("vibration test of equipment", () => {
  test("each tabulated level gives the r.m.s. that the table states", () => {
    for (const { category, axis, rms } of SPECTRA.rows) {
      // The levels have two to four digits, so that their roots agree to one per cent.
      near(spectrumRms(tabulatedSpectrum(category, axis, SPECTRA)), rms, 0.01);
    }
  });

  test("category 1 class B vertical: 1.01 and 5.72 m/s² for long life", () => {
    const spectrum = tabulatedSpectrum("1B", "vertical", SPECTRA);
    agrees(spectrumRms(spectrum), "1.0100");
    agrees(longLifeRms(spectrum, Number(SPECTRA.longLifeRatio["2010"])), "5.72");
    assert.throws(() => tabulatedSpectrum("4", "vertical", SPECTRA), { code: "unknown-item" });
  });

  test("+3.03 dB at 120 Hz fails the test", () => {
    const spectrum = tabulatedSpectrum("1B", "vertical", SPECTRA);
    const { points, pass } = spectrumDeviations(spectrum, [3, 10, 40, 120], [0.0121, 0.0288, 0.0052, 0.00168]);
    agrees(points[3]!.deviationDb, "3.03");
    assert.deepEqual(
      points.map(({ ok }) => ok),
      [true, true, true, false],
    );
    assert.equal(pass, false);
  });

  test("the r.m.s. has 10 %", () => {
    assert.deepEqual(
      [rmsWithinTolerance(1.1, 1), rmsWithinTolerance(1.11, 1), rmsWithinTolerance(0.89, 1)],
      [true, false, false],
    );
  });

  test.each<[string, readonly number[], readonly number[], string]>([
    ["a frequency outside the spectrum", [1], [0.01], "frequency-out-of-range"],
    ["a frequency twice", [3, 3], [0.01, 0.01], "not-ascending"],
    ["a level of zero", [3], [0], "outside-method-range"],
    ["a level missing", [3, 4], [0.01], "columns-differ"],
  ])("%s is refused", (_, frequencies, measured, code) => {
    const spectrum = tabulatedSpectrum("1B", "vertical", SPECTRA);
    assert.throws(() => spectrumDeviations(spectrum, frequencies, measured), { code });
  });

  test("corners that do not rise are refused", () => {
    assert.throws(() => spectrumRms({ level: 0.03, cornersHz: [5, 2, 20, 150] }), { code: "not-ascending" });
    assert.throws(() => spectrumRms({ level: 0, cornersHz: [2, 5, 20, 150] }), { code: "outside-method-range" });
  });
});
