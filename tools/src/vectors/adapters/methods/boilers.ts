import {
  type Agreement,
  type AgreementTable,
  agreement,
} from "@quanheng/centres/special-equipment/boilers/agreement.ts";
import type { Ultimate } from "@quanheng/centres/special-equipment/boilers/combustion.ts";
import {
  hotWaterEfficiency,
  type SteamRun,
  saturatedSteamEfficiency,
  superheatedSteamEfficiency,
} from "@quanheng/centres/special-equipment/boilers/direct-efficiency.ts";
import { emissionAtReference } from "@quanheng/centres/special-equipment/boilers/emission.ts";
import {
  gasHeatLoss,
  type IndirectEfficiency,
  type LossRun,
  solidHeatLoss,
} from "@quanheng/centres/special-equipment/boilers/heat-loss.ts";
import {
  type FlueLossTable,
  siegertFlueLoss,
  simplifiedFlueLoss,
} from "@quanheng/centres/special-equipment/boilers/simple-flue-loss.ts";
import { boundary23Pressure } from "@quanheng/kernel/water/boundary-23.ts";
import { liquidWater } from "@quanheng/kernel/water/region-1.ts";
import { steam } from "@quanheng/kernel/water/region-2.ts";
import { denseWater } from "@quanheng/kernel/water/region-3.ts";
import { saturationPressure, saturationTemperature } from "@quanheng/kernel/water/saturation.ts";
import type { WaterState } from "@quanheng/kernel/water/state.ts";
import type { Compute, Inputs } from "./compute.ts";
import { figure, figureOf, reportedAt } from "./figures.ts";
import { readTable } from "./read-table.ts";

const FLUE_LOSS = readTable<FlueLossTable>("boiler-flue-loss.json");
const AGREEMENT = readTable<AgreementTable>("boiler-agreement.json");

/** Published names of the methods and of their figures, mapped to the functions of industrial boilers. */
export const boilersMethods: Readonly<Record<string, Compute>> = {
  "if97.region1": (inputs) => state(liquidWater(figure(inputs, "p_MPa"), figure(inputs, "T_K"))),
  "if97.region2": (inputs) => state(steam(figure(inputs, "p_MPa"), figure(inputs, "T_K"))),
  "if97.region3": (inputs) => state(denseWater(figure(inputs, "rho_kg_per_m3"), figure(inputs, "T_K"))),
  "if97.psat": (inputs) => ({ p_MPa: saturationPressure(figure(inputs, "T_K")) }),
  "if97.tsat": (inputs) => ({ T_K: saturationTemperature(figure(inputs, "p_MPa")) }),
  "if97.b23": (inputs) => ({ p_MPa: boundary23Pressure(figure(inputs, "T_K")) }),

  "boiler.efficiency.inputOutput.saturatedSteam": (inputs) => {
    const run = { ...steamRun(inputs), moisturePercent: figure(inputs, "moisture_percent") };
    const found = saturatedSteamEfficiency(run);
    return {
      p_abs_MPa: found.pressureMpa,
      T_sat_K: found.saturationK,
      h_sat_liq: found.liquidKjKg,
      h_sat_vap: found.vapourKjKg,
      r: found.latentKjKg,
      h_feed: found.feedKjKg,
      ...direct(found),
    };
  },

  "boiler.efficiency.inputOutput.superheatedSteam": (inputs) => {
    const found = superheatedSteamEfficiency({ ...steamRun(inputs), steamC: figure(inputs, "t_steam_C") });
    return {
      p_abs_MPa: found.pressureMpa,
      h_sat_liq: found.liquidKjKg,
      h_steam: found.steamKjKg,
      h_feed: found.feedKjKg,
      ...direct(found),
    };
  },

  "boiler.efficiency.inputOutput.hotWater": (inputs) => {
    const found = hotWaterEfficiency({
      flowKgH: figure(inputs, "G_kg_per_h"),
      outC: figure(inputs, "t_out_C"),
      inC: figure(inputs, "t_in_C"),
      outGaugeMpa: figure(inputs, "p_out_MPa_g"),
      inGaugeMpa: figure(inputs, "p_in_MPa_g"),
      ambientMpa: figure(inputs, "p_atm_MPa"),
      ...fuelInput(inputs),
    });
    return { h_out: found.outKjKg, h_in: found.inKjKg, output_MW: found.outputMw, ...direct(found) };
  },

  "boiler.efficiency.heatLoss.gas": (inputs) => {
    const found = gasHeatLoss({
      ...lossRun(inputs),
      fuel: inputs["fuel_vol_percent"] as Record<string, number>,
      moistureGM3: figure(inputs, "d_g_per_m3"),
    });
    return { ...indirect(found), H_flue_kJ_per_m3: found.flueKj, H_air_kJ_per_m3: found.airKj };
  },

  "boiler.efficiency.heatLoss.solid": (inputs) => {
    const found = solidHeatLoss({
      ...lossRun(inputs),
      fuel: inputs["ultimate_ar_percent"] as Ultimate,
      ash: (inputs["ash"] as readonly Inputs[]).map((row) => ({
        stream: String(row["stream"]),
        share: figure(row, "a"),
        carbonPercent: figure(row, "C"),
        heatKjKg: figure(row, "c_theta"),
      })),
    });
    return {
      ...indirect(found),
      ash_term: found.ashTerm,
      K_q4: found.burnt,
      H_flue_kJ_per_kg: found.flueKj,
      H_air_kJ_per_kg: found.airKj,
    };
  },

  "boiler.q2.simplified": (inputs) => {
    const { m, n, lossPercent } = simplifiedFlueLoss(
      String(inputs["fuel"]),
      {
        alpha: figure(inputs, "alpha"),
        flueC: figure(inputs, "t_flue_C"),
        airC: figure(inputs, "t_air_C"),
        unburntPercent: figure(inputs, "q4_percent"),
      },
      FLUE_LOSS,
    );
    return { m, n, q2_percent: lossPercent };
  },

  "boiler.q2.siegert": (inputs) => {
    const temperatures = { flueC: figure(inputs, "t_flue_C"), airC: figure(inputs, "t_air_C") };
    const gas =
      inputs["O2_percent"] === undefined
        ? { co2Percent: figure(inputs, "CO2_percent") }
        : { o2Percent: figure(inputs, "O2_percent") };
    const { a1, a2, b, lossPercent } = siegertFlueLoss(String(inputs["fuel"]), { ...temperatures, ...gas }, FLUE_LOSS);
    return { A1: a1, A2: a2, B: b, qA_percent: lossPercent, qA_reported_percent: reportedAt(lossPercent, 1) };
  },

  "boiler.emission.normaliseO2": (inputs) => {
    const referred = emissionAtReference(
      figure(inputs, "c_measured_mg_per_m3"),
      figure(inputs, "O2_percent"),
      figure(inputs, "O2_ref_percent"),
    );
    return { c_ref_mg_per_m3: referred, c_reported: reportedAt(referred, 0) };
  },

  "boiler.efficiency.repeatability": (inputs) => {
    const runs = (name: string) => (inputs[name] ?? []) as readonly number[];
    const found = agreement(
      String(inputs["fuelClass"]),
      { direct: runs("eta1_percent"), indirect: runs("eta2_percent") },
      AGREEMENT,
    );
    return repeatability(found);
  },
};

function repeatability(found: Agreement) {
  return {
    delta_direct: found.directSpread,
    delta_indirect: found.indirectSpread,
    mean_direct: found.directMean,
    mean_indirect: found.indirectMean,
    delta_methods: found.methodsDifference,
    limit: found.limits.methods,
    pass_: found.agrees,
  };
}

function state({ volumeM3Kg, ...of }: WaterState) {
  return {
    p_MPa: of.pressureMpa,
    v_m3_per_kg: volumeM3Kg,
    h_kJ_per_kg: of.enthalpyKjKg,
    u_kJ_per_kg: of.energyKjKg,
    s_kJ_per_kgK: of.entropyKjKgK,
    cp_kJ_per_kgK: of.cpKjKgK,
    w_m_per_s: of.soundMS,
  };
}

function fuelInput(inputs: Inputs) {
  return {
    fuelPerHour: figureOf(inputs, "B_m3_per_h", "B_kg_per_h"),
    heatValueKj: figureOf(inputs, "Q_r_kJ_per_m3", "Q_r_kJ_per_kg"),
  };
}

function steamRun(inputs: Inputs): SteamRun {
  return {
    feedFlowKgH: figure(inputs, "D_gs_kg_per_h"),
    steamGaugeMpa: figure(inputs, "p_steam_MPa_g"),
    feedGaugeMpa: figure(inputs, "p_feed_MPa_g"),
    ambientMpa: figure(inputs, "p_atm_MPa"),
    feedC: figure(inputs, "t_feed_C"),
    blowdownKgH: figure(inputs, "G_sample_kg_per_h"),
    ...fuelInput(inputs),
  };
}

function direct({
  usefulKjH,
  inputKjH,
  efficiencyPercent,
}: {
  usefulKjH: number;
  inputKjH: number;
  efficiencyPercent: number;
}) {
  return {
    Q_useful_kJ_per_h: usefulKjH,
    Q_input_kJ_per_h: inputKjH,
    eta1_percent: efficiencyPercent,
    eta1_reported_percent: reportedAt(efficiencyPercent, 2),
  };
}

function lossRun(inputs: Inputs): LossRun {
  const share = (name: string) => (inputs[name] === undefined ? 0 : figure(inputs, name));
  return {
    flueGas: {
      ro2: figure(inputs, "RO2_percent"),
      o2: figure(inputs, "O2_percent"),
      co: share("CO_percent"),
      h2: share("H2_percent"),
      ch4: share("CH4_percent"),
    },
    flueC: figure(inputs, "t_flue_C"),
    airC: figure(inputs, "t_air_C"),
    surfaceLossPercent: figure(inputs, "q5_percent"),
    heatValueKj: figureOf(inputs, "Q_r_kJ_per_m3", "Q_r_kJ_per_kg"),
  };
}

function indirect(found: IndirectEfficiency) {
  return {
    V0: found.combustion.air,
    V_RO2: found.combustion.ro2,
    V_N2_0: found.combustion.nitrogen,
    V_H2O_0: found.combustion.steam,
    alpha: found.alpha,
    V_gy: found.dryM3,
    V_H2O: found.steamM3,
    q2_percent: found.q2,
    q3_percent: found.q3,
    q4_percent: found.q4,
    q5_percent: found.q5,
    q6_percent: found.q6,
    eta2_percent: found.efficiencyPercent,
    eta2_reported_percent: reportedAt(found.efficiencyPercent, 2),
  };
}
