import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { batteryEnergy } from "./battery-energy.ts";
import { type ChargerLimits, chargingError } from "./charging-error.ts";
import { consecutiveRange } from "./consecutive-range.ts";
import { dutyCycle, pilotSignal } from "./control-pilot.ts";
import { type IsolationLimits, type IsolationReading, isolationResistance } from "./isolation-resistance.ts";
import { type ShortenedTest, shortenedRange, shortenedRangeWltp } from "./shortened-range.ts";
import { CONSECUTIVE_CYCLES_KM } from "./testing/cycles.ts";

const data = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;

describe("range by consecutive cycles", () => {
  const run = { cyclesKm: CONSECUTIVE_CYCLES_KM, mainsWh: 58940 };

  test("31 cycles: 444.226 km → 444 km, 132.680 Wh/km → 13.3 kWh/100 km", () => {
    const range = consecutiveRange(run);
    agrees(range.distanceKm, "444.226");
    agrees(range.whPerKm, "132.680");
    assert.deepEqual([range.reportedKm, range.reportedKwhPer100Km], ["444", "13.3"]);
  });

  test("only the last cycle may be short, none may be 1 % long", () => {
    const cycle = (km: number) => ({ cyclesKm: [14.48, km, 14.48], mainsWh: 1000 });
    assert.throws(() => consecutiveRange(cycle(9.8)), {
      code: "cycle-distance",
      facts: { field: "cyclesKm", row: 2, given: 9.8, nominal: 14.48, tolerance: 0.1448 },
    });
    assert.throws(() => consecutiveRange({ cyclesKm: [14.48, 15], mainsWh: 1000 }), { code: "cycle-distance" });
    consecutiveRange({ cyclesKm: [14.48, 14.6], mainsWh: 1000 });
  });

  test.each([
    ["no energy", { mainsWh: 0 }, "outside-method-range"],
    ["energy that is no number", { mainsWh: Number.NaN }, "outside-method-range"],
    ["a negative distance", { cyclesKm: [14.48, -1] }, "outside-method-range"],
    ["no cycle", { cyclesKm: [] }, "too-few-rows"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => consecutiveRange({ ...run, ...wrong }), { code });
  });
});

describe("range by the shortened procedures", () => {
  const gb: ShortenedTest = {
    batteryWh: 61850,
    mainsWh: 69720,
    cycles: [
      { energyWh: 2048.6, distanceKm: 14.479 },
      { energyWh: 1921.3, distanceKm: 14.481 },
      { energyWh: 1876.4, distanceKm: 14.476 },
      { energyWh: 1881.9, distanceKm: 14.48 },
    ],
  };

  test("GB/T 18386.1: 130.27038 Wh/km, 475 km, 14.7 kWh/100 km, efficiency 0.88712", () => {
    const range = shortenedRange(gb);
    agrees(range.weights[0]!, "0.033122");
    agrees(range.weights[1]!, "0.031064");
    agrees(range.weights[3]!, "0.467907");
    agrees(range.batteryWhPerKm, "130.27038");
    agrees(range.mainsWhPerKm, "146.846");
    agrees(range.chargeEfficiency, "0.88712");
    assert.deepEqual([range.reportedKm, range.reportedKwhPer100Km], ["475", "14.7"]);
    near(
      range.weights.reduce((a, b) => a + b),
      1,
      1e-15,
    );
  });

  const wltp: ShortenedTest = {
    batteryWh: 62100,
    mainsWh: 69950,
    cycles: [
      { energyWh: 3795, distanceKm: 23.268 },
      { energyWh: 3548, distanceKm: 23.271 },
    ],
  };

  test("WLTP: 405.579 km → 406 km, 172.469 Wh/km from the mains", () => {
    const range = shortenedRangeWltp(wltp);
    agrees(range.rangeKm, "405.579");
    agrees(range.mainsWhPerKm, "172.469");
    assert.equal(range.reportedKm, "406");
  });

  test.each<[string, Partial<ShortenedTest>, string]>([
    ["one cycle", { cycles: gb.cycles.slice(0, 1) }, "cycle-count"],
    ["two cycles", { cycles: gb.cycles.slice(0, 2) }, "cycle-count"],
    ["a battery smaller than its cycles", { batteryWh: 3000 }, "energy-inconsistent"],
    ["a battery that gives more than it takes", { mainsWh: 61849 }, "energy-inconsistent"],
    ["a cycle downhill", { cycles: [{ energyWh: -10, distanceKm: 14.48 }, ...gb.cycles] }, "negative-cycle-energy"],
    ["a cycle of 14 km", { cycles: [{ energyWh: 2000, distanceKm: 14 }, ...gb.cycles] }, "cycle-distance"],
    ["a cycle without distance", { cycles: [{ energyWh: 2000, distanceKm: 0 }, ...gb.cycles] }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => shortenedRange({ ...gb, ...wrong }), { code });
  });

  test("the WLTP needs two cycles", () => {
    assert.throws(() => shortenedRangeWltp({ ...wltp, cycles: wltp.cycles.slice(1) }), { code: "cycle-count" });
  });
});

describe("energy of the battery", () => {
  const record = {
    timesS: [0, 1, 2, 3, 4, 5],
    voltagesV: [388.2, 386.9, 384.1, 385.0, 390.4, 391.2],
    currentsA: [12.0, 45.5, 98.2, 60.1, -35.4, -20.0],
  };

  test("the trapezoids of six seconds make 17.516142 Wh", () => {
    agrees(batteryEnergy(record), "17.516142");
  });

  test("a drive of ten hours at 1 Hz is quick", () => {
    const seconds = Array.from({ length: 36_001 }, (_, k) => k);
    const steady = { timesS: seconds, voltagesV: seconds.map(() => 360), currentsA: seconds.map(() => 10) };
    const start = performance.now();
    near(batteryEnergy(steady), 36_000, 1e-12);
    assert.ok(performance.now() - start < 2000);
  });

  test.each([
    ["a gap of two seconds", { timesS: [0, 1, 2, 4, 5, 6] }, "sampling-too-slow"],
    ["a time twice", { timesS: [0, 1, 1, 2, 3, 4] }, "not-ascending"],
    ["times backwards", { timesS: [5, 4, 3, 2, 1, 0] }, "not-ascending"],
    ["a current missing", { currentsA: [1, 2, 3] }, "columns-differ"],
    ["a voltage that is no number", { voltagesV: record.voltagesV.with(2, Number.NaN) }, "outside-method-range"],
    ["a negative voltage", { voltagesV: record.voltagesV.with(2, -1) }, "outside-method-range"],
    ["a single point", { timesS: [0], voltagesV: [1], currentsA: [1] }, "too-few-rows"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => batteryEnergy({ ...record, ...wrong }), { code });
  });
});

describe("isolation resistance", () => {
  const limits = data<IsolationLimits>("un-r100-isolation");
  const reading: IsolationReading = { busV: 396, negativeV: 206, positiveV: 188, resistorOhm: 200_000, loadedV: 120.2 };

  test("206 V that fall to 120.2 V with 200 kΩ: 274 435.8 Ω, 693.02 Ω/V", () => {
    const isolation = isolationResistance(reading, limits);
    agrees(isolation.ohm, "274435.8");
    agrees(isolation.ohmPerVolt, "693.02");
    assert.deepEqual(
      [isolation.dcOk, isolation.acOk, isolation.acProtectedOk, isolation.resistorAdvised],
      [true, true, true, false],
    );
  });

  test("the other side mirrors it, and a higher working voltage counts", () => {
    const mirrored: IsolationReading = { ...reading, negativeV: 188, positiveV: 206, resistorSide: "positive" };
    near(isolationResistance(mirrored, limits).ohm, isolationResistance(reading, limits).ohm, 1e-15);
    assert.equal(isolationResistance({ ...reading, workingV: 600 }, limits).acOk, false);
    assert.equal(isolationResistance({ ...reading, resistorOhm: 40_000 }, limits).resistorAdvised, true);
  });

  test.each<[string, Partial<IsolationReading>, string]>([
    ["a voltage that rises", { loadedV: 210 }, "voltage-rise"],
    ["a voltage that stays", { loadedV: 206 }, "voltage-rise"],
    ["the resistor on the lower side", { negativeV: 188, positiveV: 206 }, "resistor-on-wrong-side"],
    ["no resistor", { resistorOhm: 0 }, "outside-method-range"],
    ["a short circuit", { loadedV: 0 }, "outside-method-range"],
    ["a voltage that is no number", { busV: Number.NaN }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => isolationResistance({ ...reading, ...wrong }, limits), { code });
  });

  test("a limit that nobody loaded is not guessed", () => {
    assert.throws(() => isolationResistance(reading, { ...limits, ac: null }), { code: "limit-not-loaded" });
  });
});

describe("charging", () => {
  test.each([
    [8, 6],
    [10, 6],
    [26.7, 16.02],
    [50, 30],
    [85, 51],
    [90, 65],
    [96, 80],
    [97, 80],
  ])("a duty cycle of %d %% allows %d A", (duty, ampere) => {
    const signal = pilotSignal(duty);
    assert.equal(signal.kind, "current");
    near(signal.kind === "current" ? signal.currentA : Number.NaN, ampere, 1e-12);
  });

  test("5 % announces digital communication", () => {
    assert.equal(pilotSignal(5).kind, "digital");
  });

  test.each([0, 2.9, 7, 7.9, 97.1, 100, -1, Number.NaN])("a duty cycle of %d %% is refused", (duty) => {
    assert.throws(() => pilotSignal(duty), { code: "duty-invalid" });
  });

  test("high for 0.267 ms of 1 ms is 26.7 %", () => {
    near(dutyCycle(0.267, 1), 26.7, 1e-12);
    assert.throws(() => dutyCycle(1.1, 1), { code: "outside-method-range" });
    assert.throws(() => dutyCycle(0, 0), { code: "outside-method-range" });
  });

  test("20.164 for 20.031 kWh: +0.664 %, which class 1 allows", () => {
    const limits = data<ChargerLimits>("charger-mpe");
    const { errorPercent, mpePercent, pass } = chargingError(20.164, 20.031, "1", limits);
    agrees(errorPercent, "0.664");
    assert.deepEqual([mpePercent, pass], [1, true]);
    assert.equal(chargingError(101, 100, "1", limits).pass, true);
    assert.equal(chargingError(98.9, 100, "1", limits).pass, false);
    assert.throws(() => chargingError(20, 20, "3", limits), { code: "limit-not-loaded" });
    assert.throws(() => chargingError(20, 0, "1", limits), { code: "outside-method-range" });
  });
});
