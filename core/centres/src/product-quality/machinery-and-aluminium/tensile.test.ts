import assert from "node:assert/strict";
import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { agrees, near } from "@quanheng/kernel/testing/agree.ts";
import { describe, test } from "vitest";
import { needFit } from "./elastic-line.ts";
import { totalExtensionStrength } from "./proof-strength.ts";
import { reportedTensile, type TensileTest, tensileTest } from "./tensile-test.ts";
import { MATERIAL, tensileRecord } from "./testing/tensile-curve.ts";
import { yieldPoint } from "./yield-point.ts";

const bar: TensileTest = {
  ...tensileRecord(400),
  fitWindowMpa: [18, 90],
  purpose: "modulus",
  finalGaugeMm: 56.15,
  finalAreaMm2: 41.2,
};

describe("a curve whose figures are known", () => {
  const result = tensileTest(bar);

  test("E = 68.9 GPa, toe 0.012 %, R_p0.2 = 186 MPa, R_m = 222 MPa", () => {
    near(result.modulusGpa ?? 0, MATERIAL.modulusGpa, 1e-6);
    near(result.line.toePercent, MATERIAL.toePercent, 1e-4);
    near(result.proof.stressMpa, MATERIAL.proofMpa, 1e-4);
    near(result.tensileStrengthMpa, MATERIAL.tensileStrengthMpa, 1e-12);
    assert.ok(result.line.r2 > 0.999999);
  });

  test("A_gt − A_g is the elastic part R_m/E = 222/689 = 0.322 %; A = 12.3 %, Z = 37.34/78.54 = 47.54 %", () => {
    agrees(result.totalAtMaximumPercent - result.plasticAtMaximumPercent, "0.322");
    agrees(result.elongationPercent ?? 0, "12.3");
    agrees(result.reductionPercent ?? 0, "47.543");
  });

  test("is reported as 186, 222, 12.5 and 48", () => {
    const { proofMpa, tensileStrengthMpa, elongationPercent, reductionPercent } = reportedTensile(result);
    const printed = [proofMpa, tensileStrengthMpa, elongationPercent, reductionPercent].map(
      (d) => d && formatDecimal(d),
    );
    assert.deepEqual(printed, ["186", "222", "12.5", "48"]);
  });

  test("the construction begins 0.2 % behind the toe, runs parallel to the elastic line and ends on the curve", () => {
    const [from, to] = result.proof.construction;
    near(from.strainPercent, result.line.toePercent + 0.2, 1e-12);
    assert.equal(from.stressMpa, 0);
    near(to.stressMpa / (to.strainPercent - from.strainPercent), result.line.slope, 1e-9);
  });

  test("a window is found where none is given", () => {
    const { fitWindowMpa: _, ...open } = bar;
    near(tensileTest(open).proof.stressMpa, MATERIAL.proofMpa, 1e-4);
  });

  test("R_t0.5 lies where R/E + plastic extension are 0.5 %", () => {
    const { stressMpa } = totalExtensionStrength(result.curve, result.line.toePercent);
    near(stressMpa / 689 + 0.2 * (stressMpa / 186) ** 22, 0.5, 1e-3);
  });

  test("a hundred thousand points give the same", () => {
    near(tensileTest({ ...bar, ...tensileRecord(100_000) }).proof.stressMpa, MATERIAL.proofMpa, 1e-6);
  });

  test("without the broken specimen there is no A and no Z", () => {
    const { finalGaugeMm: _gauge, finalAreaMm2: _area, ...unbroken } = bar;
    const { elongationPercent, reductionPercent } = tensileTest(unbroken);
    assert.deepEqual([elongationPercent, reductionPercent], [undefined, undefined]);
  });
});

describe("a tensile record that cannot be used", () => {
  const changed = (values: readonly number[], index: number, value: number) => values.with(index, value);
  const jump = bar.extensionMm.map((extension, i) => (i < 200 ? extension : extension + 0.5));
  const steep = bar.extensionMm.map((_, i) => 0.1 - i * 1e-6).with(-1, 0.2);

  test.each<[string, Partial<TensileTest>, string]>([
    ["a missing extension", { extensionMm: bar.extensionMm.slice(1) }, "length-mismatch"],
    ["times of another number", { timeS: [1, 2] }, "length-mismatch"],
    ["a time that repeats", { timeS: bar.forceN.map((_, i) => Math.min(i, 300)) }, "not-ascending"],
    ["a record that runs backwards", { extensionMm: bar.extensionMm.toReversed() }, "series-reversed"],
    ["nine points", { forceN: bar.forceN.slice(0, 9), extensionMm: bar.extensionMm.slice(0, 9) }, "too-few-rows"],
    ["a force that is no number", { forceN: changed(bar.forceN, 5, Number.NaN) }, "outside-method-range"],
    ["an endless extension", { extensionMm: changed(bar.extensionMm, 5, Infinity) }, "outside-method-range"],
    ["a force far below zero", { forceN: changed(bar.forceN, 2, -1000) }, "outside-method-range"],
    ["no force at all", { forceN: bar.forceN.map(() => 0) }, "outside-method-range"],
    ["no area", { areaMm2: 0 }, "outside-method-range"],
    ["an extensometer longer than the gauge length", { extensometerMm: 80 }, "gauge-length"],
    ["an extensometer that slips once", { extensionMm: jump }, "extensometer-slip"],
    ["one reading far away", { extensionMm: changed(bar.extensionMm, 100, 5) }, "extensometer-slip"],
    ["a window above the curve", { fitWindowMpa: [300, 400] }, "too-few-rows"],
    ["a window that ends before it begins", { fitWindowMpa: [90, 18] }, "outside-method-range"],
    ["an extension that shrinks under load", { extensionMm: steep }, "no-elastic-line"],
    ["a window in the plastic part", { fitWindowMpa: [150, 222] }, "fit-r2-low"],
    ["a final length below the first", { finalGaugeMm: 50 }, "no-elongation"],
    ["a final area above the first", { finalAreaMm2: 78.54 }, "no-reduction"],
    ["a fracture outside the gauge length", { fracture: "outside" }, "fracture-outside-gauge"],
    [
      "and one with too little elongation",
      { fracture: "outside", leastElongationPercent: 12.4 },
      "fracture-outside-gauge",
    ],
  ])("%s is refused", (_, wrong, code) => {
    assert.throws(() => tensileTest({ ...bar, ...wrong }), { code });
  });

  test("a record that ends in the elastic part has no proof strength", () => {
    const short = { ...bar, forceN: bar.forceN.slice(0, 200), extensionMm: bar.extensionMm.slice(0, 200) };
    assert.throws(() => tensileTest(short), { code: "proof-strength-not-reached" });
  });

  test("a fracture outside counts where the elongation suffices all the same", () => {
    const test = { ...bar, fracture: "outside", leastElongationPercent: 8 } as const;
    agrees(tensileTest(test).elongationPercent ?? 0, "12.3");
  });

  test("a change of the testing speed is no slip", () => {
    const faster = bar.extensionMm.map((extension, i) => (i < 300 ? extension : extension + (i - 300) * 0.05));
    assert.ok(tensileTest({ ...bar, extensionMm: faster }).tensileStrengthMpa > 0);
  });

  test("the modulus asks for R² of 0.9995, a proof strength for 0.995", () => {
    needFit(0.9995, "modulus");
    needFit(0.995, "proofStrength");
    assert.throws(() => needFit(0.9994, "modulus"), { code: "fit-r2-low" });
    assert.throws(() => needFit(0.9949, "proofStrength"), { code: "fit-r2-low" });
    assert.throws(() => needFit(Number.NaN, "proofStrength"), { code: "fit-r2-low" });
  });
});

describe("discontinuous yielding", () => {
  const strain = [0, 0.05, 0.1, 0.15, 0.171, 0.175, 0.19, 0.4, 0.8, 1.2, 1.6, 2, 2.4, 4, 8, 14, 18, 22];
  const stress = [0, 103, 206, 308, 352, 338, 331, 334, 330.5, 333, 332, 336, 352, 401, 452, 471, 468, 440];

  test("R_eH 352; minima 331 (transient), 330.5, 332; R_eL 330.5", () => {
    const found = yieldPoint(strain, stress);
    assert.deepEqual([found.upperMpa, found.minimaMpa, found.lowerMpa], [352, [331, 330.5, 332], 330.5]);
  });

  test("the transient does not count even where it is the lowest", () => {
    assert.equal(yieldPoint(strain, stress.with(6, 320)).lowerMpa, 330.5);
  });

  test("a single minimum is the lower yield strength", () => {
    assert.equal(yieldPoint([0, 1, 2, 3, 4], [0, 300, 280, 310, 400]).lowerMpa, 280);
  });

  test("reversals within the noise are none: with 2.6 MPa only 331 to 334 to 330.5 is left", () => {
    assert.deepEqual(yieldPoint(strain, stress, 2.6).minimaMpa, [331, 330.5]);
  });

  test("necking behind the maximum is no yielding", () => {
    const found = yieldPoint([...strain, 23, 24], [...stress, 445, 430]);
    assert.deepEqual(found.minimaMpa, [331, 330.5, 332]);
  });

  test.each<[string, readonly number[], readonly number[], string]>([
    ["a curve that only rises", [0, 1, 2, 3, 4], [0, 1, 2, 3, 4], "no-yield-point"],
    ["a curve that rises and breaks", [0, 1, 2, 3, 4], [0, 1, 2, 3, 1], "no-yield-point"],
    ["columns of different length", [0, 1, 2, 3, 4], [0, 1, 2, 3], "length-mismatch"],
    ["four points", [0, 1, 2, 3], [0, 3, 2, 3], "too-few-rows"],
    ["a curve that runs backwards", [4, 3, 2, 1, 0], [0, 3, 2, 3, 4], "series-reversed"],
    ["a stress far below zero", [0, 1, 2, 3, 4], [0, 3, -1, 3, 4], "outside-method-range"],
    ["a stress that is no number", [0, 1, 2, 3, 4], [0, 3, Number.NaN, 3, 4], "outside-method-range"],
  ])("%s is refused", (_, strains, stresses, code) => {
    assert.throws(() => yieldPoint(strains, stresses), { code });
  });
});
