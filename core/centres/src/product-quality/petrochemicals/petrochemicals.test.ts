import assert from "node:assert/strict";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { correctedDistillation, type Distillation, evaporatedTemperature } from "./distillation.ts";
import { flashPoint } from "./flash-point.ts";
import { kinematicViscosity } from "./kinematic-viscosity.ts";
import { antiKnockIndex, blendEstimate, octaneNumber } from "./octane.ts";
import { uncertaintyFromReproducibility } from "./precision.ts";
import { hydrometer, standardDensity } from "./standard-density.ts";
import { sulphurContent } from "./sulphur.ts";
import { laboratoriesAgree } from "./two-laboratories.ts";
import { dryVapourPressure } from "./vapour-pressure.ts";
import { viscosityIndex } from "./viscosity-index.ts";
import { scaleTemperature, volumeCorrection } from "./volume-correction.ts";

describe("density", () => {
  test("gasoline 732.4 kg/m³ at 28.6 °C: ρ60 744.253437, α60 6.750218e-4, ρ15 744.8, ρ20 740.2", () => {
    const found = standardDensity("refined", 732.4, 28.6);
    agrees(found.density60, "744.253437");
    near(found.alpha60, 6.750218e-4, 1e-7);
    agrees(found.ctl, "0.98407339");
    agrees(found.density15, "744.8");
    agrees(found.density20, "740.2");
    agrees(found.vcf15, "0.9834");
    agrees(found.vcf20, "0.9894");
  });

  test("diesel 829.7 kg/m³ at 31.2 °C: ρ15 841.2, ρ20 837.7", () => {
    const found = standardDensity("refined", 829.7, 31.2);
    agrees(found.density15, "841.2");
    agrees(found.density20, "837.7");
  });

  test("crude 850 kg/m³ at 45 °C and 2500 kPa: CTL 0.97479389, F_p 0.59641037, CTPL 0.97691", () => {
    const found = volumeCorrection("crude", 850, 45, 2500);
    agrees(found.scaleF, "113.02083");
    agrees(found.starDensity, "850.00276");
    agrees(found.ctl, "0.97479389");
    agrees(found.compressibility, "0.59641037");
    agrees(found.cpl, "1.00216724");
    agrees(found.ctpl, "0.97691");
  });

  test("at 60 °F and no pressure nothing changes", () => {
    near(volumeCorrection("refined", 744.3, 15.5555556, 0).ctpl, 1, 2e-8);
    near(scaleTemperature(0), 32, 1e-15);
  });

  test("within and between the groups of products the observed density comes back", () => {
    for (let observed = 660; observed <= 1110; observed += 3.7) {
      for (const tempC of [-20, 5, 28.6, 60]) {
        const found = standardDensity("refined", observed, tempC);
        // At a step between two groups no density gives exactly the observed one; the step itself is below 4e-5.
        near(found.density60 * found.ctl, observed, 4e-5);
      }
    }
  });

  test.each<[string, () => unknown, string]>([
    ["liquefied gas", () => standardDensity("refined", 540, 28.6), "density-range"],
    ["a density above the tables", () => volumeCorrection("refined", 1163.6, 20, 0), "density-range"],
    ["−51 °C", () => standardDensity("refined", 732.4, -51), "outside-method-range"],
    ["151 °C", () => volumeCorrection("crude", 850, 151, 0), "outside-method-range"],
    ["a vacuum", () => volumeCorrection("crude", 850, 45, -1), "outside-method-range"],
    ["10 341 kPa", () => volumeCorrection("crude", 850, 45, 10341), "outside-method-range"],
    ["a group of no table", () => standardDensity(JSON.parse('"gas"'), 732.4, 28.6), "unknown-item"],
    ["g/cm³", () => standardDensity("refined", 0.7324, 28.6), "outside-method-range"],
    ["a temperature that is no number", () => standardDensity("refined", 732.4, Number.NaN), "outside-method-range"],
  ])("%s is refused", (_, attempt, code) => assert.throws(attempt, { code }));

  test("hydrometer glass at 28.6 °C: 0.9996835 (15 °C), 0.999785 (20 °C)", () => {
    agrees(hydrometer(733, 28.6, 15).factor, "0.9996835008");
    agrees(hydrometer(733, 28.6, 20).density, "732.842405");
  });
});

const temperatures = [25.5, 33, 39.5, 46, 54.5, 74, 93, 108, 123, 142, 166.5, 180.5, 200.4, 215];
const recovered = ["IBP", 5, 10, 15, 20, 30, 40, 50, 60, 70, 80, 85, 90, "FBP"] as const;
const sample: Distillation = {
  barometerKpa: 98.6,
  rows: recovered.map((share, at) => ({ recovered: share, tempC: temperatures[at]! })),
  recovery: 94.2,
  residue: 1.1,
  loss: 4.7,
};

describe("distillation", () => {
  test("the sample report of ASTM D86 (recalled): loss 3.6, recovery 95.3, T10E 34.1, T50E 101.9, T90E 182.8", () => {
    const found = correctedDistillation(sample);
    agrees(found.rows[0]!.correctedC, "26.2");
    agrees(found.rows[7]!.correctedC, "108.9");
    agrees(found.rows[13]!.correctedC, "216.2");
    agrees(found.correctedLoss, "3.640");
    agrees(found.correctedRecovery, "95.3");
    agrees(evaporatedTemperature(sample, 10), "34.1");
    agrees(evaporatedTemperature(sample, 50), "101.9");
    agrees(evaporatedTemperature(sample, 90), "182.8");
  });

  test("at 101.3 kPa nothing is corrected", () => {
    const found = correctedDistillation({ ...sample, barometerKpa: 101.3 });
    assert.equal(found.rows[0]!.correctedC, 25.5);
    near(found.correctedLoss, 4.7, 1e-12);
  });

  test("exactly the loss had evaporated at the first drop; a plateau is no fall", () => {
    near(evaporatedTemperature(sample, 4.7), 25.5 + 0.0009 * 2.7 * 298.5, 1e-12);
    const flat = { ...sample, rows: sample.rows.map((row, at) => (at === 2 ? { ...row, tempC: 33 } : row)) };
    assert.equal(correctedDistillation(flat).rows.length, 14);
  });

  const rowsWith = (at: number, more: object) => ({
    ...sample,
    rows: sample.rows.map((row, k) => (k === at ? { ...row, ...more } : row)),
  });

  test.each<[string, Distillation, string]>([
    ["102 %", { ...sample, recovery: 97, residue: 1, loss: 4 }, "balance-not-100"],
    ["99.8 %", { ...sample, residue: 0.9 }, "balance-not-100"],
    ["a fall", rowsWith(4, { tempC: 45 }), "distillation-not-monotonic"],
    ["a recovery twice", rowsWith(3, { recovered: 10 }), "not-ascending"],
    ["recoveries out of order", rowsWith(3, { recovered: 25 }), "not-ascending"],
    ["the first drop at the end", rowsWith(13, { recovered: "IBP" }), "outside-method-range"],
    ["more than was recovered", rowsWith(12, { recovered: 95 }), "outside-method-range"],
    ["a temperature that is no number", rowsWith(2, { tempC: Number.NaN }), "outside-method-range"],
    ["79 kPa", { ...sample, barometerKpa: 79 }, "barometer-range"],
    ["107 kPa", { ...sample, barometerKpa: 107 }, "barometer-range"],
    ["a negative loss", { ...sample, loss: -0.1, recovery: 99 }, "outside-method-range"],
    ["two rows", { ...sample, rows: sample.rows.slice(0, 2) }, "too-few-rows"],
  ])("%s is refused", (_, wrong, code) => assert.throws(() => correctedDistillation(wrong), { code }));

  test("exactly 99.9 % and 100.1 % pass", () => {
    assert.ok(correctedDistillation({ ...sample, residue: 1 }).correctedLoss > 0);
    assert.ok(correctedDistillation({ ...sample, residue: 1.2 }).correctedLoss > 0);
  });

  test("what the rows do not reach is not extrapolated", () => {
    assert.throws(() => evaporatedTemperature(sample, 4.6), { code: "outside-method-range" });
    assert.throws(() => evaporatedTemperature(sample, 94.8), { code: "outside-method-range" });
    assert.throws(() => evaporatedTemperature(sample, Number.NaN), { code: "outside-method-range" });
  });
});

describe("viscosity", () => {
  test("ASTM D2270, examples: 92.430, 156.42, 111.31", () => {
    const a = viscosityIndex(73.3, 8.86);
    assert.deepEqual([a.procedure, Math.round(a.l * 100) / 100, Math.round(a.h * 100) / 100], ["A", 119.94, 69.48]);
    agrees(a.index, "92.430");
    agrees(viscosityIndex(22.83, 5.05).index, "156.42");
    agrees(viscosityIndex(53.47, 7.8).index, "111.31");
  });

  test("beyond the table: ν 1000 and 100: L 9604, H 2772, index 192.998", () => {
    const found = viscosityIndex(1000, 100);
    near(found.l, 9604, 1e-12);
    near(found.h, 2772, 1e-12);
    agrees(found.index, "192.998");
  });

  test("an oil of H has index 100, one of L has 0; at 2 mm²/s it is defined", () => {
    near(viscosityIndex(57.31, 7.8).index, 100, 1e-9);
    assert.ok(Math.abs(viscosityIndex(95.43, 7.8).index) < 1e-9);
    assert.ok(viscosityIndex(6.5, 2).index > 90);
  });

  test.each([
    ["1.5 mm²/s", 3, 1.5, "nu100-below-2"],
    ["thinner when cold", 7, 8, "viscosity-order"],
    ["no viscosity", 73, 0, "outside-method-range"],
    ["not a number", Number.NaN, 8, "outside-method-range"],
  ])("%s is refused", (_, nu40, nu100, code) => assert.throws(() => viscosityIndex(nu40, nu100), { code }));

  test("two flow times: 9.251310, 9.267466, 0.174 % apart, 9.259 mm²/s", () => {
    const found = kinematicViscosity(0.03512, [263.42, 263.88], 0.2);
    agrees(found.determinations[0]!, "9.251310");
    agrees(found.determinations[1]!, "9.267466");
    agrees(found.spreadPercent, "0.174");
    agrees(found.viscosity, "9.259");
    assert.ok(found.agrees);
    assert.ok(!kinematicViscosity(0.03512, [263.42, 264.5], 0.2).agrees);
    assert.throws(() => kinematicViscosity(0.03512, [263.42], 0.2), { code: "too-few-rows" });
    assert.throws(() => kinematicViscosity(0.03512, [263.42, 0], 0.2), { code: "outside-method-range" });
    assert.throws(() => kinematicViscosity(0, [263.42, 263], 0.2), { code: "outside-method-range" });
  });
});

describe("octane", () => {
  const bracket = { lowOctane: 92, lowKnock: 58, highOctane: 94, highKnock: 46, sampleKnock: 54.5 };

  test("92 + 3.5/12·2 = 92.583; at the ends the reference fuels themselves", () => {
    agrees(octaneNumber(bracket), "92.583");
    assert.equal(octaneNumber({ ...bracket, sampleKnock: 58 }), 92);
    assert.equal(octaneNumber({ ...bracket, sampleKnock: 46 }), 94);
    agrees(antiKnockIndex(92.6, 83.2), "87.9");
  });

  test.each<[string, Partial<typeof bracket>, string]>([
    ["more knock than the low fuel", { sampleKnock: 60 }, "not-bracketed"],
    ["less knock than the high fuel", { sampleKnock: 45.9 }, "not-bracketed"],
    ["two equal fuels", { highKnock: 58, sampleKnock: 58 }, "not-bracketed"],
    ["fuels 2.1 apart", { highOctane: 94.1 }, "references-apart"],
    ["fuels in the wrong order", { highOctane: 91 }, "references-apart"],
    ["a negative knock", { sampleKnock: -1 }, "outside-method-range"],
    ["not a number", { sampleKnock: Number.NaN }, "outside-method-range"],
  ])("%s is refused", (_, wrong, code) => assert.throws(() => octaneNumber({ ...bracket, ...wrong }), { code }));

  test("a blend of four: 97.61, for planning only", () => {
    const blend = [
      { share: 0.55, research: 91.2, motor: 82.1 },
      { share: 0.25, research: 97.8, motor: 86.4 },
      { share: 0.1, research: 112, motor: 95 },
      { share: 0.1, research: 118, motor: 96 },
    ];
    const found = blendEstimate(blend);
    near(found.research, 97.61, 1e-12);
    near(found.motor, 85.855, 1e-12);
    assert.equal(found.reportable, false);
    assert.throws(() => blendEstimate(blend.slice(1)), { code: "blend-sum" });
    assert.throws(() => blendEstimate([{ share: -1, research: 90, motor: 80 }]), { code: "outside-method-range" });
  });
});

describe("small corrections", () => {
  test("flash point 61.5 °C at 96.4 kPa: 62.725 °C", () => {
    near(flashPoint(61.5, 96.4), 62.725, 1e-12);
    assert.throws(() => flashPoint(61.5, 1013), { code: "barometer-range" });
    assert.throws(() => flashPoint(Infinity, 100), { code: "outside-method-range" });
  });

  test("65.4 kPa in all are 59.331 kPa dry", () => {
    near(dryVapourPressure(65.4), 59.331, 1e-12);
    assert.throws(() => dryVapourPressure(-1), { code: "outside-method-range" });
  });

  test("7.4 ng/µL of 20 µL in 14.8 mg are 10 mg/kg", () => {
    const reading = { concentrationNgUl: 7.4, injectedUl: 20, massMg: 14.8, dilution: 1 };
    near(sulphurContent(reading), 10, 1e-12);
    near(sulphurContent({ ...reading, dilution: 5 }), 50, 1e-12);
    assert.throws(() => sulphurContent({ ...reading, massMg: 0 }), { code: "outside-method-range" });
    assert.throws(() => sulphurContent({ ...reading, concentrationNgUl: -0.1 }), { code: "outside-method-range" });
  });

  test("R of 0.7 is a standard uncertainty of 0.25", () => near(uncertaintyFromReproducibility(0.7), 0.25, 1e-12));
});

describe("two laboratories", () => {
  test("with one result each they may differ by R; with two each by √(R² − r²/2)", () => {
    const one = laboratoriesAgree({ mean: 10, results: 1 }, { mean: 12.24, results: 1 }, 2.24, 1.1);
    assert.ok(one.agrees);
    near(one.allowed, 2.24, 1e-12);
    const two = laboratoriesAgree({ mean: 10, results: 2 }, { mean: 12.2, results: 2 }, 2.24, 1.1);
    near(two.allowed, Math.sqrt(2.24 ** 2 - 1.1 ** 2 / 2), 1e-12);
    assert.ok(!two.agrees);
  });

  test("a missing R, r above R and half a result are refused", () => {
    const [a, b] = [
      { mean: 10, results: 1 },
      { mean: 11, results: 1 },
    ];
    assert.throws(() => laboratoriesAgree(a, b, 0, 0), { code: "precision-invalid" });
    assert.throws(() => laboratoriesAgree(a, b, 1, 1.1), { code: "precision-invalid" });
    assert.throws(() => laboratoriesAgree({ ...a, results: 1.5 }, b, 2, 1), { code: "not-whole" });
  });
});
