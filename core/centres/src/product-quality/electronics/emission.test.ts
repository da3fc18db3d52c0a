import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { type AntennaCalibration, antennaFactor } from "./antenna-factor.ts";
import { type ConductedReading, conductedEmission } from "./conducted-emission.ts";
import { type EmissionTable, emissionLimit } from "./emission-limit.ts";
import { emissionVerdict } from "./emission-verdict.ts";
import { type RadiatedReading, type RadiatedSetup, radiatedEmission } from "./radiated-emission.ts";

const file = new URL("../../../../../data/methods/cispr32.json", import.meta.url);
const cispr32 = JSON.parse(readFileSync(file, "utf8")) as EmissionTable;
const at = (frequencyMhz: number, QP: number, AV: number): ConductedReading => ({ frequencyMhz, levels: { QP, AV } });

describe("limits of class B at the mains port", () => {
  const limit = (detector: "QP" | "AV", f: number) => emissionLimit(cispr32.mains["B"] ?? [], detector, f, "CISPR 32");

  test("fall with the logarithm of the frequency: 65.7545 dB at 0.1545 MHz, 63.2053 at 0.21", () => {
    agrees(limit("QP", 0.1545) ?? 0, "65.7545");
    agrees(limit("AV", 0.1545) ?? 0, "55.7545");
    agrees(limit("QP", 0.21) ?? 0, "63.2053");
  });

  test("begin at 66 dB and end at 60 dB, both ends included", () => {
    assert.deepEqual([limit("QP", 0.15), limit("AV", 30)], [66, 50]);
  });

  test("where two ranges meet the lower one holds: 0.5 and 5 MHz", () => {
    assert.deepEqual([limit("QP", 0.5), limit("AV", 0.5), limit("QP", 5), limit("AV", 5)], [56, 46, 56, 46]);
    assert.equal(limit("QP", 5.001), 60);
  });

  test.each([0.1499, 30.001, Number.NaN, -1])("%s MHz has none", (f) => {
    assert.throws(() => limit("QP", f), { code: "frequency-out-of-range" });
  });
});

describe("conducted emission", () => {
  const readings = [
    at(0.1545, 61.8, 46.2),
    at(0.21, 58.4, 47.9),
    at(0.5, 55.1, 44.8),
    at(0.9985, 49.3, 46.3),
    at(5, 55.9, 45.2),
    at(12.2, 52, 41),
  ];
  const judge = (of: readonly ConductedReading[], labU = 2.9) => conductedEmission(cispr32, "B", of, labU);

  test("one average value of 46.3 dB at 0.9985 MHz fails by 0.3 dB, and with it the whole", () => {
    const { rows, pass } = judge(readings);
    assert.equal(pass, false);
    assert.deepEqual(
      rows.map((row) => row.pass),
      [true, true, true, false, true, true],
    );
    near(rows[3]?.AV.marginDb ?? 0, -0.3, 1e-9);
    near(rows[4]?.QP.marginDb ?? 0, 0.1, 1e-9);
  });

  test("a level on the limit passes; an excess of 0.6 dB over U_CISPR = 3.4 dB counts", () => {
    assert.equal(judge([at(1, 56, 46)], 3.4).pass, true);
    const { rows, pass } = judge([at(1, 55.5, 40)], 4);
    assert.equal(pass, false);
    near(rows[0]?.QP.excessDb ?? 0, 0.6, 1e-12);
    assert.equal(judge([at(1, 55.4, 40)], 4).pass, true);
  });

  test("a quasi-peak level below the average limit proves the average, a peak below it both", () => {
    const [quasi] = judge([{ frequencyMhz: 1, levels: { QP: 45 } }]).rows;
    assert.deepEqual([quasi?.AV.pass, quasi?.AV.by], [true, "QP"]);
    const [peak] = judge([{ frequencyMhz: 1, levels: { PK: 46 } }]).rows;
    assert.deepEqual([peak?.QP.by, peak?.AV.by, peak?.pass], ["PK", "PK", true]);
  });

  test("above the average limit a quasi-peak level proves nothing of the average", () => {
    assert.throws(() => judge([{ frequencyMhz: 1, levels: { QP: 50 } }]), { code: "detector-missing" });
    assert.throws(() => judge([{ frequencyMhz: 1, levels: { AV: 40 } }]), { code: "detector-missing" });
  });

  test.each<[string, () => unknown, string]>([
    ["no reading", () => judge([]), "too-few-rows"],
    ["a frequency below 0.15 MHz", () => judge([at(0.1, 50, 40)]), "frequency-out-of-range"],
    ["a level that is no number", () => judge([at(1, Number.NaN, 40)]), "outside-method-range"],
    ["a negative uncertainty", () => judge(readings, -1), "outside-method-range"],
    ["an unknown class", () => conductedEmission(cispr32, "C", readings, 3), "unknown-item"],
    ["a bandwidth of 120 kHz", () => judge([{ ...at(1, 50, 40), bandwidthKhz: 120 }]), "detector-mismatch"],
  ])("%s is refused", (_, act, code) => {
    assert.throws(act, { code });
  });
});

describe("radiated emission", () => {
  const setup: RadiatedSetup = { emcClass: "B", distanceM: 3, detector: "QP", labU: 5.1 };
  const reading: RadiatedReading = { frequencyMhz: 230, readingDb: 17.3, antennaFactorDb: 11.4, cableDb: 2, gainDb: 0 };
  const judge = (of: Partial<RadiatedReading>, how: Partial<RadiatedSetup> = {}) =>
    radiatedEmission(cispr32, { ...setup, ...how }, [{ ...reading, ...of }]);

  test("at 230 MHz the limit is 40 dB, not 47: 30.7 dB(µV/m) leave 9.3 dB", () => {
    const [row] = judge({}).rows;
    assert.equal(row?.limitDb, 40);
    near(row?.levelDb ?? 0, 30.7, 1e-12);
    near(row?.marginDb ?? 0, 9.3, 1e-12);
  });

  test("the gain of a preamplifier is taken off", () => {
    near(judge({ gainDb: 20 }).rows[0]?.levelDb ?? 0, 10.7, 1e-12);
  });

  test("above 1 GHz average and peak have their limits, the lower one at 3 GHz", () => {
    assert.equal(judge({ frequencyMhz: 3000 }, { detector: "AV" }).rows[0]?.limitDb, 50);
    assert.equal(judge({ frequencyMhz: 3001 }, { detector: "PK" }).rows[0]?.limitDb, 74);
  });

  test("class A at 10 m", () => {
    assert.equal(judge({ frequencyMhz: 300 }, { emcClass: "A", distanceM: 10 }).rows[0]?.limitDb, 47);
  });

  test.each<[string, Partial<RadiatedReading>, Partial<RadiatedSetup>, string]>([
    ["5 m", {}, { distanceM: 5 }, "distance-not-tabulated"],
    ["29 MHz", { frequencyMhz: 29 }, {}, "frequency-out-of-range"],
    ["a quasi-peak level at 2 GHz", { frequencyMhz: 2000 }, {}, "detector-mismatch"],
    ["a peak level at 100 MHz", { frequencyMhz: 100 }, { detector: "PK" }, "detector-mismatch"],
    ["a bandwidth of 9 kHz at 100 MHz", { frequencyMhz: 100, bandwidthKhz: 9 }, {}, "detector-mismatch"],
    ["no antenna factor", { antennaFactorDb: Number.NaN }, {}, "antenna-factor-missing"],
    ["a negative cable loss", { cableDb: -1 }, {}, "outside-method-range"],
    ["a reading that is no number", { readingDb: Number.NaN }, {}, "outside-method-range"],
    ["an unknown class", {}, { emcClass: "toString" }, "unknown-item"],
  ])("%s is refused", (_, wrong, how, code) => {
    assert.throws(() => judge(wrong, how), { code });
  });

  test("no reading is no result", () => {
    assert.throws(() => radiatedEmission(cispr32, setup, []), { code: "too-few-rows" });
  });
});

test("a verdict adds only what exceeds the assumed uncertainty: 39.5 + (6.8 − 6.3) is on 40", () => {
  assert.deepEqual(emissionVerdict(39.5, 40, 6.8, "6.3"), { limitDb: 40, marginDb: 0.5, excessDb: 0.5, pass: true });
  assert.equal(emissionVerdict(39.5, 40, 6.9, "6.3").pass, false);
});

describe("antenna factor", () => {
  const antenna: AntennaCalibration = { frequencyMhz: [100, 400, 1000], factorDb: [10, 16, 24] };

  test("is linear in the logarithm: half way from 100 to 400 MHz is 200 MHz", () => {
    near(antennaFactor(antenna, 200), 13, 1e-12);
    assert.deepEqual(
      [antennaFactor(antenna, 100), antennaFactor(antenna, 400), antennaFactor(antenna, 1000)],
      [10, 16, 24],
    );
  });

  test("is not extrapolated", () => {
    for (const f of [99, 1001, Number.NaN]) {
      assert.throws(() => antennaFactor(antenna, f), { code: "antenna-factor-missing" });
    }
  });

  test("comes from a calibration in order", () => {
    assert.throws(() => antennaFactor({ frequencyMhz: [400, 100], factorDb: [1, 2] }, 200), { code: "not-ascending" });
    assert.throws(() => antennaFactor({ frequencyMhz: [100, 400], factorDb: [1] }, 200), { code: "columns-differ" });
    assert.throws(() => antennaFactor({ frequencyMhz: [100], factorDb: [1] }, 100), { code: "too-few-rows" });
  });
});
