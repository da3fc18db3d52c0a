import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { caliperError } from "./caliper-error.ts";
import { type DialIndicatorRecord, type DialIndicatorTable, dialIndicatorVerdict } from "./dial-indicator.ts";
import { interferenceFlatness, interferenceParallelism } from "./interference-flatness.ts";
import { type MicrometerCheck, micrometerErrors } from "./micrometer-error.ts";
import { type PermissibleErrorTable, permissibleError } from "./permissible-error.ts";
import { type GaugedFeature, plainGauge } from "./plain-gauge.ts";
import { type ThreeWireReading, threeWire } from "./three-wire.ts";
import { trapezoidCoverage } from "./trapezoid-coverage.ts";

const table = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;

describe("caliper", () => {
  test("EA-4/02, S10: 0.10 mm, u = 32.3 µm of which resolution and mechanics are 14.4 and 28.9", () => {
    const line = (u: number, sensitivity: number) => ({ source: "", sensitivity, u, dof: Infinity });
    const { errorMm, u, k, expandedUm, beta } = caliperError({
      readingMm: 150.1,
      standardMm: 150,
      budget: [
        line(0.8 / Math.sqrt(3), -1),
        line(2 / Math.sqrt(3), 1.7),
        line(25 / Math.sqrt(3), 1),
        line(50 / Math.sqrt(3), 1),
      ],
      dominantUm: [25, 50],
      probability: 0.95,
    });
    agrees(errorMm, "0.10");
    agrees(u, "32.3");
    near(beta, 1 / 3, 1e-12);
    agrees(k, "1.83");
    agrees(expandedUm, "59.3");
  });

  test("one rectangle alone has k = 0.95·√3 = 1.645, two equal ones the triangle's 1.902", () => {
    agrees(trapezoidCoverage(1e-12, 1, 0.95).k, "1.645");
    // (1 − √0.05)·√6
    agrees(trapezoidCoverage(1, 1, 0.95).k, "1.902");
  });

  test("slope and flat part of the trapezoid meet where β = p/(2 − p)", () => {
    const beta = 0.95 / 1.05;
    const width = (1 - beta) / (1 + beta);
    near(trapezoidCoverage(1, width * (1 + 1e-9), 0.95).k, trapezoidCoverage(1, width * (1 - 1e-9), 0.95).k, 1e-6);
  });

  test.each([
    [0, 50, 0.95],
    [25, -50, 0.95],
    [25, 50, 1],
    [Number.NaN, 50, 0.95],
  ])("half-widths %s and %s at %s are refused", (a1, a2, p) => {
    assert.throws(() => trapezoidCoverage(a1, a2, p), { code: "outside-method-range" });
  });

  test("the permissible error goes by graduation and range", () => {
    const jjg30 = table<PermissibleErrorTable>("jjg30-caliper");
    assert.equal(formatDecimal(permissibleError(jjg30, 150, "0.02")), "0.02");
    assert.equal(formatDecimal(permissibleError(jjg30, 150.1, "0.05")), "0.05");
    assert.equal(formatDecimal(permissibleError(jjg30, 1000, "0.05")), "0.10");
    assert.throws(() => permissibleError(jjg30, 1001, "0.02"), { code: "limit-not-loaded" });
    assert.throws(() => permissibleError(jjg30, 150, "0.1"), { code: "limit-not-loaded" });
    assert.throws(() => permissibleError(jjg30, 0, "0.02"), { code: "outside-method-range" });
  });
});

describe("micrometer", () => {
  const point = (nominalMm: number, correctionMm: number, readingMm: number) => ({
    nominalMm,
    correctionMm,
    readingMm,
  });
  const check: MicrometerCheck = {
    rangeMm: [0, 25],
    mpeUm: 4,
    points: [
      point(5.12, 0.0001, 5.121),
      point(10.24, -0.0001, 10.242),
      point(15.36, 0, 15.361),
      point(21.5, 0.0002, 21.502),
      point(25, -0.0001, 25.001),
    ],
  };

  test("0.9, 2.1, 1.0, 1.8 and 1.1 µm, at most 2.1: within 4 µm", () => {
    const { errorsUm, maxAbsUm, pass } = micrometerErrors(check);
    for (const [i, printed] of ["0.9", "2.1", "1.0", "1.8", "1.1"].entries()) agrees(errorsUm[i] ?? 0, printed);
    agrees(maxAbsUm, "2.1");
    assert.equal(pass, true);
  });

  test("an error on the limit passes, in either direction, although its binary digits lie beyond", () => {
    const last = (readingMm: number) => ({ ...check, points: [...check.points.slice(0, 4), point(25, 0, readingMm)] });
    assert.equal(micrometerErrors(last(25.004)).pass, true);
    assert.equal(micrometerErrors(last(24.996)).pass, true);
    assert.equal(micrometerErrors(last(25.0041)).pass, false);
  });

  test.each<[string, Partial<MicrometerCheck>, string]>([
    ["four points", { points: check.points.slice(1) }, "too-few-rows"],
    ["a point twice", { points: [check.points[0]!, ...check.points] }, "not-ascending"],
    ["points downwards", { points: check.points.toReversed() }, "not-ascending"],
    ["a point outside the range", { rangeMm: [0, 20] }, "outside-method-range"],
    ["a reading of another block", { points: [...check.points.slice(0, 4), point(25, 0, 21)] }, "outside-method-range"],
    ["no permissible error", { mpeUm: 0 }, "outside-method-range"],
    ["a range that ends before it begins", { rangeMm: [25, 0] }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => micrometerErrors({ ...check, ...wrong }), { code });
  });

  test("1.5 bands of 0.6 µm are 0.45 µm of flatness", () => {
    near(interferenceFlatness(1.5, 0.6), 0.45, 1e-12);
    assert.equal(interferenceFlatness(0, 0.6), 0);
    assert.throws(() => interferenceFlatness(-1, 0.6), { code: "outside-method-range" });
    assert.throws(() => interferenceFlatness(1, 600), { code: "outside-method-range" });
  });

  test("parallelism takes the glass with the most bands on both faces", () => {
    const glasses = [
      [1, 1],
      [2, 1],
      [0, 2],
      [1, 0],
    ] as const;
    near(interferenceParallelism(glasses, 0.6), 0.9, 1e-12);
    assert.throws(() => interferenceParallelism(glasses.slice(1), 0.6), { code: "too-few-rows" });
  });
});

describe("dial indicator", () => {
  const limits = table<DialIndicatorTable>("jjg34-dial-indicator");
  const record: DialIndicatorRecord = {
    positionsMm: Array.from({ length: 21 }, (_, i) => i / 2),
    forwardUm: [0, 2, 3, 1, -1, -2, 0, 3, 5, 6, 4, 2, 1, -1, -3, -4, -2, 0, 2, 3, 1],
    backwardUm: [2, 3, 5, 3, 1, 0, 2, 4, 7, 7, 6, 4, 2, 1, -1, -2, -1, 2, 3, 4, 1],
    windowMm: 1,
    repeatsUm: [1, 2, 1, 3, 2],
  };

  test("full range 6 − (−4) = 10, hysteresis 2, any millimetre 5 (from −2 to 3), repeatability 2 µm", () => {
    const found = dialIndicatorVerdict(record, limits);
    assert.deepEqual(
      [found.fullRangeUm, found.hysteresisUm, found.windowUm, found.repeatabilityUm, found.pass],
      [10, 2, 5, 2, true],
    );
  });

  test("a window of half a millimetre has its own limit of 8 µm", () => {
    const found = dialIndicatorVerdict({ ...record, windowMm: 0.5 }, limits);
    assert.deepEqual([found.windowUm, found.limits.windowUm], [3, 8]);
  });

  test("each limit alone decides: a hysteresis of 4 fails, one of 3 passes", () => {
    const back = (of: number) => ({ ...record, backwardUm: record.forwardUm.map((f) => f + of) });
    assert.equal(dialIndicatorVerdict(back(3), limits).pass, true);
    assert.equal(dialIndicatorVerdict(back(4), limits).pass, false);
  });

  test.each<[string, Partial<DialIndicatorRecord>, string]>([
    ["a missing reading on the way back", { backwardUm: record.backwardUm.slice(1) }, "columns-differ"],
    ["a position twice", { positionsMm: [0, ...record.positionsMm.slice(0, 20)] }, "not-ascending"],
    ["four repeats", { repeatsUm: [1, 2, 1, 3] }, "too-few-rows"],
    ["a window below the step", { windowMm: 0.1 }, "window-not-covered"],
    ["a window beyond the range", { windowMm: 11 }, "window-not-covered"],
    ["a window without a limit", { windowMm: 1.5 }, "limit-not-loaded"],
    ["a reading that is no number", { repeatsUm: [1, 2, 1, 3, Number.NaN] }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => dialIndicatorVerdict({ ...record, ...wrong }, limits), { code });
  });
});

describe("three wires", () => {
  const m20: ThreeWireReading = {
    overWiresMm: 20.5602,
    wireMm: 1.4502,
    pitchMm: 2.5,
    angleDeg: 60,
    forceCorrectionMm: 0.0006,
  };

  test("M20 × 2.5: best wire 1.4434, simple 18.374664, A₁ 0.002040, d₂ 18.3732 mm", () => {
    const found = threeWire(m20);
    agrees(found.bestWireMm, "1.4434");
    agrees(found.simpleMm, "18.374664");
    agrees(found.leadCorrectionMm, "0.002040");
    agrees(found.pitchDiameterMm, "18.3732");
  });

  test("two starts: A₁ takes the lead and grows fourfold, the cotangent keeps the pitch", () => {
    const two = threeWire({ ...m20, leadMm: 5 });
    near(two.leadCorrectionMm, 4 * threeWire(m20).leadCorrectionMm, 1e-12);
    assert.equal(two.simpleMm, threeWire(m20).simpleMm);
  });

  test("wires of 0.505 and 0.725 of the pitch still touch", () => {
    assert.ok(threeWire({ ...m20, wireMm: 0.505 * 2.5 }).pitchDiameterMm > 0);
    assert.ok(threeWire({ ...m20, wireMm: 0.725 * 2.5 }).pitchDiameterMm > 0);
    assert.throws(() => threeWire({ ...m20, wireMm: 1.262 }), { code: "wire-size" });
    assert.throws(() => threeWire({ ...m20, wireMm: 1.813 }), { code: "wire-size" });
  });

  test.each<[string, Partial<ThreeWireReading>]>([
    ["no pitch", { pitchMm: 0 }],
    ["a flat angle", { angleDeg: 180 }],
    ["a force correction that is no number", { forceCorrectionMm: Number.NaN }],
    ["wires thicker than the thread", { overWiresMm: 1 }],
  ])("%s is refused", (_, wrong) => {
    assert.throws(() => threeWire({ ...m20, ...wrong }), { code: "outside-method-range" });
  });
});

describe("plain gauges", () => {
  const h7: GaugedFeature = {
    feature: "hole",
    nominalMm: 25,
    lowerMm: 0,
    upperMm: 0.021,
    toleranceMm: 0.0024,
    positionMm: 0.0034,
  };
  const numbers = (of: GaugedFeature) => {
    const { go, wear, noGo } = plainGauge(of);
    return [go.min, go.max, wear, noGo.min, noGo.max].map((limit) => Number(formatDecimal(limit)));
  };

  test("25H7: GO 25.0022 to 25.0046, wear 25, NO-GO 25.0186 to 25.0210", () => {
    assert.deepEqual(numbers(h7), [25.0022, 25.0046, 25, 25.0186, 25.021]);
  });

  test("a snap gauge for 25h7 is its mirror image", () => {
    const shaft = { ...h7, feature: "shaft", lowerMm: -0.021, upperMm: 0 } as const;
    assert.deepEqual(numbers(shaft), [24.9954, 24.9978, 25, 24.979, 24.9814]);
  });

  test.each<[string, Partial<GaugedFeature>, string]>([
    ["deviations that are swapped", { lowerMm: 0.021, upperMm: 0 }, "deviations-reversed"],
    ["a tolerance of nothing", { upperMm: 0 }, "deviations-reversed"],
    ["gauge tolerances in µm", { toleranceMm: 2.4 }, "gauge-tolerance-too-wide"],
    ["no gauge tolerance", { toleranceMm: 0 }, "outside-method-range"],
    ["no size", { nominalMm: Number.NaN }, "outside-method-range"],
  ])("%s are refused", (_, wrong, code) => {
    assert.throws(() => plainGauge({ ...h7, ...wrong }), { code });
  });
});
