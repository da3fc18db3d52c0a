import {
  correctedDistillation,
  type DistillationRow,
  evaporatedTemperature,
} from "@quanheng/centres/product-quality/petrochemicals/distillation.ts";
import { flashPoint } from "@quanheng/centres/product-quality/petrochemicals/flash-point.ts";
import { kinematicViscosity } from "@quanheng/centres/product-quality/petrochemicals/kinematic-viscosity.ts";
import {
  antiKnockIndex,
  blendEstimate,
  octaneNumber,
} from "@quanheng/centres/product-quality/petrochemicals/octane.ts";
import { hydrometer, standardDensity } from "@quanheng/centres/product-quality/petrochemicals/standard-density.ts";
import { dryVapourPressure } from "@quanheng/centres/product-quality/petrochemicals/vapour-pressure.ts";
import { viscosityIndex } from "@quanheng/centres/product-quality/petrochemicals/viscosity-index.ts";
import {
  type PetroleumGroup,
  volumeCorrection,
} from "@quanheng/centres/product-quality/petrochemicals/volume-correction.ts";
import { acceptanceEdge, conform } from "@quanheng/flow/decision/conformity/conform.ts";
import { ISO_4259_FACTOR } from "@quanheng/flow/decision/conformity/rule.ts";
import { toNumber } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundDigits } from "@quanheng/kernel/rounding.ts";
import type { Compute, Inputs } from "./compute.ts";
import { figure, reportedAt, reportedBy } from "./figures.ts";

/** Published names of the methods and of their figures, mapped to the functions of petrochemicals. */
export const petrochemicalsMethods: Readonly<Record<string, Compute>> = {
  "petroleum.density.convert": (inputs) => {
    const found = standardDensity(
      inputs["group"] as PetroleumGroup,
      figure(inputs, "rho_obs_kg_per_m3"),
      figure(inputs, "t_obs_C"),
    );
    const { k0, k1, k2 } = found.expansion;
    return {
      rho60: found.density60,
      rho15: found.density15,
      rho20: found.density20,
      ctl_obs_to_60: found.ctl,
      vcf15: found.vcf15,
      vcf20: found.vcf20,
      alpha60: found.alpha60,
      group_K: [k0, k1, k2],
      rho15_reported: reportedAt(found.density15, 1),
      rho20_reported: reportedAt(found.density20, 1),
      vcf15_reported: reportedAt(found.vcf15, 4),
      vcf20_reported: reportedAt(found.vcf20, 4),
    };
  },

  "petroleum.ctpl": (inputs) => {
    const found = volumeCorrection(
      inputs["group"] as PetroleumGroup,
      figure(inputs, "rho60_kg_per_m3"),
      figure(inputs, "t_C"),
      figure(inputs, "p_kPa_gauge"),
    );
    const { k0, k1, k2 } = found.expansion;
    return {
      K0: k0,
      K1: k1,
      K2: k2,
      t_star_F: found.scaleF,
      rho_star: found.starDensity,
      alpha60: found.alpha60,
      ctl: found.ctl,
      Fp: found.compressibility,
      cpl: found.cpl,
      ctpl: found.ctpl,
      ctpl_reported: reportedAt(found.ctpl, 5),
    };
  },

  "petroleum.hydrometerCorrection": (inputs) => {
    const at = (baseC: 15 | 20) => hydrometer(figure(inputs, "reading_kg_per_m3"), figure(inputs, "t_C"), baseC);
    const [fifteen, twenty] = [at(15), at(20)];
    return {
      hyc15: fifteen.factor,
      rho15base: fifteen.density,
      hyc20: twenty.factor,
      rho20base: twenty.density,
    };
  },

  "petroleum.distillation.d86": (inputs) => {
    const distillation = {
      barometerKpa: figure(inputs, "p_kPa"),
      rows: (inputs["rows"] as readonly Inputs[]).map((row) => ({
        recovered: row["recovered"] as DistillationRow["recovered"],
        tempC: figure(row, "t_C"),
      })),
      recovery: figure(inputs, "recovery"),
      residue: figure(inputs, "residue"),
      loss: figure(inputs, "loss"),
    };
    const found = correctedDistillation(distillation);
    return {
      corrected: found.rows.map(({ recovered, correctedC }) => ({ recovered, t_C: reportedAt(correctedC, 1) })),
      corrected_loss_raw: found.correctedLoss,
      corrected_loss: reportedAt(found.correctedLoss, 1),
      corrected_recovery: reportedAt(found.correctedRecovery, 1),
      evaporated: ((inputs["want"] ?? []) as readonly number[]).map((percent) => {
        const tempC = evaporatedTemperature(distillation, percent);
        return { percent, t_C: tempC, reported: reportedAt(tempC, 1) };
      }),
    };
  },

  "petroleum.viscosityIndex": (inputs) => {
    const { l, h, index, ...how } = viscosityIndex(figure(inputs, "nu40_mm2_per_s"), figure(inputs, "nu100_mm2_per_s"));
    return {
      L: l,
      H: h,
      procedure: how.procedure,
      ...("n" in how ? { N: how.n } : {}),
      VI: index,
      VI_reported: reportedAt(index, 0),
    };
  },

  "petroleum.octane.bracket": (inputs) => {
    const [research, motor] = [bracket(inputs["ron"] as Inputs), bracket(inputs["mon"] as Inputs)];
    const antiKnock = antiKnockIndex(reportedAt(research, 1), reportedAt(motor, 1));
    return {
      RON_raw: research,
      RON: reportedAt(research, 1),
      MON_raw: motor,
      MON: reportedAt(motor, 1),
      AKI_raw: antiKnock,
      AKI: reportedAt(antiKnock, 1),
    };
  },

  "petroleum.octane.blendEstimate": ({ components }) => {
    const { research, motor, antiKnock, reportable } = blendEstimate(
      (components as readonly Inputs[]).map((component) => ({
        share: figure(component, "volumeFraction"),
        research: figure(component, "BRON"),
        motor: figure(component, "BMON"),
      })),
    );
    return { RON_est: research, MON_est: motor, AKI_est: antiKnock, reportable };
  },

  "petroleum.flashPoint.pressure": (inputs) => {
    const corrected = flashPoint(figure(inputs, "t_obs_C"), figure(inputs, "p_kPa"));
    return { t_corr_C: corrected, reported: reportedBy(corrected, "0.5") };
  },

  "petroleum.vapourPressure.dvpe": (inputs) => {
    const pressure = dryVapourPressure(figure(inputs, "p_total_kPa"));
    return { dvpe_kPa: pressure, reported: reportedAt(pressure, 1) };
  },

  "petroleum.kinematicViscosity": (inputs) => {
    const { determinations, viscosity, spreadPercent, agrees } = kinematicViscosity(
      figure(inputs, "C_mm2_per_s2"),
      inputs["times_s"] as readonly number[],
      figure(inputs, "determinability_percent"),
    );
    return {
      nu: determinations,
      mean: viscosity,
      diff_percent: spreadPercent,
      determinability_ok: agrees,
      reported: toNumber(roundDigits(cleanNoise(viscosity), 4, "half-even")),
    };
  },

  "decision.iso4259": (inputs) => {
    const end = inputs["kind"] === "min" ? "min" : "max";
    const limit = String(figure(inputs, "limit"));
    const precision = {
      kind: "iso-4259",
      reproducibility: String(figure(inputs, "R")),
      repeatability: String(figure(inputs, "r")),
      results: figure(inputs, "k"),
    } as const;
    const edge = (side: "supplier" | "recipient") => toNumber(acceptanceEdge(limit, end, { ...precision, side }));
    const passes = (side: "supplier" | "recipient") => {
      const measured = { value: String(figure(inputs, "mean")), u: null, expanded: null };
      return conform(measured, { kind: "interval", [end]: limit }, { ...precision, side }).outcome === "pass";
    };
    return {
      R_eff: Math.abs(edge("recipient") - Number(limit)) / Number(ISO_4259_FACTOR),
      recipient_limit: edge("recipient"),
      supplier_limit: edge("supplier"),
      recipient_accepts: passes("recipient"),
      supplier_assured: passes("supplier"),
    };
  },
};

function bracket(inputs: Inputs): number {
  return octaneNumber({
    lowOctane: figure(inputs, "low_on"),
    lowKnock: figure(inputs, "low_ki"),
    highOctane: figure(inputs, "high_on"),
    highKnock: figure(inputs, "high_ki"),
    sampleKnock: figure(inputs, "sample_ki"),
  });
}
