import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { agrees } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import {
  batchCapacity,
  type CapacityCriteria,
  chargeRetention,
  needSetCurrent,
  repeatedCapacity,
} from "./battery-capacity.ts";
import { type PropagationCriteria, type PropagationLog, thermalPropagation } from "./thermal-propagation.ts";
import { type CellRecord, thermalRunaway } from "./thermal-runaway.ts";

const data = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;
const CRITERIA = data<CapacityCriteria>("gbt-31486");
const PROPAGATION = data<PropagationCriteria>("gb-38031");

describe("capacity", () => {
  test("six cells of 150 Ah: mean 152.3783, spread 1.0172 %, pass", () => {
    const batch = batchCapacity([152.31, 153.02, 151.88, 152.64, 152.95, 151.47], 150, CRITERIA);
    agrees(batch.meanAh, "152.3783");
    agrees(batch.rangePercent, "1.0172");
    assert.equal(batch.pass, true);
  });

  test("exactly the rated capacity and 110 % of it are allowed, less and more are not", () => {
    assert.equal(batchCapacity([150, 150], 150, CRITERIA).pass, true);
    assert.deepEqual(batchCapacity([165, 165.01, 149.99], 150, CRITERIA).each, [true, false, false]);
    assert.equal(batchCapacity([150, 158], 150, CRITERIA).spreadOk, false);
  });

  test("three repetitions within 3 % stop the test with their mean", () => {
    const three = repeatedCapacity([152.4, 151.9, 152.1], 150, CRITERIA);
    agrees(three.valueAh!, "152.133");
    assert.equal(three.stop, true);
    assert.deepEqual(repeatedCapacity([140, 152.4, 151.9, 152.1], 150, CRITERIA).three, [152.4, 151.9, 152.1]);
  });

  test("exactly 3 % does not stop it, nor do two repetitions", () => {
    assert.equal(repeatedCapacity([150, 154.5, 152], 150, CRITERIA).stop, false);
    assert.equal(repeatedCapacity([150, 150], 150, CRITERIA).stop, false);
    assert.throws(() => repeatedCapacity([1, 2, 3, 4, 5, 6], 150, CRITERIA), { code: "too-many-repetitions" });
  });

  test("after 28 days 88.058 % are left and 95.866 % come back", () => {
    const kept = chargeRetention(152.4, 134.2, 146.1, CRITERIA);
    agrees(kept.retainedPercent, "88.058");
    agrees(kept.recoveredPercent, "95.866");
    assert.deepEqual([kept.retainedOk, kept.recoveredOk], [true, true]);
    assert.equal(chargeRetention(100, 85, 90, CRITERIA).retainedOk, true);
    assert.equal(chargeRetention(100, 84.99, 90, CRITERIA).retainedOk, false);
    assert.throws(() => chargeRetention(0, 1, 1, CRITERIA), { code: "outside-method-range" });
  });

  test("bad readings and unread criteria are refused", () => {
    assert.throws(() => batchCapacity([150, -1], 150, CRITERIA), { code: "outside-method-range" });
    assert.throws(() => batchCapacity([150, Number.NaN], 150, CRITERIA), { code: "outside-method-range" });
    assert.throws(() => batchCapacity([150], 150, CRITERIA), { code: "too-few-rows" });
    assert.throws(() => batchCapacity([150, 151], 150, { ...CRITERIA, least: null }), { code: "limit-not-loaded" });
    needSetCurrent(50.5, 50);
    assert.throws(() => needSetCurrent(50.6, 50), { code: "current-deviates" });
  });
});

const cell: CellRecord = {
  timesS: Array.from({ length: 21 }, (_, k) => k),
  voltagesV: [
    4.15, 4.15, 4.15, 4.15, 4.15, 4.15, 4.15, 4.15, 4.15, 4.12, 4.05, 3.9, 3.4, 2.95, 2.1, 0.8, 0.1, 0, 0, 0, 0,
  ],
  temperaturesC: [25, 27, 29, 31, 34, 36, 38, 41, 44, 45, 45.6, 46.3, 48.2, 52.5, 61, 85, 140, 210, 290, 350, 380],
  highestC: 60,
};

describe("thermal runaway", () => {
  test("the heater's ramp is not runaway: c at 3 s, a at 13 s, b at 14 s, runaway at 14 s", () => {
    assert.deepEqual(thermalRunaway(cell), { voltageDropS: 13, temperatureS: 14, rateS: 3, runawayS: 14 });
  });

  test("a cell that only cools has none of it", () => {
    const calm = {
      ...cell,
      voltagesV: cell.voltagesV.map(() => 4.15),
      temperaturesC: cell.timesS.map((t) => 40 - t / 10),
    };
    assert.deepEqual(thermalRunaway(calm), {});
  });

  test("a voltage drop while the temperature stands still is not enough", () => {
    const still = { ...cell, temperaturesC: cell.timesS.map(() => 30) };
    assert.deepEqual(thermalRunaway(still), { voltageDropS: 13 });
  });

  test.each<[string, Partial<CellRecord>, string]>([
    ["a record every two seconds", { timesS: cell.timesS.map((t) => 2 * t) }, "sampling-too-slow"],
    ["a time twice", { timesS: cell.timesS.with(4, 3) }, "not-ascending"],
    ["a temperature missing", { temperaturesC: cell.temperaturesC.slice(1) }, "columns-differ"],
    ["a sensor that broke", { temperaturesC: cell.temperaturesC.with(9, Number.NaN) }, "outside-method-range"],
    ["a dead cell", { voltagesV: cell.voltagesV.with(0, 0) }, "outside-method-range"],
    ["no highest temperature", { highestC: Number.NaN }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => thermalRunaway({ ...cell, ...wrong }), { code });
  });
});

describe("thermal propagation", () => {
  const log: PropagationLog = {
    runawayS: 845,
    alarmS: 861,
    recordEndS: 8100,
    endTemperaturesC: [41.2, 38.9, 55.4, 47],
  };

  test("a quiet pack meets both editions", () => {
    const verdicts = thermalPropagation(log, PROPAGATION);
    assert.deepEqual([verdicts["2025"].alarmDelayS, verdicts["2025"].observedS], [16, 7255]);
    assert.deepEqual([verdicts["2025"].pass, verdicts["2020"].pass], [true, true]);
  });

  test("a fire 390 s after the alarm: the edition of 2020 is met, that of 2025 is not", () => {
    const verdicts = thermalPropagation({ ...log, alarmS: 870, fireS: 1260 }, PROPAGATION);
    assert.deepEqual([verdicts["2025"].pass, verdicts["2025"].noFireExplosion], [false, false]);
    assert.deepEqual(verdicts["2020"], { leadS: 390, pass: true });
  });

  test("a fire ends the record early and decides it", () => {
    assert.equal(thermalPropagation({ ...log, fireS: 1000, recordEndS: 1500 }, PROPAGATION)["2025"].pass, false);
    assert.throws(() => thermalPropagation({ ...log, recordEndS: 8044 }, PROPAGATION), {
      code: "observation-too-short",
    });
    thermalPropagation({ ...log, recordEndS: 8045 }, PROPAGATION);
  });

  test.each<[string, Partial<PropagationLog>, boolean]>([
    ["an alarm exactly 5 min after runaway", { alarmS: 1145 }, true],
    ["an alarm later than that", { alarmS: 1146 }, false],
    ["a hot point at the end", { endTemperaturesC: [60.1] }, false],
    ["exactly 60 °C", { endTemperaturesC: [60] }, true],
    ["smoke 299 s after the alarm", { cabinSmokeS: 1160 }, false],
    ["smoke 300 s after the alarm", { cabinSmokeS: 1161 }, true],
    ["smoke before the alarm", { cabinSmokeS: 850 }, false],
    ["a fire after the two hours", { fireS: 8046 }, true],
  ])("2025 with %s", (_, change, pass) => {
    assert.equal(thermalPropagation({ ...log, ...change }, PROPAGATION)["2025"].pass, pass);
  });

  test("without an alarm the edition of 2025 fails, that of 2020 only where there was a hazard", () => {
    const { alarmS: _, ...silent } = log;
    assert.equal(thermalPropagation(silent, PROPAGATION)["2025"].pass, false);
    assert.equal(thermalPropagation(silent, PROPAGATION)["2020"].pass, true);
    assert.equal(thermalPropagation({ ...silent, cabinSmokeS: 2000 }, PROPAGATION)["2020"].pass, false);
  });

  test("no temperatures and times that are no numbers are refused", () => {
    assert.throws(() => thermalPropagation({ ...log, endTemperaturesC: [] }, PROPAGATION), { code: "too-few-rows" });
    assert.throws(() => thermalPropagation({ ...log, runawayS: Number.NaN }, PROPAGATION), {
      code: "outside-method-range",
    });
    assert.throws(() => thermalPropagation({ ...log, alarmS: 9000 }, PROPAGATION), { code: "outside-method-range" });
  });
});
