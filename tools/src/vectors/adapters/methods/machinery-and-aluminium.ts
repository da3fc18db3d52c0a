import { readFileSync } from "node:fs";
import {
  type AlloyTable,
  composition,
} from "@quanheng/centres/product-quality/machinery-and-aluminium/aluminium-composition.ts";
import { needFit } from "@quanheng/centres/product-quality/machinery-and-aluminium/elastic-line.ts";
import { brinell, rockwell, vickers } from "@quanheng/centres/product-quality/machinery-and-aluminium/hardness.ts";
import { soundPower } from "@quanheng/centres/product-quality/machinery-and-aluminium/sound-power.ts";
import {
  reportedTensile,
  tensileTest,
} from "@quanheng/centres/product-quality/machinery-and-aluminium/tensile-test.ts";
import { yieldPoint } from "@quanheng/centres/product-quality/machinery-and-aluminium/yield-point.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import { type Decimal, toNumber } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundDigits } from "@quanheng/kernel/rounding.ts";
import type { Compute, Inputs } from "./compute.ts";

const ALLOYS = JSON.parse(
  readFileSync(new URL("../../../../../data/methods/aluminium-alloys.json", import.meta.url), "utf8"),
) as AlloyTable;

/** Published names of the methods and of their figures, mapped to the functions of machinery and aluminium. */
export const machineryAndAluminiumMethods: Readonly<Record<string, Compute>> = {
  "tensile.iso6892": (inputs) => {
    // A case may state how well somebody's line fitted; the modulus is among the outputs, so it must be good for that.
    if (inputs["r2"] !== undefined) needFit(number(inputs, "r2"), "modulus");
    const result = tensileTest({
      areaMm2: number(inputs, "S0_mm2"),
      gaugeMm: number(inputs, "L0_mm"),
      extensometerMm: number(inputs, "Le_mm"),
      forceN: inputs["force_N"] as number[],
      extensionMm: inputs["extension_mm"] as number[],
      ...(inputs["time_s"] === undefined ? {} : { timeS: inputs["time_s"] as number[] }),
      ...(inputs["fit_window_MPa"] === undefined ? {} : { fitWindowMpa: inputs["fit_window_MPa"] as [number, number] }),
      purpose: "modulus",
      finalGaugeMm: number(inputs, "Lu_mm"),
      finalAreaMm2: number(inputs, "Su_mm2"),
    });
    const { proofMpa, tensileStrengthMpa, elongationPercent, reductionPercent } = reportedTensile(result);
    return {
      n_fit: result.line.points,
      slope_MPa_per_percent: result.line.slope,
      E_GPa: result.modulusGpa,
      r2: result.line.r2,
      toe_offset_percent: result.line.toePercent,
      Rp02_MPa: result.proof.stressMpa,
      Rm_MPa: result.tensileStrengthMpa,
      Ag_percent: result.plasticAtMaximumPercent,
      Agt_percent: result.totalAtMaximumPercent,
      A_percent: result.elongationPercent,
      Z_percent: result.reductionPercent,
      reported: {
        Rp02_MPa: toNumber(proofMpa),
        Rm_MPa: toNumber(tensileStrengthMpa),
        A_percent: figure(elongationPercent),
        Z_percent: figure(reductionPercent),
      },
    };
  },

  "tensile.yieldPoint": ({ strain_percent, stress_MPa }) => {
    const { upperMpa, lowerMpa, minimaMpa } = yieldPoint(strain_percent as number[], stress_MPa as number[]);
    return { ReH_MPa: upperMpa, minima: minimaMpa, ReL_MPa: lowerMpa };
  },

  "hardness.brinell": (inputs) => {
    const { dMm, ratio, hardness } = brinell(indentation(inputs), number(inputs, "ball_mm"));
    return { d_mm: dMm, HBW: hardness, ratio, reported: threeDigits(hardness) };
  },

  "hardness.vickers": (inputs) => {
    const { dMm, hardness } = vickers(indentation(inputs));
    return { d_mm: dMm, HV: hardness, reported: threeDigits(hardness) };
  },

  "hardness.rockwell": (inputs) => ({
    HRC: rockwell("HRC", number(inputs, "hrc_depth_mm")),
    HRB: rockwell("HRBW", number(inputs, "hrb_depth_mm")),
  }),

  "aluminium.composition": (inputs) => {
    const contents = inputs["mass_percent"] as Readonly<Record<string, number>>;
    const { failed, othersTotal, othersOk, pass } = composition(ALLOYS, String(inputs["alloy"]), contents);
    return { failed, others_total: toNumber(othersTotal), others_ok: othersOk, pass_: pass };
  },

  "noise.soundPower.iso3744": (inputs) => {
    const found = soundPower({
      levelsDb: inputs["levels_dB"] as number[],
      backgroundDb: inputs["background_dB"] as number[],
      surfaceM2: number(inputs, "S_m2"),
      k2Db: number(inputs, "K2_dB"),
    });
    return {
      Lp_mean_dB: found.meanDb,
      Lb_mean_dB: found.backgroundMeanDb,
      deltaL_dB: found.differenceDb,
      K1_dB: found.k1Db,
      Lpf_dB: found.surfaceLevelDb,
      LW_dB: found.powerLevelDb,
      reported_dB: Number(reportedText(found.powerLevelDb, { mode: "half-even", places: 1 })),
    };
  },
};

function indentation(inputs: Inputs) {
  return { forceN: number(inputs, "force_N"), d1Mm: number(inputs, "d1_mm"), d2Mm: number(inputs, "d2_mm") };
}

function number(inputs: Inputs, name: string): number {
  const value = inputs[name];
  return typeof value === "number" ? value : Number.NaN;
}

function figure(value: Decimal | undefined): number | undefined {
  return value && toNumber(value);
}

function threeDigits(value: number): number {
  return toNumber(roundDigits(cleanNoise(value), 3, "half-even"));
}
