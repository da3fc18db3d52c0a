import { readFileSync } from "node:fs";
import { needWithin } from "@quanheng/centres/method-guards.ts";
import { caliperError } from "@quanheng/centres/metrology/measuring-tools/caliper-error.ts";
import {
  type DialIndicatorTable,
  dialIndicatorVerdict,
} from "@quanheng/centres/metrology/measuring-tools/dial-indicator.ts";
import { gaugeBlockLength } from "@quanheng/centres/metrology/measuring-tools/gauge-block-comparison.ts";
import {
  type GaugeBlockTable,
  gaugeBlockGrades,
} from "@quanheng/centres/metrology/measuring-tools/gauge-block-grade.ts";
import { interferenceFlatness } from "@quanheng/centres/metrology/measuring-tools/interference-flatness.ts";
import { micrometerErrors } from "@quanheng/centres/metrology/measuring-tools/micrometer-error.ts";
import { plainGauge } from "@quanheng/centres/metrology/measuring-tools/plain-gauge.ts";
import { temperatureCorrection } from "@quanheng/centres/metrology/measuring-tools/temperature-correction.ts";
import { threeWire } from "@quanheng/centres/metrology/measuring-tools/three-wire.ts";
import { conform } from "@quanheng/flow/decision/conformity/conform.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import { formatDecimal, fromNumber, negate, toNumber } from "@quanheng/kernel/decimal.ts";
import type { BudgetLine } from "@quanheng/kernel/measurement.ts";
import { cleanNoise, roundDigits } from "@quanheng/kernel/rounding.ts";
import { combine } from "@quanheng/kernel/uncertainty/combine.ts";
import { coverageFactor, truncated } from "@quanheng/kernel/uncertainty/coverage.ts";
import type { Compute, Inputs } from "./compute.ts";

const table = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;
const GAUGE_BLOCKS = table<GaugeBlockTable>("iso3650");
const DIAL_INDICATORS = table<DialIndicatorTable>("jjg34-dial-indicator");
const COVERAGE = 0.9545;

/** Published names of the methods and of their figures, mapped to the functions of measuring tools. */
export const measuringToolsMethods: Readonly<Record<string, Compute>> = {
  "length.gaugeBlock.comparison": (inputs) => {
    const standardMm = number(inputs, "l_S_mm");
    const found = gaugeBlockLength({
      // Where no nominal length is given, it is the whole micrometre that the standard names.
      nominalMm:
        inputs["nominal_mm"] === undefined ? Math.round(standardMm * 1000) / 1000 : number(inputs, "nominal_mm"),
      standardMm,
      differencesNm: inputs["observations_nm"] as number[],
      budget: budgetOf(inputs),
    });
    const U = found.u * coverageFactor(found.dof, COVERAGE);
    return {
      mean_diff_nm: found.meanDifferenceNm,
      l_X_mm: found.lengthMm,
      contributions_nm: found.contributionsNm,
      u_nm: found.u,
      U_nm: U,
      U_reported_nm: twoDigits(U),
    };
  },

  "length.gaugeBlock.grade": (inputs) => ({
    grades: gaugeBlockGrades(GAUGE_BLOCKS, {
      nominalMm: number(inputs, "L_mm"),
      deviationUm: number(inputs, "deviation_um"),
      variationUm: number(inputs, "variation_um"),
    }).map(({ grade }) => (grade === "K" ? grade : `g${grade}`)),
  }),

  "length.caliper.error": (inputs) => {
    const found = caliperError({
      readingMm: number(inputs, "reading_mm"),
      standardMm: number(inputs, "l_S_mm"),
      budget: budgetOf(inputs),
      dominantUm: inputs["dominant_halfwidths_um"] as [number, number],
      probability: number(inputs, "p"),
    });
    return {
      E_mm: found.errorMm,
      contributions_um: found.contributionsUm,
      u_um: found.u,
      beta: found.beta,
      k: found.k,
      U_um: found.expandedUm,
      U_reported_mm: Number(reportedText(found.expandedUm / 1000, { mode: "half-even", places: 2 })),
    };
  },

  "length.micrometer.error": (inputs) => {
    const points = (inputs["points"] as readonly Inputs[]).map((point) => ({
      nominalMm: number(point, "nominal_mm"),
      correctionMm: number(point, "correction_mm"),
      readingMm: number(point, "reading_mm"),
    }));
    const { errorsUm, maxAbsUm, pass } = micrometerErrors({
      rangeMm: inputs["range_mm"] as [number, number],
      points,
      mpeUm: number(inputs, "mpe_um"),
    });
    const reported_um = errorsUm.map((error) => Number(reportedText(error, { mode: "half-even", places: 0 })));
    return { errors_um: errorsUm, reported_um, max_abs_um: maxAbsUm, pass_: pass };
  },

  "length.flatness.interference": (inputs) => ({
    flatness_um: interferenceFlatness(number(inputs, "bands"), number(inputs, "wavelength_um")),
  }),

  "length.temperatureCorrection": (inputs) => ({
    correction_um: temperatureCorrection(
      number(inputs, "L_mm"),
      { alphaPerK: number(inputs, "alpha_item_per_K"), tempC: number(inputs, "t_item_C") },
      { alphaPerK: number(inputs, "alpha_std_per_K"), tempC: number(inputs, "t_std_C") },
    ),
  }),

  "length.dialIndicator": (inputs) => {
    const windowMm = number(inputs, "window_mm");
    const { fullRangeUm, windowUm, hysteresisUm, repeatabilityUm, limits, pass } = dialIndicatorVerdict(
      {
        positionsMm: inputs["positions_mm"] as number[],
        forwardUm: inputs["forward_um"] as number[],
        backwardUm: inputs["backward_um"] as number[],
        windowMm,
        repeatsUm: inputs["repeats_um"] as number[],
      },
      DIAL_INDICATORS,
    );
    const any = `any${windowMm}mm`;
    return {
      fullRange_um: fullRangeUm,
      hysteresis_um: hysteresisUm,
      [`${any}_um`]: windowUm,
      repeatability_um: repeatabilityUm,
      limits_um: {
        fullRange: limits.fullRangeUm,
        hysteresis: limits.hysteresisUm,
        [any]: limits.windowUm,
        repeatability: limits.repeatabilityUm,
      },
      pass_: pass,
    };
  },

  "length.thread.threeWire": (inputs) => {
    const found = threeWire({
      overWiresMm: number(inputs, "M_mm"),
      wireMm: number(inputs, "wire_mm"),
      pitchMm: number(inputs, "pitch_mm"),
      ...(inputs["lead_mm"] === undefined ? {} : { leadMm: number(inputs, "lead_mm") }),
      angleDeg: number(inputs, "angle_deg"),
      forceCorrectionMm: number(inputs, "A2_mm"),
    });
    return {
      best_wire_mm: found.bestWireMm,
      d2_simple_mm: found.simpleMm,
      A1_mm: found.leadCorrectionMm,
      d2_mm: found.pitchDiameterMm,
      reported_mm: Number(reportedText(found.pitchDiameterMm, { mode: "half-even", places: 4 })),
    };
  },

  "length.plugGauge.limits": (inputs) => {
    const { go, wear, noGo } = plainGauge({
      feature: "hole",
      nominalMm: number(inputs, "D_mm"),
      lowerMm: number(inputs, "EI_mm"),
      upperMm: number(inputs, "ES_mm"),
      toleranceMm: number(inputs, "T_mm"),
      positionMm: number(inputs, "Z_mm"),
    });
    return {
      go_min: toNumber(go.min),
      go_max: toNumber(go.max),
      go_wear: toNumber(wear),
      nogo_min: toNumber(noGo.min),
      nogo_max: toNumber(noGo.max),
    };
  },

  "uncertainty.gum": (inputs) => {
    const budget = budgetOf(inputs);
    const { u, dof } = combine(budget);
    const k = coverageFactor(dof, number(inputs, "p"));
    return {
      contributions: budget.map(({ sensitivity, u: of }) => sensitivity * of),
      u_c: u,
      nu_eff: dof,
      nu_used: dof === Infinity ? dof : truncated(dof),
      k,
      U: k * u,
      U_reported: twoDigits(k * u),
    };
  },

  "decision.jjf1094": (inputs) => ({
    results: (inputs["cases"] as readonly Inputs[]).map((each) => {
      const [E, U, MPEV] = ["E", "U", "MPEV"].map((name) => fromNumber(number(each, name)));
      needWithin("MPEV", toNumber(MPEV!), { above: 0 });
      const measured = { value: formatDecimal(E!), u: null, expanded: formatDecimal(U!) };
      const limit = { kind: "interval", min: formatDecimal(negate(MPEV!)), max: formatDecimal(MPEV!) } as const;
      return conform(measured, limit, { kind: "jjf1094" }).outcome;
    }),
  }),
};

/** A line without sensitivity or uncertainty stays NaN, so that the kernel refuses it. */
function budgetOf(inputs: Inputs): readonly BudgetLine[] {
  return (inputs["budget"] as readonly Inputs[]).map((line) => ({
    source: String(line["name"]),
    sensitivity: typeof line["c"] === "number" ? line["c"] : Number.NaN,
    u: typeof line["u"] === "number" ? line["u"] : Number.NaN,
    dof: typeof line["nu"] === "number" ? line["nu"] : Infinity,
  }));
}

function number(inputs: Inputs, name: string): number {
  const value = inputs[name];
  return typeof value === "number" ? value : Number.NaN;
}

function twoDigits(value: number): number {
  return toNumber(roundDigits(cleanNoise(value), 2, "half-even"));
}
