import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { type AlloyTable, composition } from "./aluminium-composition.ts";
import { brinell, rockwell, vickers } from "./hardness.ts";
import { type ProfileTable, profileLot, specimenPasses } from "./profile-decision.ts";
import { backgroundCorrection, type SoundPowerReading, soundPower, soundPowerExpanded } from "./sound-power.ts";

const table = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;

describe("hardness", () => {
  const hbw = { forceN: 29420, d1Mm: 4.2, d2Mm: 4.2 };

  test("10/3000 with d = 4.20 mm is 207 HBW", () => {
    const { hardness, ratio } = brinell(hbw, 10);
    agrees(hardness, "206.583");
    near(ratio, 0.42, 1e-12);
  });

  test("HV10 with diagonals of 0.3505 mm and 0.3519 mm is 150", () => {
    const { hardness, dMm } = vickers({ forceN: 98.07, d1Mm: 0.3505, d2Mm: 0.3519 });
    agrees(hardness, "150.391");
    agrees(dMm, "0.3512");
  });

  test("depths of 0.0912 mm and 0.1236 mm are 54.4 HRC and 68.2 HRBW", () => {
    agrees(rockwell("HRC", 0.0912), "54.4");
    agrees(rockwell("HRBW", 0.1236), "68.2");
  });

  test("indentations of 0.24 and 0.60 of the ball are allowed", () => {
    assert.ok(brinell({ ...hbw, d1Mm: 2.4, d2Mm: 2.4 }, 10).hardness > 0);
    assert.ok(brinell({ ...hbw, d1Mm: 6, d2Mm: 6 }, 10).hardness > 0);
  });

  test.each([
    ["too small an indentation", () => brinell({ ...hbw, d1Mm: 2.39, d2Mm: 2.39 }, 10), "indent-ratio"],
    ["too large an indentation", () => brinell({ ...hbw, d1Mm: 7, d2Mm: 7 }, 10), "indent-ratio"],
    ["diameters that differ by 2.1 %", () => brinell({ ...hbw, d2Mm: 4.289 }, 10), "indent-not-regular"],
    ["diagonals that differ by 6 %", () => vickers({ forceN: 98.07, d1Mm: 0.34, d2Mm: 0.361 }), "indent-not-regular"],
    ["no force", () => brinell({ ...hbw, forceN: 0 }, 10), "outside-method-range"],
    ["no ball", () => brinell(hbw, 0), "outside-method-range"],
    [
      "a diagonal that is no number",
      () => vickers({ forceN: 98.07, d1Mm: Number.NaN, d2Mm: 1 }),
      "outside-method-range",
    ],
    ["a negative depth", () => rockwell("HRC", -0.001), "outside-method-range"],
    ["18 HRC, below the scale", () => rockwell("HRC", 0.164), "outside-method-range"],
  ])("%s is refused", (_, act, code) => {
    assert.throws(act, { code });
  });
});

describe("composition of 6063", () => {
  const alloys = table<AlloyTable>("aluminium-alloys");
  const billet = { Si: 0.43, Fe: 0.21, Cu: 0.03, Mn: 0.05, Mg: 0.52, Cr: 0.01, Zn: 0.02, Ti: 0.015 };
  const of = (contents: Readonly<Record<string, number>>) => composition(alloys, "6063", contents);

  test("passes; V 0.012 and Ga 0.011 count 0.01 each, Ni 0.004 does not: others 0.02 %", () => {
    const found = of({ ...billet, V: 0.012, Ga: 0.011, Ni: 0.004 });
    assert.deepEqual([found.failed, formatDecimal(found.othersTotal), found.pass], [[], "0.02", true]);
  });

  test("Fe 0.356 is 0.36 and fails, Mg 0.448 is 0.45 and passes", () => {
    const found = of({ ...billet, Fe: 0.356, Mg: 0.448 });
    assert.deepEqual([found.failed, found.pass], [["Fe"], false]);
  });

  test("ties go to the even digit: Fe 0.355 is 0.36 and fails, 0.345 is 0.34, Mg 0.445 is 0.44 and fails", () => {
    assert.deepEqual(of({ ...billet, Fe: 0.355 }).failed, ["Fe"]);
    assert.deepEqual(of({ ...billet, Mg: 0.445 }).failed, ["Mg"]);
  });

  test("Si is compared to two places with 0.20 and to one place with 0.6", () => {
    assert.deepEqual(of({ ...billet, Si: 0.195 }).failed, []);
    assert.deepEqual(of({ ...billet, Si: 0.64 }).failed, []);
    assert.deepEqual(of({ ...billet, Si: 0.66 }).failed, ["Si"]);
  });

  test("one other element above 0.05 fails, and so does a sum above 0.15", () => {
    assert.deepEqual(of({ ...billet, Pb: 0.056 }).failedOthers, ["Pb"]);
    const four = of({ ...billet, Pb: 0.04, Sn: 0.04, Bi: 0.04, Ni: 0.04 });
    assert.deepEqual([four.failedOthers, formatDecimal(four.othersTotal), four.othersOk], [[], "0.16", false]);
  });

  test("1060 is defined by its aluminium by difference, and its others have no sum", () => {
    const pure = { Si: 0.1, Fe: 0.2, Cu: 0.01, Mn: 0.01, Mg: 0.01, Zn: 0.01, Ti: 0.01, V: 0.01 };
    const found = composition(alloys, "1060", pure);
    assert.deepEqual([formatDecimal(found.aluminium), found.pass], ["99.64", true]);
    assert.deepEqual(composition(alloys, "1060", { ...pure, Ga: 0.03, Ni: 0.03 }).failed, ["Al"]);
  });

  test.each<[string, () => unknown, string]>([
    ["a missing element", () => of({ ...billet, Cr: undefined as unknown as number }), "element-missing"],
    ["a negative content", () => of({ ...billet, Cr: -0.01 }), "outside-method-range"],
    ["a content that is no number", () => of({ ...billet, V: Number.NaN }), "outside-method-range"],
    ["an alloy that is not in the table", () => composition(alloys, "9999", billet), "unknown-item"],
    ["a name of the language's own", () => composition(alloys, "constructor", billet), "unknown-item"],
  ])("%s is refused", (_, act, code) => {
    assert.throws(act, { code });
  });
});

describe("a lot of profiles", () => {
  const profiles = table<ProfileTable>("aluminium-profiles");
  const specimen = (rm: string, rp: string, a: string) => ({
    tensileStrengthMpa: decimal(rm),
    proofMpa: decimal(rp),
    elongationPercent: decimal(a),
  });
  const [good, poor] = [specimen("205", "180", "8.0"), specimen("204", "190", "9.0")];

  test("meets the limits of 6063-T6 where it is on all of them", () => {
    assert.equal(specimenPasses(profiles, "6063-T6", good), true);
    assert.equal(specimenPasses(profiles, "6063-T6", poor), false);
  });

  test("a failed specimen calls for four more, of which all must pass", () => {
    assert.equal(profileLot(profiles, "6063-T6", [good, good]), "pass");
    assert.equal(profileLot(profiles, "6063-T6", [good, poor]), "retest");
    assert.equal(profileLot(profiles, "6063-T6", [good, poor], [good, good, good, good]), "pass");
    assert.equal(profileLot(profiles, "6063-T6", [good, poor], [good, good, good, poor]), "fail");
  });

  test("too few specimens, an unknown temper and an empty cell are refused", () => {
    assert.throws(() => profileLot(profiles, "6063-T6", [good]), { code: "too-few-rows" });
    assert.throws(() => profileLot(profiles, "6063-T6", [good, poor], [good, good]), { code: "too-few-rows" });
    assert.throws(() => specimenPasses(profiles, "6063-T9", good), { code: "unknown-item" });
    const holed: ProfileTable = {
      ...profiles,
      tempers: { T: { tensileStrengthMpa: null, proofMpa: null, elongationPercent: null } },
    };
    assert.throws(() => specimenPasses(holed, "T", good), { code: "limit-not-loaded" });
  });
});

describe("sound power", () => {
  const machine: SoundPowerReading = {
    levelsDb: [78.2, 79.1, 77.6, 80.4, 78.8, 79.5, 77.9, 78.4, 79.0, 80.1],
    backgroundDb: [66, 66.4, 65.8, 66.9, 66.1, 66.2, 65.9, 66, 66.3, 66.5],
    surfaceM2: 100.53,
    k2Db: 1.2,
  };

  test("ten positions on a hemisphere of 4 m: 78.988, ΔL 12.767, K₁ 0.236, L_W 97.57 dB", () => {
    const found = soundPower(machine);
    agrees(found.meanDb, "78.98797");
    agrees(found.backgroundMeanDb, "66.22137");
    agrees(found.differenceDb, "12.76661");
    agrees(found.k1Db, "0.23598");
    agrees(found.powerLevelDb, "97.57");
  });

  test("K₁ is 1.26 dB at 6 dB, 0.14 dB at 15 dB and nothing above", () => {
    agrees(backgroundCorrection(6), "1.26");
    agrees(backgroundCorrection(15), "0.14");
    assert.equal(backgroundCorrection(15.01), 0);
  });

  test("with equal levels the surface adds 10·lg S: 70 dB on 100 m² are 90 dB", () => {
    const even = { levelsDb: [70, 70], backgroundDb: [40, 40], surfaceM2: 100, k2Db: 0 };
    near(soundPower(even).powerLevelDb, 90, 1e-12);
  });

  test("U = 2·√(1.5² + 2²) = 5 dB", () => {
    near(soundPowerExpanded(2), 5, 1e-12);
  });

  test.each<[string, Partial<SoundPowerReading>, string]>([
    ["a loud background", { levelsDb: [70], backgroundDb: [66] }, "background-too-high"],
    ["a missing background", { backgroundDb: [66] }, "columns-differ"],
    ["no position", { levelsDb: [], backgroundDb: [] }, "too-few-rows"],
    ["a reverberant room", { k2Db: 4.1 }, "room-too-reverberant"],
    ["a negative K₂", { k2Db: -0.1 }, "outside-method-range"],
    ["no surface", { surfaceM2: 0 }, "outside-method-range"],
    ["a level that is no number", { levelsDb: machine.levelsDb.with(0, Number.NaN) }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => soundPower({ ...machine, ...wrong }), { code });
  });
});
