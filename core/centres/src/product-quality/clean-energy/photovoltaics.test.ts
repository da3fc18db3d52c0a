import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { correctedByProcedure1, correctedByProcedure2 } from "./curve-correction.ts";
import { interpolatedByProcedure3 } from "./curve-interpolation.ts";
import { type Datasheet, fitDiode } from "./diode-fit.ts";
import { type LoadWeights, weightedEfficiency } from "./inverter-efficiency.ts";
import { curveParameters } from "./iv-curve.ts";
import { cellTemperature, nominalTemperature } from "./module-temperature.ts";
import { gate1, gate2, type RetainedPower } from "./rated-power.ts";
import { diodeCurve, diodePoints, modifiedIdeality, type SingleDiode } from "./single-diode.ts";
import { MODULE_SWEEP, SWEEP_600, SWEEP_900 } from "./testing/sweeps.ts";

const data = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;

// pvlib, precise_iv_curves1, index 1
const cell: SingleDiode = {
  photocurrentA: 1,
  saturationCurrentA: 5e-10,
  seriesOhm: 0.1,
  shuntOhm: 300,
  idealityV: modifiedIdeality(1.01, 72, 298.15),
};

describe("the single-diode model", () => {
  test.each([
    [cell, [0.999666777713, 39.74810737987, 0.846123860914, 33.936894315456, 28.71481604564]],
    [
      { ...cell, seriesOhm: 1, idealityV: modifiedIdeality(1.3, 72, 298.15) },
      [0.996677740608, 51.0541212658, 0.815763945057, 42.8629671729, 34.9660631978],
    ],
    [
      { ...cell, photocurrentA: 8, idealityV: modifiedIdeality(1.3, 72, 298.15) },
      [7.99733422173, 56.4461925542, 7.46717623604, 48.3593959014, 361.108131864],
    ],
  ])("reproduces the reference curve of 40 digits %#", (diode, [isc, voc, imp, vmp, pmp]) => {
    const points = diodePoints(diode);
    near(points.shortCircuitA, isc!, 1e-11);
    near(points.openCircuitV, voc!, 1e-11);
    near(points.peakA, imp!, 1e-9);
    near(points.peakV, vmp!, 1e-9);
    near(points.peakW, pmp!, 1e-11);
  });

  test("without series resistance and shunt it is Shockley's closed form", () => {
    const ideal = { ...cell, seriesOhm: 0, shuntOhm: 1e15 };
    near(diodePoints(ideal).openCircuitV, cell.idealityV * Math.log(1 / 5e-10 + 1), 1e-12);
    near(diodePoints(ideal).shortCircuitA, 1, 1e-12);
  });

  test("its curve runs from short to open circuit and leads back to the same figures", () => {
    const curve = diodeCurve(cell, 2001);
    const found = curveParameters(curve);
    near(found.peakW, 28.71481604564, 1e-6);
    near(found.openCircuitV, 39.74810737987, 1e-9);
  });

  test.each([
    ["no shunt", { shuntOhm: 0 }],
    ["no photocurrent", { photocurrentA: 0 }],
    ["a negative series resistance", { seriesOhm: -0.1 }],
    ["an ideality that is no number", { idealityV: Number.NaN }],
    ["an infinite saturation current", { saturationCurrentA: Number.POSITIVE_INFINITY }],
  ])("%s is refused", (_, wrong) => {
    assert.throws(() => diodePoints({ ...cell, ...wrong }), { code: "non-positive-parameter" });
  });
});

describe("five parameters from a datasheet", () => {
  const sheet: Datasheet = {
    peakV: 31,
    peakA: 8.71,
    openCircuitV: 38.3,
    shortCircuitA: 9.43,
    alphaAK: 0.005658,
    betaVK: -0.13788,
    cellsInSeries: 60,
  };

  test("the module of pvlib's test", () => {
    const found = fitDiode(sheet);
    near(found.photocurrentA, 9.45232, 1e-4);
    near(found.saturationCurrentA, 3.2246e-10, 1e-4);
    near(found.seriesOhm, 0.297814, 1e-4);
    near(found.shuntOhm, 125.798, 1e-4);
    near(found.idealityV, 1.59128, 1e-4);
  });

  test("the model gives the datasheet back", () => {
    const points = diodePoints(fitDiode(sheet));
    near(points.peakW, 31 * 8.71, 1e-9);
    near(points.openCircuitV, 38.3, 1e-9);
    near(points.shortCircuitA, 9.43, 1e-9);
  });

  test.each<[string, Partial<Datasheet>, string]>([
    ["a maximum beyond the open circuit", { peakV: 39 }, "outside-method-range"],
    ["a maximum beyond the short circuit", { peakA: 9.5 }, "outside-method-range"],
    ["a coefficient in percent", { alphaAK: 6 }, "coefficient-unit"],
    ["a voltage that rises with temperature", { betaVK: 0.1 }, "outside-method-range"],
    ["a fill factor that no diode has", { peakV: 38.2, peakA: 9.42 }, "fit-not-converged"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => fitDiode({ ...sheet, ...wrong }), { code });
  });
});

describe("correction of a sweep", () => {
  const conditions = { irradianceWm2: 926, temperatureC: 47.3, targetWm2: 1000, targetC: 25 };
  const absolute = { alphaAK: 0.00578, betaVK: -0.139, seriesOhm: 0.26, kappaOhmK: 0.0013 };
  const relative = {
    alphaPerK: 0.00045,
    betaPerK: -0.0029,
    irradianceFactor: 0.052,
    seriesOhm: 0.26,
    kappaOhmK: 0.0013,
  };

  test("procedure 1 brings the worked sweep to 485.2641 W", () => {
    const { measured, corrected, procedure, edition } = correctedByProcedure1(MODULE_SWEEP, conditions, absolute);
    agrees(measured.peakW, "415.8623");
    agrees(corrected.peakW, "485.2641");
    agrees(corrected.shortCircuitA, "12.721512");
    agrees(corrected.openCircuitV, "49.107520");
    agrees(corrected.fillFactor, "0.776768");
    assert.deepEqual([procedure, edition], [1, "IEC 60891:2009"]);
  });

  test("procedure 2 brings it to 484.1765 W", () => {
    agrees(correctedByProcedure2(MODULE_SWEEP, conditions, relative).corrected.peakW, "484.1765");
  });

  test("to the same conditions nothing changes", () => {
    const same = { ...conditions, targetWm2: 926, targetC: 47.3 };
    const { measured, corrected } = correctedByProcedure1(MODULE_SWEEP, same, absolute);
    assert.deepEqual(corrected, measured);
  });

  test("procedure 3 finds 354.1781 W at 800 W/m² and 42.667 °C", () => {
    const [low, high] = [
      { curve: SWEEP_600, irradianceWm2: 600, temperatureC: 40 },
      { curve: SWEEP_900, irradianceWm2: 900, temperatureC: 44 },
    ];
    const found = interpolatedByProcedure3(low, high, 800);
    agrees(found.a, "0.66667");
    agrees(found.temperatureC, "42.667");
    agrees(found.peakW, "354.1781");
    assert.throws(() => interpolatedByProcedure3(low, high, 950), { code: "irradiance-range" });
    assert.throws(() => interpolatedByProcedure3(low, { ...high, irradianceWm2: 600 }, 600), {
      code: "irradiance-range",
    });
  });

  test.each<[string, object, object, string]>([
    ["an irradiance 35 % off", { irradianceWm2: 650 }, {}, "irradiance-range"],
    ["a dim sky", { irradianceWm2: 190, targetWm2: 200 }, {}, "irradiance-range"],
    ["a wide step with κ of zero", { temperatureC: 60 }, { kappaOhmK: 0 }, "kappa-missing"],
    ["a wide step without κ", { temperatureC: 60 }, { kappaOhmK: undefined }, "kappa-missing"],
    ["α in percent of a bad table", {}, { alphaAK: 1.3 }, "coefficient-unit"],
    ["a negative series resistance", {}, { seriesOhm: -1 }, "outside-method-range"],
    ["a temperature that is no number", { temperatureC: Number.NaN }, {}, "outside-method-range"],
  ])("procedure 1 with %s is refused", (_, wrong, coefficients, code) => {
    assert.throws(
      () => correctedByProcedure1(MODULE_SWEEP, { ...conditions, ...wrong }, { ...absolute, ...coefficients }),
      { code },
    );
  });

  test("procedure 2 knows %/K from 1/K", () => {
    assert.throws(() => correctedByProcedure2(MODULE_SWEEP, conditions, { ...relative, alphaPerK: 0.045 }), {
      code: "coefficient-unit",
    });
  });

  const { voltagesV, currentsA } = MODULE_SWEEP;
  test.each([
    ["a voltage twice", { voltagesV: voltagesV.with(3, voltagesV[2]!), currentsA }, "voltage-not-sorted"],
    ["a sweep from open to short circuit", { voltagesV: voltagesV.toReversed(), currentsA }, "voltage-not-sorted"],
    ["a current missing", { voltagesV, currentsA: currentsA.slice(1) }, "columns-differ"],
    ["nine points", { voltagesV: voltagesV.slice(0, 9), currentsA: currentsA.slice(0, 9) }, "too-few-rows"],
    [
      "a sweep that ends before the maximum",
      { voltagesV: voltagesV.slice(0, 14), currentsA: currentsA.slice(0, 14) },
      "peak-at-end",
    ],
    ["a gap in the currents", { voltagesV, currentsA: currentsA.with(5, Number.NaN) }, "outside-method-range"],
  ])("%s is refused", (_, curve, code) => {
    assert.throws(() => curveParameters(curve), { code });
  });
});

describe("rated power and temperature", () => {
  const batch = {
    measuredW: [548.6, 551.2, 545.1, 549.9],
    nameplateW: 550,
    tolerancePercent: 0,
    uncertaintyPercent: 1.9,
  };

  test("gate 1 gives the laboratory's uncertainty to the supplier", () => {
    const gate = gate1(batch);
    agrees(gate.thresholdW, "539.745");
    agrees(gate.meanW, "548.70");
    assert.equal(gate.pass, true);
    assert.equal(gate1({ ...batch, measuredW: [539.7, 560, 560] }).pass, false);
    // Every module may lie below the label by its tolerance, their mean may not.
    assert.deepEqual(
      [gate1({ ...batch, tolerancePercent: 3, measuredW: [530, 530] })].map(({ each, pass }) => [each, pass]),
      [[[true, true], false]],
    );
    assert.throws(() => gate1({ ...batch, measuredW: [] }), { code: "too-few-rows" });
    assert.throws(() => gate1({ ...batch, measuredW: [-1] }), { code: "outside-method-range" });
  });

  test("gate 2 allows 5 % and the reproducibility, and guesses no limit", () => {
    const limit = data<RetainedPower>("iec-61215");
    const gate = gate2(548.6, 523.4, 0.5, limit);
    agrees(gate.ratio, "0.95406");
    agrees(gate.least, "0.94525");
    assert.equal(gate.pass, true);
    assert.equal(gate2(100, 95, 0, limit).pass, true);
    assert.equal(gate2(100, 94.999, 0, limit).pass, false);
    assert.throws(() => gate2(100, 95, 0, { ...limit, retained: null }), { code: "limit-not-loaded" });
  });

  test("Faiman's regression on seven records: NMOT 43.77 °C, reported 44", () => {
    const records = [
      [812, 24.1, 1.1, 48.3],
      [905, 26.0, 2.3, 48.1],
      [640, 22.5, 0.6, 43.4],
      [987, 27.8, 3.4, 49.0],
      [724, 23.9, 1.8, 42.5],
      [858, 25.2, 4.1, 43.6],
      [560, 21.8, 2.9, 35.1],
    ].map(([irradianceWm2, ambientC, windMS, moduleC]) => ({
      irradianceWm2: irradianceWm2!,
      ambientC: ambientC!,
      windMS: windMS!,
      moduleC: moduleC!,
    }));
    const found = nominalTemperature(records);
    agrees(found.u0, "28.90351");
    agrees(found.u1, "4.75422");
    agrees(found.nmotC, "43.77");
    assert.equal(found.reportedC, "44");
    const dim = { irradianceWm2: 300, ambientC: 20, windMS: 1, moduleC: 90 };
    assert.equal(nominalTemperature([...records, dim]).used, 7);
    assert.throws(() => nominalTemperature([{ ...dim, moduleC: 20 }]), { code: "module-not-warmer" });
    assert.throws(() => nominalTemperature(records.slice(0, 2)), { code: "too-few-rows" });
    agrees(cellTemperature(44, 31.5, 930), "59.4");
  });

  test("weighted efficiencies: Euro 98.1035 %, CEC 98.3100 %, China 98.2241 %", () => {
    const measured = {
      "5": 0.9412,
      "10": 0.9668,
      "20": 0.9789,
      "30": 0.9831,
      "50": 0.9848,
      "75": 0.9841,
      "100": 0.9826,
    };
    const { rows } = data<{ readonly rows: readonly LoadWeights[] }>("inverter-efficiency-weights");
    const found = rows.map((weights) => 100 * weightedEfficiency(measured, weights));
    for (const [k, printed] of ["98.1035", "98.3100", "98.2241"].entries()) agrees(found[k]!, printed);
    for (const { weights } of rows) {
      near(
        Object.values(weights).reduce((total, weight) => total + Number(weight), 0),
        1,
        1e-12,
      );
    }
    assert.throws(() => weightedEfficiency({ ...measured, "50": 1.02 }, rows[0]!), { code: "efficiency-out-of-range" });
    assert.throws(() => weightedEfficiency({ "50": 0.98 }, rows[0]!), { code: "load-not-measured" });
  });
});
