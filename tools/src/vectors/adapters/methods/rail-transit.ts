import { readFileSync } from "node:fs";
import { backgroundCorrected } from "@quanheng/centres/product-quality/rail-transit/background-correction.ts";
import { noiseSeries } from "@quanheng/centres/product-quality/rail-transit/noise-series.ts";
import {
  meetsNoiseLimit,
  type PassByLimits,
  passByNoise,
  reportedLevel,
} from "@quanheng/centres/product-quality/rail-transit/pass-by-noise.ts";
import {
  type ComfortBands,
  comfortBand,
  completeComfort,
  meanComfort,
} from "@quanheng/centres/product-quality/rail-transit/ride-comfort.ts";
import {
  type RideDirection,
  type RideGrades,
  rideGrade,
  rideIndex,
} from "@quanheng/centres/product-quality/rail-transit/ride-index.ts";
import { correctedStop } from "@quanheng/centres/product-quality/rail-transit/stopping-distance.ts";
import {
  trackQualityIndex,
  trackStandardDeviation,
} from "@quanheng/centres/product-quality/rail-transit/track-quality.ts";
import {
  totalVibration,
  weightedAcceleration,
} from "@quanheng/centres/product-quality/rail-transit/vibration-exposure.ts";
import {
  longLifeRms,
  needSlopes,
  spectrumDeviations,
  spectrumRms,
  type VibrationSpectrum,
} from "@quanheng/centres/product-quality/rail-transit/vibration-test.ts";
import type { Compute, Inputs } from "./compute.ts";

const table = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;
const NOISE = table<PassByLimits>("rail-pass-by-noise");
const BANDS = table<ComfortBands>("ride-comfort-bands");
const GRADES = table<RideGrades>("ride-index-grades");

/** Published names of the methods and of their figures, mapped to the functions of rail transit. */
export const railTransitMethods: Readonly<Record<string, Compute>> = {
  "rail.noise.passBy": (inputs) => {
    const number = reader(inputs);
    const nominal = number("v_ref_km_h");
    const levels = passByNoise(
      {
        levelsDb: inputs["LpA_dB"] as number[],
        stepS: number("dt_s"),
        firstSample: number("Tp_start"),
        samples: number("Tp_count"),
        speedKmh: number("v_km_h"),
        nominalKmh: nominal,
      },
      NOISE,
    );
    const category = "EMU";
    const { limitDb, pass } = meetsNoiseLimit(levels.normalisedDb, category, nominal, NOISE);
    return {
      Tp_s: levels.passS,
      T_s: levels.wholeS,
      LpAeqTp_dB: levels.passDb,
      LpAeqT_dB: levels.wholeDb,
      TEL_dB: levels.transitExposureDb,
      LpAeqTp_ref_dB: levels.normalisedDb,
      reported_dB: Number(reportedLevel(levels.normalisedDb)),
      limit_dB: limitDb,
      category,
      pass_: pass,
    };
  },

  "rail.noise.series": ({ runs_dB }) => {
    const { meanDb, spreadDb, valid, reportedDb } = noiseSeries(runs_dB as number[]);
    return { mean_dB: meanDb, spread_dB: spreadDb, valid, reported_dB: Number(reportedDb) };
  },

  "noise.backgroundCorrection": (inputs) => {
    const number = reader(inputs);
    return { corrected_dB: backgroundCorrected(number("L_dB"), number("background_dB")) };
  },

  "rail.comfort.en12299.NMV": ({ ax, ay, az }) => {
    const { x95, y95, z95, index, reported } = meanComfort({ x: ax as number[], y: ay as number[], z: az as number[] });
    return {
      ax95: x95,
      ay95: y95,
      az95: z95,
      N_MV: index,
      reported: Number(reported),
      band: comfortBand(index, BANDS),
    };
  },

  "rail.comfort.en12299.complete": (inputs) => {
    const number = reader(inputs);
    const { standing, seated } = completeComfort({
      xP50: number("axP50"),
      yP50: number("ayP50"),
      zP50: number("azP50"),
      yP95: number("ayP95"),
      zP95: number("azP95"),
      yA95: number("ayA95"),
      zA95: number("azA95"),
      xD95: number("axD95"),
    });
    return { N_VD: standing, N_VA: seated };
  },

  "vibration.iso2631.weighted": (inputs) => {
    const number = reader(inputs);
    const frequencies = inputs["f_nominal_Hz"] as number[];
    const z = weightedAcceleration(frequencies, inputs["az"] as number[], "Wk");
    const y = weightedAcceleration(frequencies, inputs["ay"] as number[], "Wd");
    const k = number("k");
    // The case states the longitudinal axis as a share of the lateral one.
    const x = number("ax_weighted_factor") * y;
    return { a_wz: z, a_wy: y, a_v: totalVibration({ x, y, z, kx: k, ky: k, kz: k }) };
  },

  "rail.comfort.sperling": ({ direction, components }) => {
    const spectrum = (components as Inputs[]).map((component) => {
      const number = reader(component);
      return { frequencyHz: number("f_Hz"), amplitudeMS2: number("A_m_s2") };
    });
    const { each, index, reported } = rideIndex(direction as RideDirection, spectrum);
    return { W_i: each, W: index, reported: Number(reported), grade: rideGrade(index, "coach", GRADES) };
  },

  "vibration.iec61373.rms": (inputs) => {
    const number = reader(inputs);
    needSlopes(inputs["slopes_dB_oct"] as number[]);
    const spectrum: VibrationSpectrum = {
      level: number("S"),
      cornersHz: inputs["f_Hz"] as VibrationSpectrum["cornersHz"],
    };
    return { rms: spectrumRms(spectrum), rms_long_life: longLifeRms(spectrum, number("ratio")) };
  },

  "vibration.iec61373.tolerance": (inputs) => {
    const spectrum = {
      level: reader(inputs)("S"),
      cornersHz: inputs["corners"] as VibrationSpectrum["cornersHz"],
    };
    const { points, pass } = spectrumDeviations(spectrum, inputs["f_Hz"] as number[], inputs["measured"] as number[]);
    return {
      points: points.map(({ frequencyHz, target, deviationDb, ok }) => ({
        f_Hz: frequencyHz,
        target,
        dev_dB: deviationDb,
        ok,
      })),
      pass_: pass,
    };
  },

  "rail.track.tqi": ({ sigma_mm }) => {
    const { crosslevel, ...others } = sigma_mm as Record<string, number>;
    const number = reader(others);
    return {
      TQI: trackQualityIndex({
        profileLeft: number("profileLeft"),
        profileRight: number("profileRight"),
        alignmentLeft: number("alignmentLeft"),
        alignmentRight: number("alignmentRight"),
        gauge: number("gauge"),
        crossLevel: crosslevel ?? Number.NaN,
        twist: number("twist"),
      }),
    };
  },

  "rail.track.standardDeviation": ({ samples_mm, step_m, window_m }) => ({
    sd_mm: trackStandardDeviation(samples_mm as number[], step_m as number, window_m as number),
  }),

  "rail.brake.correctedDistance": (inputs) => {
    const number = reader(inputs);
    const stop = correctedStop({
      speedKmh: number("v_measured_km_h"),
      distanceM: number("s_measured_m"),
      gradientPermille: number("gradient_permille"),
      nominalKmh: number("v_nominal_km_h"),
      rotatingMass: number("rho"),
    });
    return {
      s_corrected_m: stop.distanceM,
      mean_decel_m_s2: stop.decelerationMS2,
      reported_m: Number(stop.reportedM),
    };
  },
};

/** A missing figure reaches the method as NaN, which it refuses. */
function reader(inputs: Inputs): (name: string) => number {
  return (name) => (typeof inputs[name] === "number" ? inputs[name] : Number.NaN);
}
