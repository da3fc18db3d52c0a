import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { reeling } from "./cocoon.ts";
import { conditionedMass } from "./conditioned-mass.ts";
import { agreedGrade, type SilkGradeTable, type SilkResults, silkGrade } from "./grade.ts";
import { cleanness, evenness, neatness } from "./panels.ts";
import { conditionedSize, needSizesAgree, nominalSize, sizeStatistics } from "./size.ts";
import { cohesion, elongation, tenacity } from "./strength.ts";

const table = JSON.parse(
  readFileSync(new URL("../../../../../data/methods/gbt1797-2008.json", import.meta.url), "utf8"),
) as SilkGradeTable;

const sizes = [18.5, 19, 19.5, 20, 20.5, 21, 21.5, 22, 22.5, 23, 23.5];
const counts = [2, 6, 14, 27, 38, 42, 33, 20, 11, 5, 2];
const skeins = sizes.map((sizeDen, at) => ({ sizeDen, count: counts[at]! }));

describe("size", () => {
  test("20/22, 200 skeins: mean 20.9200, deviation 0.97139, finest 18.75, coarsest 23.25, maximum deviation 2.33", () => {
    const found = sizeStatistics("20/22", skeins);
    near(found.meanDen, 20.92, 1e-12);
    agrees(found.deviationDen, "0.97139");
    assert.deepEqual([found.number, found.extreme, found.fineDen, found.coarseDen], [200, 4, 18.75, 23.25]);
    near(found.greatestDeviationDen, 2.33, 1e-12);
    agrees(found.meanDtex, "23.2444");
  });

  test("the order of the counts does not matter", () => {
    assert.equal(
      sizeStatistics("20/22", skeins.toReversed()).greatestDeviationDen,
      sizeStatistics("20/22", skeins).greatestDeviationDen,
    );
  });

  test("a part of a lot has its own number, and at least one skein is the finest", () => {
    const found = sizeStatistics(
      "21",
      [
        { sizeDen: 20, count: 1 },
        { sizeDen: 22, count: 1 },
      ],
      2,
    );
    assert.deepEqual([found.extreme, found.fineDen, found.coarseDen, found.deviationDen], [1, 20, 22, 1]);
  });

  test.each<[string, () => unknown, string]>([
    ["150 skeins", () => sizeStatistics("20/22", [{ sizeDen: 21, count: 150 }]), "sample-size"],
    ["no skein", () => sizeStatistics("20/22", []), "too-few-rows"],
    ["half a skein", () => sizeStatistics("20/22", [{ sizeDen: 21, count: 199.5 }]), "not-whole"],
    ["a negative count", () => sizeStatistics("20/22", [{ sizeDen: 21, count: -1 }]), "not-whole"],
    [
      "a skein below half the size",
      () => sizeStatistics("20/22", [{ sizeDen: 10.4, count: 200 }]),
      "size-outside-nominal",
    ],
    [
      "a skein above one and a half",
      () => sizeStatistics("20/22", [{ sizeDen: 31.6, count: 200 }]),
      "size-outside-nominal",
    ],
    [
      "a size that is no number",
      () => sizeStatistics("20/22", [{ sizeDen: Number.NaN, count: 200 }]),
      "outside-method-range",
    ],
    ["a nominal size in words", () => nominalSize("thick"), "nominal-unreadable"],
    ["a nominal size backwards", () => nominalSize("22/20"), "nominal-unreadable"],
  ])("%s is refused", (_, attempt, code) => assert.throws(attempt, { code }));

  test("conditioned: 47.20·1.11·9000/(200·100·1.125) = 20.9568 den = 23.2853 dtex", () => {
    const found = conditionedSize({ dryG: 47.2, skeins: 200, turns: 100 });
    near(found.den, 20.9568, 1e-12);
    agrees(found.dtex, "23.2853");
    assert.throws(() => conditionedSize({ dryG: 0, skeins: 200, turns: 100 }), { code: "outside-method-range" });
    assert.throws(() => conditionedSize({ dryG: 47.2, skeins: 0, turns: 100 }), { code: "outside-method-range" });
  });

  test("one denier apart is agreement, more is not", () => {
    needSizesAgree(20, 21);
    assert.throws(() => needSizesAgree(19.99, 21), { code: "size-disagrees" });
  });
});

describe("conditioned mass", () => {
  const specimens = [
    { wetG: 498.62, dryG: 450.11 },
    { wetG: 501.37, dryG: 452.44 },
  ];

  test("regains 10.77737 and 10.81469 %, together 10.79608 %, 603.46 kg are 604.57 kg", () => {
    const found = conditionedMass(603.46, specimens);
    agrees(found.regains[0]!, "10.77737");
    agrees(found.regains[1]!, "10.81469");
    agrees(found.meanPercent, "10.79608");
    agrees(found.massKg, "604.57");
  });

  test.each<[string, () => unknown, string]>([
    ["heavier when dry", () => conditionedMass(600, [{ wetG: 450, dryG: 460 }]), "dry-above-wet"],
    ["nothing dried off", () => conditionedMass(600, [{ wetG: 450, dryG: 450 }]), "dry-above-wet"],
    ["regains 1.35 apart", () => conditionedMass(600, [specimens[0]!, { wetG: 501.37, dryG: 447 }]), "regain-spread"],
    ["no specimen", () => conditionedMass(600, []), "too-few-rows"],
    ["a negative mass", () => conditionedMass(600, [{ wetG: -450, dryG: -460 }]), "outside-method-range"],
    ["no lot", () => conditionedMass(0, specimens), "outside-method-range"],
  ])("%s is refused", (_, attempt, code) => assert.throws(attempt, { code }));

  test("a wider spread may be agreed", () => {
    assert.ok(conditionedMass(600, [specimens[0]!, { wetG: 501.37, dryG: 447 }], 2).massKg > 0);
  });
});

describe("panels", () => {
  test("cleanness 100 − 1 − 0.8 − 0.9 = 97.3, never below 0", () => {
    assert.equal(cleanness({ major: 1, minor: 2, ordinary: 9 }), 97.3);
    assert.equal(cleanness({ major: 0, minor: 0, ordinary: 0 }), 100);
    assert.equal(cleanness({ major: 200, minor: 0, ordinary: 0 }), 0);
    assert.throws(() => cleanness({ major: 0.5, minor: 0, ordinary: 0 }), { code: "not-whole" });
    assert.throws(() => cleanness({ major: -1, minor: 0, ordinary: 0 }), { code: "not-whole" });
  });

  test("neatness 62·95 + 28·90 + 6·100 + 4·85 = 93.50", () => {
    const panels = [
      { score: 95, count: 62 },
      { score: 90, count: 28 },
      { score: 100, count: 6 },
      { score: 85, count: 4 },
    ];
    near(neatness(panels), 93.5, 1e-12);
    assert.throws(() => neatness(panels.slice(1)), { code: "sample-size" });
    assert.throws(() => neatness([{ score: 101, count: 100 }]), { code: "outside-method-range" });
    assert.throws(() => neatness([{ score: 95, count: 0.5 }]), { code: "not-whole" });
  });

  test("changes of evenness add up over twenty boards", () => {
    const boards = Array.from({ length: 20 }, (_, at) => ({ first: 2, second: at % 10 === 0 ? 1 : 0, third: 0 }));
    assert.deepEqual(evenness(boards), { first: 40, second: 2, third: 0 });
    assert.throws(() => evenness(boards.slice(1)), { code: "sample-size" });
    assert.throws(() => evenness([...boards.slice(1), { first: 0, second: 0.5, third: 0 }]), { code: "not-whole" });
  });
});

describe("strength", () => {
  test("33.9 kgf of 400 ends of 21.0 den: 4.0357 gf/den, 3.5619 cN/dtex", () => {
    agrees(tenacity(33.9, 400, 21).gfDen, "4.0357");
    agrees(tenacity(33.9, 400, 21).cnDtex, "3.5619");
    assert.throws(() => tenacity(33.9, 0, 21), { code: "outside-method-range" });
    assert.throws(() => tenacity(33.9, 400, Number.NaN), { code: "outside-method-range" });
  });

  test("elongation and cohesion are means", () => {
    assert.equal(elongation([20, 22]), 21);
    assert.equal(cohesion([100, 110]), 105);
    assert.throws(() => elongation([]), { code: "too-few-rows" });
    assert.throws(() => elongation([101]), { code: "outside-method-range" });
    assert.throws(() => cohesion([0]), { code: "outside-method-range" });
  });
});

describe("grade", () => {
  const best: SilkResults = {
    nominalDen: 21,
    main: { sizeDeviation: 1, maxDeviation: 2.45, evennessII: 2, cleanness: 98, neatness: 95 },
    auxiliary: { evennessIII: 0, windingBreaks: 3, tenacity: 3.95, elongation: 21, cohesion: 105 },
    appearance: "normal",
  };
  const second: SilkResults = {
    nominalDen: 21,
    main: { sizeDeviation: 1.18, maxDeviation: 3.3, evennessII: 3, cleanness: 97.4, neatness: 94.1 },
    auxiliary: { evennessIII: 1, windingBreaks: 6, tenacity: 3.84, elongation: 20.5, cohesion: 96 },
    appearance: "good",
  };

  test("all main items at 6A", () => {
    const found = silkGrade(best, table);
    assert.deepEqual([found.basicGrade, found.auxiliaryClass, found.stepsDown, found.grade], ["6A", 1, 0, "6A"]);
  });

  test("cleanness 97.4 holds the basic grade at 4A, auxiliary class 2 lowers it to 3A", () => {
    const found = silkGrade(second, table);
    assert.deepEqual(found.main, {
      sizeDeviation: "5A",
      maxDeviation: "5A",
      evennessII: "5A",
      cleanness: "4A",
      neatness: "5A",
    });
    assert.deepEqual([found.basicGrade, found.auxiliaryClass, found.stepsDown, found.grade], ["4A", 2, 1, "3A"]);
  });

  test("grade 3A owns class 2: the same auxiliary class does not lower it", () => {
    const third = { ...second, main: { ...second.main, cleanness: 95 } };
    assert.equal(silkGrade(third, table).grade, "3A");
  });

  test("appearance lowers by a step, severe faults to sub-grade", () => {
    assert.equal(silkGrade({ ...best, appearance: "slightly-inferior" }, table).grade, "5A");
    assert.equal(silkGrade({ ...best, appearance: "inferior" }, table).grade, "sub-grade");
  });

  test("below A is sub-grade, by a main item or by steps", () => {
    assert.equal(silkGrade({ ...best, main: { ...best.main, neatness: 85.99 } }, table).grade, "sub-grade");
    const weak = { ...best, main: { ...best.main, cleanness: 90 }, appearance: "slightly-inferior" as const };
    assert.equal(silkGrade(weak, table).grade, "sub-grade");
  });

  test("a bound is met by equality, and binary noise does not decide", () => {
    const noisy = { ...best, main: { ...best.main, sizeDeviation: 0.35 + 0.7 } };
    assert.equal(silkGrade(noisy, table).main.sizeDeviation, "6A");
  });

  test("what misses every class of an auxiliary item has the worst", () => {
    const found = silkGrade({ ...best, auxiliary: { ...best.auxiliary, tenacity: 3.5 } }, table);
    assert.deepEqual([found.auxiliary.tenacity, found.grade], [4, "3A"]);
  });

  test.each<[string, object, string]>([
    ["27 den, whose maximum deviations are not loaded", { nominalDen: 27 }, "limit-not-loaded"],
    ["70 den, which no row covers", { nominalDen: 70 }, "limit-not-loaded"],
    ["a size between two rows", { nominalDen: 22.5 }, "limit-not-loaded"],
    ["half a change", { main: { ...best.main, evennessII: 1.5 } }, "not-whole"],
    ["a score above 100", { main: { ...best.main, cleanness: 100.1 } }, "outside-method-range"],
    ["a negative deviation", { main: { ...best.main, sizeDeviation: -0.1 } }, "outside-method-range"],
    [
      "a tenacity that is no number",
      { auxiliary: { ...best.auxiliary, tenacity: Number.NaN } },
      "outside-method-range",
    ],
    ["another appearance", { appearance: "fine" }, "unknown-item"],
  ])("%s is refused", (_, wrong, code) => assert.throws(() => silkGrade({ ...best, ...wrong }, table), { code }));

  test("two inspectors: the worse grade holds, more than one apart is refused", () => {
    assert.equal(agreedGrade("5A", "4A", table), "4A");
    assert.throws(() => agreedGrade("6A", "4A", table), { code: "inspectors-differ" });
    assert.throws(() => agreedGrade("7A", "6A", table), { code: "unknown-item" });
  });
});

describe("cocoons", () => {
  const lot = {
    cocoons: 400,
    drops: 196,
    turns: 41250,
    fixedCocoons: 8,
    drySilkG: 103.4,
    cocoonsG: 297.5,
    shellG: 20.35,
    shellSampleG: 40.1,
  };

  test("reelability 67.114 %, 928.125 m, 622.903 m, 2.78240 den, yield 38.579 %, shell 50.748 %, 2.59205 to 1", () => {
    const found = reeling(lot);
    agrees(found.reelabilityPercent, "67.114");
    near(found.lengthM, 928.125, 1e-12);
    agrees(found.nonBrokenM, "622.903");
    agrees(found.filamentDen, "2.78240");
    agrees(found.yieldPercent, "38.579");
    agrees(found.shellPercent, "50.748");
    agrees(found.cocoonToSilk, "2.59205");
  });

  test.each<[string, Partial<typeof lot>, string]>([
    ["no cocoons", { cocoons: 0, drops: 0 }, "outside-method-range"],
    ["half a cocoon", { cocoons: 400.5 }, "not-whole"],
    ["negative drops", { drops: -1 }, "not-whole"],
    ["more silk than cocoon", { drySilkG: 300 }, "part-above-whole"],
    ["more shell than cocoon", { shellG: 40.2 }, "part-above-whole"],
    ["no turns", { turns: 0 }, "outside-method-range"],
    ["an infinite mass", { cocoonsG: Infinity }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => assert.throws(() => reeling({ ...lot, ...wrong }), { code }));
});
