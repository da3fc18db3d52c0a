import assert from "node:assert/strict";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { airDensity } from "./air-density.ts";
import { annualEnergy, type PowerPoint } from "./annual-energy.ts";
import { powerCoefficient, powerCurve } from "./power-curve.ts";

describe("density of the air", () => {
  test("26 °C and 998.5 hPa: 1.162791 dry, 1.152280 kg/m³ at 72 % humidity", () => {
    agrees(airDensity(299.15, 99850, 0), "1.162791");
    agrees(airDensity(299.15, 99850, 0.72), "1.152280");
  });

  test.each([
    ["humidity in percent", [299.15, 99850, 72], "outside-method-range"],
    ["a temperature in °C", [26, 99850, 0.5], "outside-method-range"],
    ["pressure in hPa", [299.15, 998.5, 0.5], "outside-method-range"],
    ["thin air", [320, 50000, 0.5], "air-density-range"],
  ] as const)("%s is refused", (_, [temperature, pressure, humidity], code) => {
    assert.throws(() => airDensity(temperature, pressure, humidity), { code });
  });
});

describe("power curve by bins", () => {
  const record = (windMS: number, powerKw: number, density = 1.225) => ({ windMS, powerKw, density });

  test("a bin takes its lower edge and not its upper one, and needs three records", () => {
    const { bins, complete } = powerCurve([record(6.75, 100), record(7, 110), record(7.24, 120), record(7.25, 130)]);
    assert.deepEqual(
      bins.map(({ centreMS, records, valid }) => [centreMS, records, valid]),
      [
        [7, 3, true],
        [7.5, 1, false],
      ],
    );
    near(bins[0]!.powerKw, 110, 1e-12);
    near(bins[0]!.sdKw!, 10, 1e-12);
    assert.equal(bins[1]!.sdKw, undefined);
    assert.equal(complete, false);
  });

  test("thin air moves a record to a lower speed: 8·(1.1025/1.225)^⅓ = 7.724", () => {
    // (0.9)^⅓ = 0.965489
    near(powerCurve([record(8, 900, 1.1025)]).bins[0]!.windMS, 8 * 0.9654893846, 1e-9);
  });

  test("1080 records make 180 h", () => {
    const records = Array.from({ length: 1080 }, (_, k) => record(4 + (k % 40) / 4, 100 + k));
    assert.equal(powerCurve(records).complete, true);
    assert.equal(powerCurve(records.slice(1)).complete, false);
  });

  test.each([
    ["a negative wind", [record(-1, 0)], {}, "negative-wind"],
    ["a wind that is no number", [record(Number.NaN, 0)], {}, "outside-method-range"],
    ["an impossible density", [record(5, 0, 2)], {}, "air-density-range"],
    ["no record", [], {}, "too-few-rows"],
    ["wake sectors left in", [record(5, 0)], { filtered: false }, "sectors-not-filtered"],
  ])("%s is refused", (_, records, { filtered }: { filtered?: boolean }, code) => {
    assert.throws(() => powerCurve(records, 1.225, filtered), { code });
  });

  test("C_p of 1000 kW at 10 m/s on 5000 m²: 10⁶/(½·1.225·5000·1000) = 0.32653", () => {
    agrees(powerCoefficient(1000, 10, 5000), "0.32653");
    assert.throws(() => powerCoefficient(1000, 0, 5000), { code: "outside-method-range" });
  });
});

describe("annual energy", () => {
  const curve: readonly PowerPoint[] = [
    [3.02, 18],
    [3.51, 66],
    [4.01, 139],
    [4.49, 229],
    [5, 345],
    [5.5, 492],
    [6.01, 665],
    [6.5, 869],
    [7, 1107],
    [7.49, 1378],
    [8, 1690],
    [8.51, 2005],
    [8.99, 2309],
    [9.5, 2612],
    [10.01, 2878],
    [10.5, 3071],
    [11, 3200],
    [11.49, 3262],
    [12.01, 3290],
    [12.5, 3298],
    [13, 3300],
    [14, 3300],
    [15, 3300],
    [16.02, 3300],
  ].map(([windMS, powerKw]) => ({ windMS: windMS!, powerKw: powerKw! }));

  test("6.5 m/s: 9 913 937.8 kWh measured, 10 158 640.5 kWh extrapolated, complete", () => {
    const { measuredKwh, extrapolatedKwh, ratio, complete } = annualEnergy(curve, 6.5, 25);
    agrees(measuredKwh, "9913937.8");
    agrees(extrapolatedKwh, "10158640.5");
    agrees(ratio, "0.97591");
    assert.equal(complete, true);
  });

  test("a curve that stops early is not complete at a windy site", () => {
    assert.equal(annualEnergy(curve.slice(0, 16), 10, 25).complete, false);
  });

  test.each<[string, readonly PowerPoint[], number, number, string]>([
    ["a bin twice", [curve[0]!, curve[0]!], 6.5, 25, "not-ascending"],
    ["one bin", [curve[0]!], 6.5, 25, "too-few-rows"],
    ["no wind", curve, 0, 25, "outside-method-range"],
    ["a cut-out below the last bin", curve, 6.5, 16, "outside-method-range"],
    ["a power that is no number", [curve[0]!, { windMS: 5, powerKw: Number.NaN }], 6.5, 25, "outside-method-range"],
  ])("%s is refused", (_, points, average, cutOut, code) => {
    assert.throws(() => annualEnergy(points, average, cutOut), { code });
  });
});
