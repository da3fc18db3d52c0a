import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { near } from "../testing/agree.ts";
import {
  boundary2bc,
  liquidTemperatureByEnthalpy,
  liquidTemperatureByEntropy,
  steamTemperatureByEnthalpy,
  steamTemperatureByEntropy,
} from "./backward.ts";
import { boundary23Pressure, boundary23Temperature } from "./boundary-23.ts";
import { waterDensity } from "./density.ts";
import { regionAt } from "./region.ts";
import { liquidWater } from "./region-1.ts";
import { hotSteam, steam } from "./region-2.ts";
import { denseWater } from "./region-3.ts";
import { saturationPressure, saturationTemperature } from "./saturation.ts";
import type { WaterState } from "./state.ts";

/** The release prints nine significant digits. */
const NINE = 5.1e-9;

type Printed = readonly [v: number, h: number, u: number, s: number, cp: number, w: number];
function agree({ volumeM3Kg, ...state }: WaterState, [v, h, u, s, cp, w]: Printed): void {
  near(volumeM3Kg, v, NINE);
  near(state.enthalpyKjKg, h, NINE);
  near(state.energyKjKg, u, NINE);
  near(state.entropyKjKgK, s, NINE);
  near(state.cpKjKgK, cp, NINE);
  near(state.soundMS, w, NINE);
}

describe("the check values of IAPWS R7-97(2012)", () => {
  test.each<[number, number, Printed]>([
    [3, 300, [0.00100215168, 115.331273, 112.324818, 0.392294792, 4.17301218, 1507.73921]],
    [80, 300, [0.000971180894, 184.142828, 106.448356, 0.368563852, 4.01008987, 1634.69054]],
    [3, 500, [0.001202418, 975.542239, 971.934985, 2.58041912, 4.65580682, 1240.71337]],
  ])("table 5: liquid at %s MPa and %s K", (p, t, printed) => agree(liquidWater(p, t), printed));

  test.each<[number, number, Printed]>([
    [0.0035, 300, [39.4913866, 2549.91145, 2411.6916, 8.52238967, 1.91300162, 427.920172]],
    [0.0035, 700, [92.3015898, 3335.68375, 3012.62819, 10.1749996, 2.08141274, 644.289068]],
    [30, 700, [0.00542946619, 2631.49474, 2468.61076, 5.17540298, 10.3505092, 480.386523]],
  ])("table 15: steam at %s MPa and %s K", (p, t, printed) => agree(steam(p, t), printed));

  test.each<[number, number, number, Printed]>([
    [500, 650, 25.5837018, [1 / 500, 1863.43019, 1812.26279, 4.05427273, 13.8935717, 502.005554]],
    [200, 650, 22.2930643, [1 / 200, 2375.12401, 2263.65868, 4.85438792, 44.6579342, 383.444594]],
    [500, 750, 78.3095639, [1 / 500, 2258.68845, 2102.06932, 4.46971906, 6.34165359, 760.696041]],
  ])("table 33: %s kg/m³ at %s K", (density, t, p, printed) => {
    const state = denseWater(density, t);
    near(state.pressureMpa, p, NINE);
    agree(state, printed);
  });

  test.each<[number, number, Printed]>([
    [0.5, 1500, [1.3845509, 5219.76855, 4527.4931, 9.65408875, 2.61609445, 917.06869]],
    [30, 1500, [0.0230761299, 5167.23514, 4474.95124, 7.72970133, 2.72724317, 928.548002]],
    [30, 2000, [0.0311385219, 6571.22604, 5637.07038, 8.53640523, 2.88569882, 1067.36948]],
  ])("table 42: hot steam at %s MPa and %s K", (p, t, printed) => agree(hotSteam(p, t), printed));

  test("tables 35 and 36: saturation", () => {
    for (const [t, p] of [
      [300, 0.00353658941],
      [500, 2.63889776],
      [600, 12.3443146],
    ] as const) {
      near(saturationPressure(t), p, NINE);
    }
    for (const [p, t] of [
      [0.1, 372.755919],
      [1, 453.035632],
      [10, 584.149488],
    ] as const) {
      near(saturationTemperature(p), t, NINE);
    }
  });

  test("clause 4: the boundary of regions 2 and 3", () => {
    near(boundary23Pressure(623.15), 16.5291643, NINE);
    near(boundary23Temperature(16.5291643), 623.15, NINE);
  });

  test.each([
    [3, 500, 391.798509],
    [80, 500, 378.108626],
    [80, 1500, 611.041229],
  ])("table 7: liquid at %s MPa with %s kJ/kg", (p, h, t) => near(liquidTemperatureByEnthalpy(p, h), t, NINE));

  test.each([
    [3, 0.5, 307.842258],
    [80, 0.5, 309.979785],
    [80, 3, 565.899909],
  ])("table 9: liquid at %s MPa with %s kJ/(kg·K)", (p, s, t) => near(liquidTemperatureByEntropy(p, s), t, NINE));

  test.each([
    [0.001, 3000, 534.433241],
    [3, 3000, 575.37337],
    [3, 4000, 1010.77577],
    [5, 3500, 801.299102],
    [5, 4000, 1015.31583],
    [25, 3500, 875.279054],
    [40, 2700, 743.056411],
    [60, 2700, 791.137067],
    [60, 3200, 882.75686],
  ])("table 24: steam at %s MPa with %s kJ/kg", (p, h, t) => near(steamTemperatureByEnthalpy(p, h), t, NINE));

  test.each([
    [0.1, 7.5, 399.517097],
    [0.1, 8, 514.127081],
    [2.5, 8, 1039.84917],
    [8, 6, 600.48404],
    [8, 7.5, 1064.95556],
    [90, 6, 1038.01126],
    [20, 5.75, 697.992849],
    [80, 5.25, 854.011484],
    [80, 5.75, 949.017998],
  ])("table 29: steam at %s MPa with %s kJ/(kg·K)", (p, s, t) => near(steamTemperatureByEntropy(p, s), t, NINE));

  test("the boundary of the parts 2b and 2c", () => near(boundary2bc(3516.004323), 100, NINE));
});

describe("the formulation as a whole", () => {
  test("pressure and temperature of saturation undo each other", () => {
    for (let t = 273.15; t <= 647.09; t += 7.3) near(saturationTemperature(saturationPressure(t)), t, 1e-9);
  });

  test("regions 1 and 3, 2 and 3, 2 and 5 meet at their borders", () => {
    const liquid = liquidWater(50, 623.15);
    near(denseWater(1 / liquid.volumeM3Kg, 623.15).enthalpyKjKg, liquid.enthalpyKjKg, 2e-4);
    const dry = steam(boundary23Pressure(700), 700);
    near(denseWater(1 / dry.volumeM3Kg, 700).enthalpyKjKg, dry.enthalpyKjKg, 2e-4);
    near(hotSteam(1, 1073.16).enthalpyKjKg, steam(1, 1073.15).enthalpyKjKg, 1e-4);
  });

  test("the backward equations undo the forward ones within 25 mK", () => {
    for (const [p, t] of [
      [0.1, 320],
      [10, 500],
      [90, 600],
    ] as const) {
      const { enthalpyKjKg, entropyKjKgK } = liquidWater(p, t);
      assert.ok(Math.abs(liquidTemperatureByEnthalpy(p, enthalpyKjKg) - t) < 0.025);
      assert.ok(Math.abs(liquidTemperatureByEntropy(p, entropyKjKgK) - t) < 0.025);
    }
    for (const [p, t] of [
      [0.01, 400],
      [3.9, 800],
      [4.1, 800],
      [20, 700],
      [90, 1000],
    ] as const) {
      const { enthalpyKjKg, entropyKjKgK } = steam(p, t);
      assert.ok(Math.abs(steamTemperatureByEnthalpy(p, enthalpyKjKg) - t) < 0.025);
      assert.ok(Math.abs(steamTemperatureByEntropy(p, entropyKjKgK) - t) < 0.025);
    }
  });

  test("each state has its region, and on the line of saturation both phases may be asked for", () => {
    assert.deepEqual(
      [regionAt(3, 300), regionAt(0.0035, 300), regionAt(30, 650), regionAt(1, 1000), regionAt(1, 1500)],
      [1, 2, 3, 2, 5],
    );
    const boiling = saturationTemperature(1.3105);
    assert.ok(steam(1.3105, boiling).enthalpyKjKg - liquidWater(1.3105, boiling).enthalpyKjKg > 1900);
  });

  test.each<[string, () => unknown]>([
    ["liquid below saturation", () => liquidWater(0.05, 400)],
    ["steam above saturation", () => steam(1, 400)],
    ["frozen water", () => liquidWater(1, 273.1)],
    ["no pressure", () => steam(0, 400)],
    ["a pressure that is no number", () => steam(Number.NaN, 400)],
    ["more than 100 MPa", () => liquidWater(100.1, 300)],
    ["hot steam above 50 MPa", () => hotSteam(50.1, 1500)],
    ["a density between the phases", () => denseWater(320, 630)],
    ["saturation above the critical point", () => saturationTemperature(22.065)],
    ["saturation below freezing", () => saturationPressure(273)],
    ["the boundary 2-3 at 900 K", () => boundary23Pressure(900)],
    ["the boundary 2-3 at 10 MPa", () => boundary23Temperature(10)],
    ["an enthalpy that no liquid has", () => liquidTemperatureByEnthalpy(1, 9000)],
    ["an entropy that no steam has", () => steamTemperatureByEntropy(1, 1)],
    ["water density at 91 °C", () => waterDensity(91)],
  ])("%s is refused", (_, attempt) => assert.throws(attempt, { code: "outside-domain" }));
});

test("density of water at 4, 20 and 30 °C, CIPM 2001", () => {
  for (const [t, rho] of [
    [4, 999.9749],
    [20, 998.2067],
    [30, 995.6488],
  ] as const) {
    assert.ok(Math.abs(waterDensity(t) - rho) < 0.00006, `${t}`);
  }
});

test("between 40 and 90 °C it stays within 0.02 % of the formulation", () => {
  for (const t of [40, 60, 90]) near(waterDensity(t), 1 / liquidWater(0.101325, t + 273.15).volumeM3Kg, 2e-4);
});
