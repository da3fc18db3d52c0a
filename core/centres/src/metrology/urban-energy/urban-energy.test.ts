import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { toNumber } from "@quanheng/kernel/decimal.ts";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { type BuildingIndexTable, buildingEnergy, buildingRating, type CoalTable } from "./building-energy.ts";
import { compositeError, electricityErrors, electricityVerdict, roundedError } from "./electricity-error.ts";
import { type ElectricityTable, electricityLimit, type LoadPoint } from "./electricity-limit.ts";
import { startAndNoLoad } from "./electricity-start.ts";
import { convertedGas } from "./gas-conversion.ts";
import { type GasMeterTable, gasMeterVerdict } from "./gas-meter.ts";
import { type HeatMeterTable, heatCoefficient, heatMeterError, heatMeterLimits } from "./heat-meter.ts";
import { type OimlElectricityTable, oimlElectricityLimit } from "./oiml-electricity-limit.ts";
import { vesselVolume, type WaterMeterTable, waterFlows, waterMeterVerdict, weighedVolume } from "./water-meter.ts";

function table<Table>(name: string): Table {
  return JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}`, import.meta.url), "utf8")) as Table;
}

const pulses = {
  standardPerKwh: 6e6,
  meterPerKwh: 1200,
  currentRatioKi: 1,
  voltageRatioKu: 1,
  meterPulses: 10,
  counts: [49874, 49866],
  systemPercent: 0,
};
const load: LoadPoint = { accuracyClass: "1", connection: "direct", currentRatio: 1, powerFactor: "1.0" };
const electricity = table<ElectricityTable>("electricity-meter-mpe.json");

describe("electricity meters", () => {
  test("class 1 at I_b: m₀ 50 000, +0.252637 and +0.268720 %, stated +0.3 % of ±1.0 %", () => {
    const found = electricityVerdict(pulses, load, electricity);
    assert.equal(found.expected, 50000);
    agrees(found.errorsPercent[0]!, "0.252637");
    agrees(found.errorsPercent[1]!, "0.268720");
    agrees(found.meanPercent, "0.260678");
    assert.deepEqual([found.reportedPercent, found.limitPercent, found.within], [0.3, 1, true]);
  });

  test.each([
    [0.25, "1", 0.2],
    [0.35, "1", 0.4],
    [0.125, "0.5", 0.1],
    [0.175, "0.5", 0.2],
    [0.03, "0.2", 0.04],
    [-0.05, "1", 0],
  ])("an error of %s %% of class %s is stated as %s %%", (error, accuracyClass, stated) => {
    assert.equal(toNumber(roundedError(error, accuracyClass)), stated);
  });

  test("the rounded error is judged: 1.04 % is 1.0 % and within, 1.06 % is not", () => {
    const at = (systemPercent: number) =>
      electricityVerdict({ ...pulses, counts: [50000, 50000], systemPercent }, load, electricity).within;
    assert.deepEqual([at(1.04), at(1.05), at(1.06), at(-1.06)], [true, true, false, false]);
  });

  test.each<[string, Partial<LoadPoint>, number]>([
    ["class 1 low", { currentRatio: 0.05 }, 1.5],
    ["class 1 at the step", { currentRatio: 0.1 }, 1],
    ["class 1, 0.5L low", { currentRatio: 0.1, powerFactor: "0.5L" }, 1.5],
    [
      "class 0.5S at 0.02 I_n, 0.5L",
      { accuracyClass: "0.5", connection: "transformer", currentRatio: 0.02, powerFactor: "0.5L" },
      1,
    ],
    ["class 0.2S", { accuracyClass: "0.2", connection: "transformer", currentRatio: 0.05 }, 0.2],
    ["class 2, 0.8C", { accuracyClass: "2", currentRatio: 1, powerFactor: "0.8C" }, 2],
  ])("limit: %s", (_, more, limit) => assert.equal(electricityLimit({ ...load, ...more }, electricity), limit));

  test.each<[string, () => unknown, string]>([
    ["a count of zero", () => electricityErrors({ ...pulses, counts: [0, 49866] }), "non-positive-count"],
    ["a negative count", () => electricityErrors({ ...pulses, counts: [-1, 49866] }), "non-positive-count"],
    ["half a pulse", () => electricityErrors({ ...pulses, counts: [49874.5, 49866] }), "not-whole"],
    ["no pulses of the meter", () => electricityErrors({ ...pulses, meterPulses: 0 }), "non-positive-count"],
    [
      "a count that is no number",
      () => electricityErrors({ ...pulses, counts: [Number.NaN, 1] }),
      "non-positive-count",
    ],
    ["a single run", () => electricityErrors({ ...pulses, counts: [49874] }), "too-few-rows"],
    ["a constant of zero", () => electricityErrors({ ...pulses, meterPerKwh: 0 }), "outside-method-range"],
    [
      "class 1 behind a transformer",
      () => electricityLimit({ ...load, connection: "transformer" }, electricity),
      "class-connection-mismatch",
    ],
    [
      "a current below the table",
      () => electricityLimit({ ...load, currentRatio: 0.04 }, electricity),
      "current-out-of-range",
    ],
    [
      "a current above I_max",
      () => electricityLimit({ ...load, currentRatio: 13, maxRatio: 12 }, electricity),
      "current-out-of-range",
    ],
    ["class 3", () => electricityLimit({ ...load, accuracyClass: "3" }, electricity), "unknown-item"],
    ["an error that is no number", () => roundedError(Number.NaN, "1"), "outside-method-range"],
    [
      "another power factor",
      () => electricityLimit({ ...load, powerFactor: "0.9" as "1.0" }, electricity),
      "unknown-item",
    ],
  ])("%s is refused", (_, attempt, code) => assert.throws(attempt, { code }));

  test("starting and no load, 5(60) A, 220 V, 1200 imp/kWh: 0.02 A, 13.636 min, 37.879 min", () => {
    const meter = { accuracyClass: "1", pulsesPerKwh: 1200, elements: 1, voltageV: 220, baseA: 5, maxA: 60 };
    const { startA, startMin, noLoadMin } = startAndNoLoad(meter, electricity);
    near(startA, 0.02, 1e-12);
    agrees(startMin, "13.636");
    agrees(noLoadMin, "37.879");
    assert.throws(() => startAndNoLoad({ ...meter, maxA: 5 }, electricity), { code: "current-out-of-range" });
    assert.throws(() => startAndNoLoad({ ...meter, elements: 1.5 }, electricity), { code: "not-whole" });
    assert.throws(() => startAndNoLoad({ ...meter, elements: 0 }, electricity), { code: "outside-method-range" });
  });

  test("OIML R 46: class B, below I_min the limit grows by I_min/I; an empty cell refuses", () => {
    const r46 = table<OimlElectricityTable>("oiml-r46.json");
    const currents = { startA: 0.02, minA: 0.25, transitionalA: 0.5, maxA: 60 };
    const at = (currentA: number, unity = true, accuracyClass = "B") =>
      oimlElectricityLimit({ currentA, unity, accuracyClass }, currents, r46);
    assert.deepEqual([at(5), at(5, false), at(0.3), at(0.3, false)], [1, 1.5, 1.5, 1.8]);
    near(at(0.125), 3, 1e-12);
    assert.throws(() => at(0.125, false), { code: "limit-not-loaded" });
    assert.throws(() => at(61), { code: "current-out-of-range" });
    assert.throws(() => at(5, true, "E"), { code: "unknown-item" });
  });

  test("composite error: √(0.42² + 0.31² + 0.12² + 0.05²) = 0.53796 %", () => {
    const parts = { basePercent: 0.42, temperaturePercent: 0.31, voltagePercent: 0.12, frequencyPercent: 0.05 };
    agrees(compositeError(parts), "0.53796");
    assert.throws(() => compositeError({ ...parts, basePercent: Infinity }), { code: "outside-method-range" });
  });
});

describe("water meters", () => {
  const limits = table<WaterMeterTable>("water-meter-mpe.json");
  const meter = { accuracyClass: "2", permanentM3H: 2.5, ratio: 160, waterC: 20.3 };
  const points = (indicated: readonly number[]) =>
    (
      [
        [0.0158, 9.955],
        [0.0255, 19.91],
        [0.84, 99.71],
        [2.45, 99.75],
      ] as const
    ).map(([flowM3H, massKg], at) => ({
      flowM3H,
      indicatedL: indicated[at]!,
      actualL: weighedVolume(massKg, 20.3, 1.2),
    }));
  const good = points([10.23, 20.06, 100.92, 100.65]);

  test("Q₃ 2.5, R160: +2.464, +0.461, +0.919, +0.609 %, passes", () => {
    const found = waterMeterVerdict(meter, good, limits);
    for (const [at, printed] of ["2.464", "0.461", "0.919", "0.609"].entries()) {
      agrees(found.points[at]!.errorPercent, printed);
    }
    agrees(found.points[3]!.actualL, "100.04073");
    assert.deepEqual([found.allSameSign, found.halfRuleKept, found.passes], [true, true, true]);
  });

  test("+3.065, +1.462, +1.549, +1.259 %: each within its limit, none within half of it: fails", () => {
    const found = waterMeterVerdict(meter, points([10.29, 20.26, 101.55, 101.3]), limits);
    assert.ok(found.points.every(({ within }) => within));
    assert.deepEqual([found.halfRuleKept, found.passes], [false, false]);
  });

  test("warm water and service have wider limits", () => {
    const [lower, upper] = waterMeterVerdict({ ...meter, waterC: 50, inService: true }, good, limits).points;
    assert.deepEqual([lower?.mpePercent, upper?.mpePercent], [10, 6]);
  });

  test("a standard vessel grows with its temperature: 100 L at 30 °C with 5e-5/K are 100.05 L", () => {
    near(vesselVolume(100, 30, 5e-5), 100.05, 1e-12);
    assert.equal(waterFlows(2.5, 160).q4, 3.125);
  });

  test.each<[string, () => unknown, string]>([
    ["one point", () => waterMeterVerdict(meter, good.slice(0, 1), limits), "missing-flow-points"],
    ["no point", () => waterMeterVerdict(meter, [], limits), "too-few-rows"],
    [
      "a flow below Q₁",
      () => waterMeterVerdict(meter, [{ ...good[0]!, flowM3H: 0.0156 }, ...good], limits),
      "flow-out-of-range",
    ],
    [
      "a flow above Q₄",
      () => waterMeterVerdict(meter, [...good, { ...good[3]!, flowM3H: 3.126 }], limits),
      "flow-out-of-range",
    ],
    [
      "10 L at a resolution of 0.2 L",
      () => waterMeterVerdict({ ...meter, resolutionL: 0.2 }, good, limits),
      "volume-too-small",
    ],
    ["class 3", () => waterMeterVerdict({ ...meter, accuracyClass: "3" }, good, limits), "unknown-item"],
    ["no permanent flow", () => waterMeterVerdict({ ...meter, permanentM3H: 0 }, good, limits), "outside-method-range"],
    ["a negative mass", () => weighedVolume(-1, 20, 1.2), "outside-method-range"],
    ["ice", () => weighedVolume(10, -1, 1.2), "outside-method-range"],
    ["air as heavy as water", () => weighedVolume(10, 20, 998), "outside-method-range"],
    [
      "a volume that is no number",
      () => waterMeterVerdict(meter, points([Number.NaN, 20, 100, 100]), limits),
      "outside-method-range",
    ],
  ])("%s is refused", (_, attempt, code) => assert.throws(attempt, { code }));

  test("exactly 100 times the resolution is enough", () => {
    const enough = good.map((point) => ({ ...point, actualL: Math.max(point.actualL, 10) }));
    assert.ok(waterMeterVerdict({ ...meter, resolutionL: 0.1 }, enough, limits).points.length === 4);
  });
});

describe("heat meters", () => {
  const limits = table<HeatMeterTable>("heat-meter-mpe.json");
  const run = {
    supplyC: 68.42,
    returnC: 42.15,
    sensor: "return",
    pressureMpa: 1.6,
    accuracyClass: "2",
    flowM3H: 0.9,
    permanentM3H: 1.5,
    leastDifferenceK: 3,
    volumeM3: 0.7832,
    indicatedKwh: 23.97,
  } as const;

  test("heat coefficients 4.148534, 4.088194, 4.125535 MJ/(m³·K)", () => {
    const at = (supplyC: number, returnC: number, sensor: "supply" | "return") =>
      heatCoefficient({ supplyC, returnC, sensor, pressureMpa: 1.6 });
    agrees(at(70, 40, "return"), "4.148534");
    agrees(at(70, 40, "supply"), "4.088194");
    agrees(at(130, 70, "return"), "4.125535");
  });

  test("limits: class 2 2.5 + 0.95 + 0.65 = 4.1 %, class 3 with the flow capped at 5 % 8.0 %", () => {
    const point = { accuracyClass: "2", flowM3H: 0.06, permanentM3H: 1.5, differenceK: 20, leastDifferenceK: 3 };
    const found = heatMeterLimits(point, limits);
    near(found.flowPercent, 2.5, 1e-12);
    near(found.sensorsPercent, 0.95, 1e-12);
    near(found.calculatorPercent, 0.65, 1e-12);
    near(found.totalPercent, 4.1, 1e-12);
    near(
      heatMeterLimits({ ...point, accuracyClass: "3", flowM3H: 0.015, differenceK: 6 }, limits).totalPercent,
      8,
      1e-12,
    );
  });

  test("complete meter: 23.68910 kWh, +1.186 % of ±3.490 %", () => {
    const found = heatMeterError(run, limits);
    agrees(found.coefficient, "4.144940");
    agrees(found.referenceKwh, "23.68910");
    agrees(found.errorPercent, "1.186");
    agrees(found.mpePercent, "3.490");
    assert.ok(found.within);
  });

  test.each<[string, Partial<Record<keyof typeof run, number | string>>, string]>([
    ["a difference below the least one", { returnC: 66 }, "below-dtheta-min"],
    ["swapped temperatures", { supplyC: 40, returnC: 60 }, "supply-below-return"],
    ["boiling water", { supplyC: 120, pressureMpa: 0.11 }, "outside-method-range"],
    ["frozen water", { returnC: 0 }, "outside-method-range"],
    ["class 4", { accuracyClass: "4" }, "unknown-item"],
    ["no volume", { volumeM3: 0 }, "outside-method-range"],
    ["no flow", { flowM3H: 0 }, "outside-method-range"],
    ["a temperature that is no number", { supplyC: Number.NaN }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => heatMeterError({ ...run, ...(wrong as object) }, limits), { code });
  });
});

describe("gas meters", () => {
  const limits = table<GasMeterTable>("gas-meter-mpe.json");
  const meter = { accuracyClass: "1.5", maxM3H: 6, minM3H: 0.04, transitionalM3H: 0.6 };
  const errors = [
    [0.04, -1.85],
    [0.6, 1.1],
    [1.2, 0.62],
    [2.4, 0.35],
    [4.2, -0.12],
    [6, -0.58],
  ] as const;
  const points = errors.map(([flowM3H, errorPercent]) => ({ flowM3H, errorPercent }));

  test("G4 class 1.5: weights 0.1, 0.2, 0.4, 0.7, 0.4 and +0.0322 %", () => {
    const found = gasMeterVerdict(meter, points, limits);
    for (const [at, k] of [0.1, 0.2, 0.4, 0.7, 0.4].entries()) near(found.weights[at]!, k, 1e-12);
    agrees(found.weightedPercent, "0.0322");
    assert.deepEqual([found.rangeKept, found.halfRuleKept, found.passes], [true, true, true]);
  });

  test("errors of one sign above half of the limit fail", () => {
    const high = points.map(({ flowM3H }) => ({ flowM3H, errorPercent: flowM3H === 0.6 ? 0.8 : 0.3 }));
    const found = gasMeterVerdict(meter, high, limits);
    assert.deepEqual([found.within.every(Boolean), found.halfRuleKept, found.passes], [true, false, false]);
  });

  test("a weighted mean above 0.6 % fails though every point is within", () => {
    const high = points.map(({ flowM3H }) => ({ flowM3H, errorPercent: flowM3H === 0.6 ? -0.1 : 0.74 }));
    const found = gasMeterVerdict(meter, high, limits);
    assert.deepEqual([found.within.every(Boolean), found.halfRuleKept, found.passes], [true, true, false]);
  });

  test.each<[string, () => unknown, string]>([
    [
      "a flow above the greatest",
      () => gasMeterVerdict(meter, [{ flowM3H: 7, errorPercent: 0.1 }], limits),
      "flow-above-qmax",
    ],
    [
      "a flow below the least",
      () => gasMeterVerdict(meter, [{ flowM3H: 0.03, errorPercent: 0.1 }], limits),
      "flow-below-qmin",
    ],
    ["a flow twice", () => gasMeterVerdict(meter, [...points, points[5]!], limits), "duplicate-flow"],
    ["no point above the transitional flow", () => gasMeterVerdict(meter, points.slice(0, 1), limits), "too-few-rows"],
    ["flows out of order", () => gasMeterVerdict({ ...meter, minM3H: 1 }, points, limits), "flow-range-invalid"],
    ["class 3", () => gasMeterVerdict({ ...meter, accuracyClass: "3" }, points, limits), "unknown-item"],
    [
      "an error that is no number",
      () => gasMeterVerdict(meter, [{ flowM3H: 6, errorPercent: Number.NaN }], limits),
      "outside-method-range",
    ],
  ])("%s is refused", (_, attempt, code) => assert.throws(attempt, { code }));

  const gas = {
    volumeM3: 1250,
    absoluteMpa: 0.412,
    tempC: 27.4,
    compressibility: 0.99185,
    baseMpa: 0.101325,
    baseK: 293.15,
    baseCompressibility: 1,
  };

  test("1250 m³ at 412 kPa and 27.4 °C are 4998.248 m³ at 20 °C", () => agrees(convertedGas(gas), "4998.248"));

  test.each<[string, Partial<typeof gas>, string]>([
    ["a gauge pressure", { absoluteMpa: 0.0799 }, "pressure-not-absolute"],
    ["no compression factor", { compressibility: 0 }, "compressibility-invalid"],
    ["a compression factor that is no number", { compressibility: Number.NaN }, "compressibility-invalid"],
    ["a negative volume", { volumeM3: -1 }, "outside-method-range"],
    ["absolute zero", { tempC: -273.15 }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => assert.throws(() => convertedGas({ ...gas, ...wrong }), { code }));
});

describe("buildings", () => {
  const coal = table<CoalTable>("coal-equivalent.json");
  const office = {
    areaM2: 23500,
    use: { electricity: 2180000, naturalGas: 41200 },
    hoursPerYear: 3120,
    areaPerPersonM2: 10.9,
    electricityKwh: 2180000,
  };

  test("317 951.16 kgce, 13.5298 kgce/m², 92.7660·0.860897·1.027 = 82.018 kWh/m²", () => {
    const found = buildingEnergy(office, coal);
    agrees(found.coalKg, "317951.16");
    agrees(found.coalKgM2, "13.5298");
    agrees(found.indexKwhM2, "92.7660");
    agrees(found.hoursFactor, "0.860897");
    agrees(found.correctedKwhM2, "82.018");
  });

  test("a commercial office of class A in Nanning stands above 80 kWh/m²", () => {
    const index = table<BuildingIndexTable>("gbt51161-2016.json");
    const rate = (kwh: number) => buildingRating(kwh, "hotSummerWarmWinter", "commercialA", index);
    assert.deepEqual([rate(82.018), rate(80), rate(65)], ["above", "constraint", "guide"]);
    assert.throws(() => buildingRating(80, "cold", "commercialA", index), { code: "unknown-item" });
  });

  test.each<[string, object, string]>([
    ["no area", { areaM2: 0 }, "outside-method-range"],
    ["more hours than a year", { hoursPerYear: 9000 }, "outside-method-range"],
    ["a negative use", { use: { electricity: -1 } }, "outside-method-range"],
    ["peat", { use: { peat: 1 } }, "unknown-item"],
    ["nothing used", { use: {} }, "too-few-rows"],
  ])("%s is refused", (_, wrong, code) => assert.throws(() => buildingEnergy({ ...office, ...wrong }, coal), { code }));

  test("an empty coefficient is not guessed", () => {
    const holed = { ...coal, carriers: { electricity: { unit: "kW.h", kgce: null } } };
    assert.throws(() => buildingEnergy({ ...office, use: { electricity: 1 } }, holed), { code: "limit-not-loaded" });
  });
});
