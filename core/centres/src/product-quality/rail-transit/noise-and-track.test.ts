import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { backgroundCorrected } from "./background-correction.ts";
import { noiseSeries } from "./noise-series.ts";
import { meetsNoiseLimit, type PassBy, type PassByLimits, passByNoise, reportedLevel } from "./pass-by-noise.ts";
import { type BrakingStop, correctedStop, stopSeries } from "./stopping-distance.ts";
import { meetsTrackLimit, type TrackLimits, trackQualityIndex, trackStandardDeviation } from "./track-quality.ts";

const data = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;
const NOISE = data<PassByLimits>("rail-pass-by-noise");

const run: PassBy = {
  levelsDb: [62.1, 66.8, 72.4, 77.9, 80.6, 81.2, 80.9, 81.5, 81.0, 80.7, 81.3, 80.8, 79.9, 76.2, 70.8, 65.5],
  stepS: 0.5,
  firstSample: 3,
  samples: 10,
  speedKmh: 82.4,
  nominalKmh: 80,
};

describe("pass-by noise", () => {
  test("the worked passage: 80.6774, 78.9274, TEL 80.9686, at 80 km/h 80.2923 → 80 dB", () => {
    const levels = passByNoise(run, NOISE);
    agrees(levels.passDb, "80.6774");
    agrees(levels.wholeDb, "78.9274");
    agrees(levels.transitExposureDb, "80.9686");
    agrees(levels.normalisedDb, "80.2923");
    assert.equal(reportedLevel(levels.normalisedDb), "80");
    assert.deepEqual(meetsNoiseLimit(levels.normalisedDb, "EMU", 80, NOISE), { limitDb: 80, pass: true });
  });

  test("a steady level is its own mean, and at 250 km/h fifty times the logarithm counts", () => {
    const steady = { ...run, levelsDb: Array.from({ length: 16 }, () => 90), speedKmh: 256, nominalKmh: 250 };
    const levels = passByNoise(steady, NOISE);
    near(levels.passDb, 90, 1e-12);
    near(levels.normalisedDb, 90 - 50 * Math.log10(256 / 250), 1e-12);
  });

  test("wagons are brought to 0.225 axles per metre", () => {
    const plain = passByNoise(run, NOISE).normalisedDb;
    near(passByNoise({ ...run, axlesPerM: 0.225 }, NOISE).normalisedDb, plain, 1e-12);
    near(passByNoise({ ...run, axlesPerM: 0.45 }, NOISE).normalisedDb, plain - 10 * Math.log10(2), 1e-12);
  });

  test("80.5 dB rounds to the even 80 and passes, 80.51 does not", () => {
    assert.equal(meetsNoiseLimit(80.5, "EMU", 80, NOISE).pass, true);
    assert.equal(meetsNoiseLimit(80.51, "EMU", 80, NOISE).pass, false);
  });

  test("a limit that nobody loaded is not guessed", () => {
    assert.throws(() => meetsNoiseLimit(80, "coach", 250, NOISE), { code: "limit-not-loaded" });
    assert.throws(() => meetsNoiseLimit(80, "tram", 80, NOISE), { code: "unknown-item" });
    assert.throws(() => passByNoise({ ...run, speedKmh: 120, nominalKmh: 120 }, NOISE), { code: "limit-not-loaded" });
  });

  const fair = { windMS: 2, rain: false, trackQualified: true };
  test.each<[string, Partial<PassBy>, string]>([
    ["95 km/h for 80", { speedKmh: 95 }, "speed-out-of-tolerance"],
    ["a window that leaves the record", { firstSample: 8 }, "window-outside-record"],
    ["a window before the record", { firstSample: -1 }, "window-outside-record"],
    ["an empty window", { samples: 0 }, "window-outside-record"],
    ["half a sample", { firstSample: 2.5 }, "window-outside-record"],
    ["a storm", { conditions: { ...fair, windMS: 5.1 } }, "wind-too-strong"],
    ["rain", { conditions: { ...fair, rain: true } }, "rain-during-measurement"],
    ["rough rails", { conditions: { ...fair, trackQualified: false } }, "track-not-qualified"],
    ["a level that is no number", { levelsDb: run.levelsDb.with(0, Number.NaN) }, "outside-method-range"],
    ["no time step", { stepS: 0 }, "outside-method-range"],
    ["no record", { levelsDb: [] }, "too-few-rows"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => passByNoise({ ...run, ...wrong }, NOISE), { code });
  });

  test("84 km/h are within 5 % of 80, and calm dry weather does not matter", () => {
    passByNoise({ ...run, speedKmh: 84, conditions: fair }, NOISE);
    assert.throws(() => passByNoise({ ...run, speedKmh: 84.1 }, NOISE), { code: "speed-out-of-tolerance" });
  });

  test("three runs: mean 80.367, spread 0.5, reported 80; four decibels apart they are not valid", () => {
    const series = noiseSeries([80.4, 80.1, 80.6]);
    agrees(series.meanDb, "80.367");
    agrees(series.spreadDb, "0.5");
    assert.deepEqual([series.valid, series.reportedDb], [true, "80"]);
    assert.equal(noiseSeries([80.1, 83.1, 80.4]).valid, true);
    assert.equal(noiseSeries([80, 84, 80]).valid, false);
    assert.throws(() => noiseSeries([80, 80]), { code: "too-few-rows" });
  });

  test("the background: 78.6 less 70.2 is 77.922 dB, 3 dB is the least difference, above 10 dB nothing is taken", () => {
    agrees(backgroundCorrected(78.6, 70.2), "77.922");
    // 10·lg(10^8 − 10^7.7) = 10·lg(0.49881·10^8) = 76.979
    agrees(backgroundCorrected(80, 77), "76.979");
    assert.equal(backgroundCorrected(80.2, 70), 80.2);
    assert.throws(() => backgroundCorrected(80, 77.1), { code: "background-too-high" });
    assert.throws(() => backgroundCorrected(Number.NaN, 70), { code: "outside-method-range" });
  });
});

describe("track geometry", () => {
  test("the seven deviations add up to 7.43 mm", () => {
    const deviations = {
      profileLeft: 1.21,
      profileRight: 1.34,
      alignmentLeft: 0.98,
      alignmentRight: 1.02,
      gauge: 0.71,
      crossLevel: 1.05,
      twist: 1.12,
    };
    agrees(trackQualityIndex(deviations), "7.43");
    assert.throws(() => trackQualityIndex({ ...deviations, twist: -1 }), { code: "outside-method-range" });
    assert.throws(() => trackQualityIndex({ ...deviations, gauge: Number.NaN }), { code: "outside-method-range" });
  });

  test("the divisor is n: half at +1 and half at −1 has σ = 1", () => {
    const square = Array.from({ length: 800 }, (_, k) => (k % 2 ? 1 : -1));
    assert.equal(trackStandardDeviation(square, 0.25), 1);
    near(trackStandardDeviation(square.slice(400), 0.5), 1, 1e-15);
  });

  test("other windows and readings are refused, unread limits too", () => {
    const flat = Array.from({ length: 799 }, () => 0);
    assert.throws(() => trackStandardDeviation(flat, 0.25), { code: "window-length" });
    assert.throws(() => trackStandardDeviation([...flat, Number.POSITIVE_INFINITY], 0.25), {
      code: "outside-method-range",
    });
    assert.throws(() => trackStandardDeviation([], 0.25), { code: "window-length" });
    const limits = data<TrackLimits>("track-quality");
    assert.throws(() => meetsTrackLimit(7.43, "200 to 250 km/h", limits), { code: "limit-not-loaded" });
    assert.throws(() => meetsTrackLimit(7.43, "branch", limits), { code: "unknown-item" });
    const loaded = { ...limits, rows: [{ lineClass: "made up", index: "8.0" }] };
    assert.deepEqual([meetsTrackLimit(8, "made up", loaded), meetsTrackLimit(8.01, "made up", loaded)], [true, false]);
  });
});

describe("stopping distance", () => {
  const stop: BrakingStop = {
    speedKmh: 121.6,
    distanceM: 812,
    gradientPermille: 2.5,
    nominalKmh: 120,
    rotatingMass: 1.06,
  };

  test("812 m from 121.6 km/h uphill become 817.72 m, 0.67940 m/s²", () => {
    const { distanceM, decelerationMS2, reportedM } = correctedStop(stop);
    agrees(distanceM, "817.72");
    agrees(decelerationMS2, "0.67940");
    assert.equal(reportedM, "818");
  });

  test("on level track only the square of the speed counts", () => {
    near(correctedStop({ ...stop, gradientPermille: 0 }).distanceM, 812 * (120 / 121.6) ** 2, 1e-12);
  });

  test.each<[string, Partial<BrakingStop>, string]>([
    ["130 km/h for 120", { speedKmh: 130 }, "speed-out-of-tolerance"],
    ["a slope that holds the train by itself", { distanceM: 5000, gradientPermille: 40 }, "gradient-too-steep"],
    ["no distance", { distanceM: 0 }, "outside-method-range"],
    ["a rotating mass below one", { rotatingMass: 0.9 }, "outside-method-range"],
    ["a speed that is no number", { speedKmh: Number.NaN }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => correctedStop({ ...stop, ...wrong }), { code });
  });

  test("a series of at least four stops, within 3 % and without a stray one", () => {
    assert.equal(stopSeries([817.7, 820.1, 809.4, 814]).valid, true);
    assert.equal(stopSeries([700, 820, 900, 814]).valid, false);
    assert.deepEqual(stopSeries([800, 800, 800, 800, 800, 800, 830]).outlying, [6]);
    assert.throws(() => stopSeries([817, 818, 819]), { code: "too-few-rows" });
  });
});
