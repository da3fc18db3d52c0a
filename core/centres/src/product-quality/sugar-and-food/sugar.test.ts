import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { conductivityAsh } from "./conductivity-ash.ts";
import { insolubles } from "./insolubles.ts";
import { lossOnDrying } from "./loss-on-drying.ts";
import { type PolarizationReading, polarization } from "./polarization.ts";
import { invertFromTitre, ofner } from "./reducing-sugars.ts";
import { solutionColour, solutionTurbidity } from "./solution-colour.ts";
import { densitySlope, solutionDensity } from "./solution-density.ts";
import { sulphurDioxide } from "./sulphur-dioxide.ts";
import { elementContent, recoveryCorrected } from "./trace-element.ts";

function near(actual: number, expected: number, relative = 1e-9): void {
  assert.ok(Math.abs(actual - expected) <= relative * Math.abs(expected), `${actual} is not ${expected}`);
}

const pol: PolarizationReading = {
  rotationDeg: 34.548,
  wavelength: "589.4400",
  temperatureC: 22.4,
  quartzWedge: false,
  plateCertifiedZ: 100.06,
  plateReadZ: 100.03,
  massG: 26,
  volumeMl: 100,
  tubeMm: 200,
};

describe("polarization", () => {
  test("the worked example: 99.80466 as read, 99.85017 at 20 °C", () => {
    const { polT, pol20 } = polarization(pol);
    near(polT, 99.8046591914);
    near(pol20, 99.850170116);
  });

  test("the normal solution reads 100 at 20 °C at either wavelength", () => {
    const plain = { ...pol, temperatureC: 20, plateReadZ: 100.06 };
    near(polarization({ ...plain, rotationDeg: 34.626 }).pol20, 100);
    near(polarization({ ...plain, rotationDeg: 40.777, wavelength: "546.2271" }).pol20, 100);
  });

  test("half the mass reads half, whatever the tube makes up for", () => {
    const plain = { ...pol, temperatureC: 20, plateReadZ: 100.06, rotationDeg: 17.313 };
    near(polarization({ ...plain, massG: 13 }).pol20, 100);
    near(polarization({ ...plain, tubeMm: 100 }).pol20, 100);
  });

  test.each([
    ["a cold solution", { temperatureC: 9.9 }],
    ["no sample", { massG: 0 }],
    ["no control plate", { plateReadZ: 0 }],
    ["a temperature that is no number", { temperatureC: Number.NaN }],
  ])("%s is refused", (_, wrong) => {
    assert.throws(() => polarization({ ...pol, ...wrong }), { code: "outside-method-range" });
  });

  test("light of no tabulated rotation is refused, never read as a number", () => {
    assert.throws(() => polarization({ ...pol, wavelength: JSON.parse('"632.8"') }), { code: "unknown-item" });
  });
});

describe("conductivity ash", () => {
  const ash = { procedure: "refined", solutionUsCm: 38.2, solutionC: 21.4, waterUsCm: 1.8, waterC: 21.4 } as const;

  test("the worked example: 36.85836, 1.73678, 36.25048 µS/cm and 0.02175 %", () => {
    const { solution20, water20, net, ashPercent } = conductivityAsh(ash);
    near(solution20, 36.8583558472);
    near(water20, 1.73678116557);
    near(net, 36.2504824392);
    near(ashPercent, 0.0217502894635);
  });

  test("raw sugar: the whole water counts, 18·10⁻⁴·(100 − 10) = 0.162", () => {
    near(
      conductivityAsh({ procedure: "raw", solutionUsCm: 100, solutionC: 20, waterUsCm: 10, waterC: 20 }).ashPercent,
      0.162,
    );
  });

  test("at the edge of the water blank it is allowed, above it refused", () => {
    assert.ok(conductivityAsh({ ...ash, waterUsCm: 2 }).ashPercent > 0);
    assert.throws(() => conductivityAsh({ ...ash, waterUsCm: 2.01 }), { code: "water-blank-too-high" });
    assert.throws(() => conductivityAsh({ ...ash, procedure: "raw", waterUsCm: 15.1 }), {
      code: "water-blank-too-high",
    });
  });

  test("temperatures outside 15 °C to 25 °C and water above the solution are refused", () => {
    assert.throws(() => conductivityAsh({ ...ash, solutionC: 25.1 }), { code: "outside-method-range" });
    assert.throws(() => conductivityAsh({ ...ash, waterC: 14.9 }), { code: "outside-method-range" });
    assert.throws(() => conductivityAsh({ ...ash, solutionUsCm: 0.1 }), { code: "blank-above-sample" });
  });
});

describe("colour and turbidity", () => {
  test("the worked examples: 40.38 IU and 17.55 MAU at 0.61663 g/mL", () => {
    const { concentration, colour } = solutionColour({ absorbance: 0.1245, cellCm: 5, rdsPercent: 50.12 });
    near(concentration, 0.616632462469, 1e-7);
    near(colour, 40.3806181405, 1e-7);
    const { turbidity } = solutionTurbidity({ unfiltered: 0.1786, filtered: 0.1245, cellCm: 5, rdsPercent: 50.12 });
    near(turbidity, 17.5469192081, 1e-7);
  });

  test("density of sucrose solutions at 20 °C, kg/m³", () => {
    for (const [w, rho] of [
      [0.1, 1038.11316603],
      [0.26, 1108.20998137],
      [0.5, 1229.65161875],
      [0.65, 1316.55319223],
    ] as const) {
      assert.ok(Math.abs(solutionDensity(w) - rho) < 0.001);
    }
  });

  test("the slope of the density is its difference quotient", () => {
    near(densitySlope(0.5), (solutionDensity(0.500001) - solutionDensity(0.499999)) / 2e-6, 1e-7);
  });

  test.each([[19.99], [65.01], [0], [Number.NaN]])("dry substance of %s %% is refused", (rdsPercent) => {
    assert.throws(() => solutionColour({ absorbance: 0.1, cellCm: 5, rdsPercent }), { code: "rds-out-of-range" });
  });

  test("a cell of 0.9 cm or a filtered solution that absorbs more is refused", () => {
    assert.throws(() => solutionColour({ absorbance: 0.1, cellCm: 0.9, rdsPercent: 50 }), {
      code: "outside-method-range",
    });
    const swapped = { unfiltered: 0.1245, filtered: 0.1786, cellCm: 5, rdsPercent: 50.12 };
    assert.throws(() => solutionTurbidity(swapped), { code: "filtered-above-unfiltered" });
  });
});

describe("loss on drying", () => {
  const weights = { dishG: 25.0113, beforeG: 45.2318, afterG: 45.2257 };

  test("the worked example: 0.0061 g of 20.2205 g are 0.03017 %", () => near(lossOnDrying(weights), 0.0301674043668));

  test("nothing lost is zero, a gain is impossible", () => {
    assert.equal(lossOnDrying({ ...weights, afterG: 45.2318 }), 0);
    assert.throws(() => lossOnDrying({ ...weights, afterG: 45.2319 }), { code: "negative-loss" });
  });

  test("an empty dish or more lost than was there is refused", () => {
    assert.throws(() => lossOnDrying({ ...weights, beforeG: 25.0113, afterG: 25.0113 }), { code: "no-sample-in-dish" });
    assert.throws(() => lossOnDrying({ ...weights, afterG: 25 }), { code: "outside-method-range" });
  });
});

describe("reducing sugars", () => {
  const titration = { iodineMl: 20, thiosulphateMl: 15.62, blankMl: 0.85, massG: 10, sucroseMlPerG: 0.1, mgPerMl: 1 };

  test("Ofner, the worked example: 20 − 15.62 − 0.85 − 1 = 2.53 mL, 0.0253 %", () => {
    const { netMl, reducingPercent } = ofner(titration);
    near(netMl, 2.53);
    near(reducingPercent, 0.0253);
  });

  test("more thiosulphate than there was iodine is refused", () => {
    assert.throws(() => ofner({ ...titration, thiosulphateMl: 18.2 }), { code: "titration-impossible" });
  });

  test("between two points of a titre table: 6.5 mL lies half way from 7 mL (0.010 %) to 6 mL (0.020 %)", () => {
    const [low, high] = [
      { titreMl: 7, invertPercent: 0.01 },
      { titreMl: 6, invertPercent: 0.02 },
    ];
    near(invertFromTitre(6.5, low, high), 0.015);
    near(invertFromTitre(7, low, high), 0.01);
    assert.throws(() => invertFromTitre(7.01, low, high), { code: "titre-not-bracketed" });
    assert.throws(() => invertFromTitre(5.99, low, high), { code: "titre-not-bracketed" });
    assert.throws(() => invertFromTitre(6.5, high, low), { code: "titre-not-bracketed" });
    assert.throws(() => invertFromTitre(6, high, high), { code: "titre-not-bracketed" });
  });
});

describe("contents in milligrams per kilogram", () => {
  test("sulphur dioxide: (0.210 − 0.010)/0.02 = 10 µg in 10 of 100 mL, 20 g: 10·100/(10·20) = 5 mg/kg", () => {
    const reading = {
      absorbance: 0.21,
      blankAbsorbance: 0.01,
      slopePerUg: 0.02,
      totalMl: 100,
      aliquotMl: 10,
      massG: 20,
    };
    near(sulphurDioxide(reading).mgPerKg, 5);
    assert.throws(() => sulphurDioxide({ ...reading, aliquotMl: 101 }), { code: "outside-method-range" });
    assert.throws(() => sulphurDioxide({ ...reading, slopePerUg: 0 }), { code: "outside-method-range" });
  });

  test("insolubles: 4.0 mg on the filter of 500 g are 8 mg/kg", () => {
    near(insolubles({ emptyG: 0.1, loadedG: 0.104, massG: 500 }), 8);
    assert.throws(() => insolubles({ emptyG: 0.104, loadedG: 0.1, massG: 500 }), { code: "negative-residue" });
  });

  test("lead: (24 − 0.4) µg/L in 10 mL of 0.5 g are 0.472 mg/kg, 0.51868 at a recovery of 91 %", () => {
    near(elementContent({ digestUgL: 24, blankUgL: 0.4, volumeMl: 10, massG: 0.5 }), 0.472);
    near(recoveryCorrected(0.472, 91), 0.518681318681);
  });

  test.each([[69.9], [120.1], [Number.NaN]])("a recovery of %s %% is refused", (recovery) => {
    assert.throws(() => recoveryCorrected(1, recovery), { code: "recovery-out-of-range" });
  });
});
