import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { type AgreementTable, agreement } from "./agreement.ts";
import { gasCombustion, solidCombustion } from "./combustion.ts";
import {
  electricInput,
  hotWaterEfficiency,
  saturatedSteamEfficiency,
  superheatedSteamEfficiency,
} from "./direct-efficiency.ts";
import { type EmissionTable, emissionAtReference, emissionLimit } from "./emission.ts";
import { excessAir } from "./flue-gas.ts";
import { gasHeatLoss, solidHeatLoss } from "./heat-loss.ts";
import { grossEfficiency, heatValueAt } from "./heat-value.ts";
import { meanHeatCapacity } from "./mean-heat-capacity.ts";
import { type FlueLossTable, siegertFlueLoss, simplifiedFlueLoss } from "./simple-flue-loss.ts";
import { type SurfaceLossTable, surfaceLoss } from "./surface-loss.ts";
import { needDuration } from "./test-duration.ts";

function table<Table>(name: string): Table {
  return JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}`, import.meta.url), "utf8")) as Table;
}

const saturatedRun = {
  feedFlowKgH: 9876,
  steamGaugeMpa: 1.21,
  ambientMpa: 0.1005,
  feedC: 104,
  feedGaugeMpa: 1.55,
  moisturePercent: 1.5,
  blowdownKgH: 24,
  fuelPerHour: 690.2,
  heatValueKj: 35620,
};
const { moisturePercent: _, ...plainRun } = saturatedRun;
const superheatedRun = {
  ...plainRun,
  feedFlowKgH: 34150,
  steamGaugeMpa: 2.45,
  ambientMpa: 0.1002,
  steamC: 398,
  feedC: 105,
  feedGaugeMpa: 3.4,
  blowdownKgH: 60,
  fuelPerHour: 14380,
  heatValueKj: 8020,
};
const hotWaterRun = {
  flowKgH: 120500,
  outC: 109.6,
  inC: 69.9,
  outGaugeMpa: 0.9,
  inGaugeMpa: 1,
  ambientMpa: 0.1013,
  fuelPerHour: 598,
  heatValueKj: 35588,
};

describe("efficiency by heat in and out", () => {
  test("saturated steam: T_s 465.13291 K, h 2786.75976, r 1970.34242, 93.00746 %", () => {
    const found = saturatedSteamEfficiency(saturatedRun);
    agrees(found.saturationK, "465.13291");
    agrees(found.vapourKjKg, "2786.75976");
    agrees(found.latentKjKg, "1970.34242");
    agrees(found.feedKjKg, "437.12558");
    agrees(found.usefulKjH, "22865812.4");
    agrees(found.efficiencyPercent, "93.00746");
  });

  test("superheated steam 82.55 %, hot water 94.46 % and 5.5839 MW", () => {
    agrees(superheatedSteamEfficiency(superheatedRun).efficiencyPercent, "82.55");
    const hot = hotWaterEfficiency(hotWaterRun);
    agrees(hot.efficiencyPercent, "94.46");
    agrees(hot.outputMw, "5.5839");
  });

  test("an electric boiler puts in 3600 kJ for each kilowatt hour", () => {
    const { inputKjH } = hotWaterEfficiency({ ...hotWaterRun, ...electricInput(5600) });
    assert.equal(inputKjH, 5600 * 3600);
  });

  test("dry steam gives more than wet steam by rω/100 of the feed water", () => {
    const [wet, dry] = [
      saturatedSteamEfficiency(saturatedRun),
      saturatedSteamEfficiency({ ...saturatedRun, moisturePercent: 0 }),
    ];
    near(dry.usefulKjH - wet.usefulKjH, (9876 * wet.latentKjKg * 1.5) / 100, 1e-9);
  });

  test.each<[string, object, string]>([
    ["25 MPa", { steamGaugeMpa: 25 }, "out-of-range"],
    ["exactly 3.8 MPa", { steamGaugeMpa: 3.8 }, "out-of-range"],
    ["a vacuum", { steamGaugeMpa: -0.05 }, "out-of-range"],
    ["a pressure that is no number", { steamGaugeMpa: Number.NaN }, "out-of-range"],
    ["an absolute pressure as ambient", { ambientMpa: 1.31 }, "outside-method-range"],
    ["negative moisture", { moisturePercent: -0.1 }, "out-of-range"],
    ["5.1 % moisture", { moisturePercent: 5.1 }, "out-of-range"],
    ["feed hotter than the steam", { feedC: 200 }, "feed-above-saturation"],
    ["feed that boils in its pipe", { feedC: 150, feedGaugeMpa: 0.1 }, "water-boils"],
    ["ice", { feedC: -1 }, "out-of-range"],
    ["no feed", { feedFlowKgH: 0 }, "outside-method-range"],
    ["more blowdown than feed", { blowdownKgH: 9877 }, "outside-method-range"],
    ["a negative blowdown", { blowdownKgH: -1 }, "outside-method-range"],
    ["no fuel", { fuelPerHour: 0 }, "outside-method-range"],
    ["an infinite heat value", { heatValueKj: Infinity }, "outside-method-range"],
    ["a heat value in MJ", { heatValueKj: 35.62 }, "efficiency-impossible"],
  ])("%s is refused", (_name, wrong, code) => {
    assert.throws(() => saturatedSteamEfficiency({ ...saturatedRun, ...wrong }), { code });
  });

  test("superheated steam below saturation, water that boils, swapped temperatures are refused", () => {
    assert.throws(() => superheatedSteamEfficiency({ ...superheatedRun, steamC: 220 }), { code: "not-superheated" });
    assert.throws(() => hotWaterEfficiency({ ...hotWaterRun, outC: 190 }), { code: "water-boils" });
    assert.throws(() => hotWaterEfficiency({ ...hotWaterRun, outC: 60 }), { code: "no-heat-gained" });
    assert.throws(() => hotWaterEfficiency({ ...hotWaterRun, inC: Number.NaN }), { code: "no-heat-gained" });
  });
});

const gasRun = {
  fuel: { CH4: 95.2, C2H6: 2.1, C3H8: 0.45, CO2: 1.05, N2: 1.2 },
  moistureGM3: 0,
  flueGas: { ro2: 9.9, o2: 3.4, co: 0.0035, h2: 0, ch4: 0 },
  flueC: 128,
  airC: 27,
  surfaceLossPercent: 1.7,
  heatValueKj: 35620,
};
const coal = { C: 58.5, H: 3.8, O: 7.2, N: 0.9, S: 0.8, M: 9.3, A: 19.5 };
const coalRun = {
  fuel: coal,
  ash: [
    { stream: "slag", share: 0.8, carbonPercent: 12.5, heatKjKg: 560 },
    { stream: "riddlings", share: 0.02, carbonPercent: 45, heatKjKg: 0 },
    { stream: "fly ash", share: 0.18, carbonPercent: 28, heatKjKg: 0 },
  ],
  flueGas: { ro2: 13, o2: 6.2, co: 0.02, h2: 0, ch4: 0 },
  flueC: 158,
  airC: 25,
  surfaceLossPercent: 1.3,
  heatValueKj: 22350,
};

describe("efficiency by losses", () => {
  test("gas: V⁰ 9.5200, α 1.17296, q₂ 4.96905, q₃ 0.01266, η₂ 93.318 %", () => {
    const found = gasHeatLoss(gasRun);
    agrees(found.combustion.air, "9.5200");
    agrees(found.combustion.ro2, "1.0180");
    agrees(found.combustion.nitrogen, "7.5328");
    agrees(found.combustion.steam, "2.13827");
    agrees(found.alpha, "1.17296");
    agrees(found.dryM3, "10.19738");
    agrees(found.flueKj, "2168.040");
    agrees(found.airKj, "398.063");
    agrees(found.q2, "4.96905");
    agrees(found.q3, "0.01266");
    agrees(found.efficiencyPercent, "93.318");
  });

  test("coal: α 1.40502, q₄ 5.75363, q₂ 6.99830, q₃ 0.08811, q₆ 0.44671, 85.41 %", () => {
    const found = solidHeatLoss(coalRun);
    agrees(found.combustion.air, "5.99456");
    agrees(found.alpha, "1.40502");
    agrees(found.q4, "5.75363");
    agrees(found.q2, "6.99830");
    agrees(found.q3, "0.08811");
    agrees(found.q6, "0.44671");
    agrees(found.efficiencyPercent, "85.41");
  });

  test("an ash balance of 0.99 counts as one", () => {
    const thinner = coalRun.ash.map((stream) => ({ ...stream, share: stream.share * 0.99 }));
    near(solidHeatLoss({ ...coalRun, ash: thinner }).q4, solidHeatLoss(coalRun).q4, 1e-12);
  });

  test("oil has no ash, and then nothing is unburnt in it", () => {
    const oil = { C: 86, H: 12.5, O: 0.5, N: 0.3, S: 0.6, M: 0.1, A: 0 };
    const found = solidHeatLoss({
      ...coalRun,
      fuel: oil,
      ash: [],
      flueGas: { ...coalRun.flueGas, ro2: 11 },
      heatValueKj: 42000,
    });
    assert.deepEqual([found.q4, found.q6], [0, 0]);
  });

  test.each<[string, () => unknown, string]>([
    ["an analysis of 95.5 %", () => solidCombustion({ ...coal, A: 15 }), "ultimate-sum"],
    ["an analysis of 100.6 %", () => solidCombustion({ ...coal, A: 20.1 }), "ultimate-sum"],
    ["a negative share", () => solidCombustion({ ...coal, O: -1, A: 27.7 }), "outside-method-range"],
    ["a gas of 98 %", () => gasCombustion({ CH4: 98 }, 0), "ultimate-sum"],
    ["an unknown gas", () => gasCombustion({ CH4: 99, XX: 1 } as never, 0), "unknown-item"],
    ["air as fuel", () => gasCombustion({ N2: 79, O2: 21 }, 0), "outside-method-range"],
    [
      "15 % RO₂ beside 9 % O₂",
      () => gasHeatLoss({ ...gasRun, flueGas: { ...gasRun.flueGas, ro2: 15, o2: 9 } }),
      "flue-sum-impossible",
    ],
    ["21 % O₂", () => gasHeatLoss({ ...gasRun, flueGas: { ...gasRun.flueGas, ro2: 0, o2: 21 } }), "o2-not-below-21"],
    ["cold flue gas", () => gasHeatLoss({ ...gasRun, flueC: 27 }), "flue-below-air"],
    ["flue gas beyond the table", () => gasHeatLoss({ ...gasRun, flueC: 401 }), "outside-method-range"],
    ["a negative surface loss", () => gasHeatLoss({ ...gasRun, surfaceLossPercent: -1 }), "outside-method-range"],
    ["half of the ash missing", () => solidHeatLoss({ ...coalRun, ash: coalRun.ash.slice(1) }), "ash-balance"],
    ["no ash streams", () => solidHeatLoss({ ...coalRun, ash: [] }), "too-few-rows"],
    [
      "slag of carbon alone",
      () => solidHeatLoss({ ...coalRun, ash: [{ stream: "slag", share: 1, carbonPercent: 100, heatKjKg: 0 }] }),
      "outside-method-range",
    ],
  ])("%s is refused", (_name, attempt, code) => assert.throws(attempt, { code }));

  test("an analysis of exactly 99.5 % or 100.5 % passes", () => {
    assert.ok(solidCombustion({ ...coal, A: 19 }).air > 0);
    assert.ok(solidCombustion({ ...coal, A: 20 }).air > 0);
  });

  test("without oxygen in the flue gas there is no excess air", () => {
    assert.equal(excessAir({ ro2: 11.9, o2: 0, co: 0, h2: 0, ch4: 0 }), 1);
  });

  test("heat capacities are linear between the rows, and the first row holds for frost", () => {
    near(meanHeatCapacity("N2", 150), (1.2958 + 1.2996) / 2, 1e-12);
    assert.equal(meanHeatCapacity("airHumid", -10), 1.3188);
    assert.equal(meanHeatCapacity("CO2", 400), 1.9297);
  });
});

describe("loss through the surface", () => {
  const losses = table<SurfaceLossTable>("boiler-surface-loss.json");

  test("10 t/h at rated load 1.7 %, at half load twice that; small boilers 2.9 %", () => {
    near(surfaceLoss(10, 10, losses), 1.7, 1e-12);
    near(surfaceLoss(10, 5, losses), 3.4, 1e-12);
    near(surfaceLoss(2, 2, losses), 2.9, 1e-12);
    near(surfaceLoss(8, 8, losses), 2.05, 1e-12);
  });

  test("above the table nothing is guessed", () => {
    assert.throws(() => surfaceLoss(75, 75, losses), { code: "limit-not-loaded" });
    assert.throws(() => surfaceLoss(10, 0, losses), { code: "outside-method-range" });
  });
});

describe("tests in service", () => {
  const losses = table<FlueLossTable>("boiler-flue-loss.json");

  test("simple test, gas: 4.592 %", () => {
    const reading = { alpha: 1.17295957146, flueC: 128, airC: 27, unburntPercent: 0 };
    agrees(simplifiedFlueLoss("gas", reading, losses).lossPercent, "4.592");
    assert.throws(() => simplifiedFlueLoss("peat", reading, losses), { code: "unknown-item" });
    assert.throws(() => simplifiedFlueLoss("gas", { ...reading, alpha: 0.9 }, losses), {
      code: "outside-method-range",
    });
  });

  test("Siegert: natural gas 120·(0.66/17 + 0.009) = 5.739 %, light oil 7.446 %", () => {
    agrees(siegertFlueLoss("naturalGas", { flueC: 140, airC: 20, o2Percent: 4 }, losses).lossPercent, "5.739");
    agrees(siegertFlueLoss("lightOil", { flueC: 182, airC: 22, o2Percent: 3.8 }, losses).lossPercent, "7.446");
  });

  test("Siegert by CO₂: 120·(0.37/9.5 + 0.009) = 5.7537 %", () => {
    agrees(siegertFlueLoss("naturalGas", { flueC: 140, airC: 20, co2Percent: 9.5 }, losses).lossPercent, "5.7537");
  });

  test.each<[string, Parameters<typeof siegertFlueLoss>[1], string]>([
    ["a probe in air", { flueC: 140, airC: 20, o2Percent: 21 }, "o2-not-below-21"],
    ["no CO₂", { flueC: 140, airC: 20, co2Percent: 0 }, "outside-method-range"],
    ["swapped temperatures", { flueC: 20, airC: 140, o2Percent: 4 }, "flue-below-air"],
    ["a temperature that is no number", { flueC: Number.NaN, airC: 20, o2Percent: 4 }, "outside-method-range"],
  ])("%s is refused", (_name, reading, code) => {
    assert.throws(() => siegertFlueLoss("naturalGas", reading, losses), { code });
  });
});

describe("emissions", () => {
  test("46 mg/m³ at 5.2 % O₂ are 50.949 mg/m³ at 3.5 %", () => agrees(emissionAtReference(46, 5.2, 3.5), "50.949"));

  test("air in the probe and a negative content are refused", () => {
    assert.throws(() => emissionAtReference(46, 21, 3.5), { code: "o2-not-below-21" });
    assert.throws(() => emissionAtReference(-1, 5, 3.5), { code: "outside-method-range" });
  });

  test("the limits are those of the fuel and the zone, an empty cell refuses", () => {
    const limits = table<EmissionTable>("gb13271-2014.json");
    const asked = { zone: "special", fuel: "gas", pollutant: "nitrogenOxides" } as const;
    assert.deepEqual(emissionLimit(limits, asked), { limitMgM3: 150, referencePercent: 3.5 });
    assert.throws(() => emissionLimit(limits, { ...asked, fuel: "peat" }), { code: "unknown-item" });
    const { special } = limits.limits;
    const holed = { ...limits, limits: { special: { gas: { ...special!["gas"]!, nitrogenOxides: null } } } };
    assert.throws(() => emissionLimit(holed, asked), { code: "limit-not-loaded" });
  });
});

describe("agreement of runs and methods", () => {
  const limits = table<AgreementTable>("boiler-agreement.json");

  test("gas: 0.56 and 0.34 between runs, 0.38 between methods, mean 93.59 %", () => {
    const found = agreement("gas", { direct: [93.12, 93.68], indirect: [93.95, 93.61] }, limits);
    near(found.directSpread!, 0.56, 1e-9);
    near(found.indirectSpread!, 0.34, 1e-9);
    near(found.methodsDifference!, 0.38, 1e-9);
    near(found.efficiencyPercent, 93.59, 1e-12);
    assert.ok(found.agrees);
  });

  test("a difference of exactly the limit agrees, a hundredth more does not", () => {
    assert.ok(agreement("gas", { direct: [91.68, 93.68], indirect: [] }, limits).agrees);
    assert.ok(!agreement("gas", { direct: [91.67, 93.68], indirect: [] }, limits).agrees);
    assert.ok(agreement("solid", { direct: [], indirect: [80, 84] }, limits).agrees);
    assert.ok(!agreement("solid", { direct: [80, 80], indirect: [85.1, 85.1] }, limits).agrees);
  });

  test("a single run, no run, an unknown firing are refused", () => {
    assert.throws(() => agreement("gas", { direct: [93], indirect: [] }, limits), { code: "too-few-rows" });
    assert.throws(() => agreement("gas", { direct: [], indirect: [] }, limits), { code: "too-few-rows" });
    assert.throws(() => agreement("steam", { direct: [93, 93], indirect: [] }, limits), { code: "unknown-item" });
    assert.throws(() => agreement("gas", { direct: [93, Number.NaN], indirect: [] }, limits), {
      code: "outside-method-range",
    });
  });

  test("a test must last long enough", () => {
    assert.throws(() => needDuration("grate", 3.9), { code: "test-too-short" });
    assert.throws(() => needDuration("oilOrGas", Number.NaN), { code: "outside-method-range" });
    needDuration("oilOrGas", 2);
  });
});

describe("bases of the heat value", () => {
  test("the gross efficiency is the smaller one", () => {
    near(grossEfficiency(93, 35620, 39500), (93 * 35620) / 39500, 1e-12);
    assert.throws(() => grossEfficiency(93, 39500, 35620), { code: "outside-method-range" });
  });

  test("a gas without its temperature of reference is refused", () => {
    near(heatValueAt(38228, 0, 20), (38228 * 273.15) / 293.15, 1e-12);
    assert.throws(() => heatValueAt(38228, undefined, 20), { code: "volume-reference-missing" });
    assert.throws(() => heatValueAt(38228, 25, 20), { code: "volume-reference-missing" });
  });
});
