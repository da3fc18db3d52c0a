import { readFileSync } from "node:fs";
import { airDensity } from "@quanheng/centres/product-quality/clean-energy/air-density.ts";
import { annualEnergy } from "@quanheng/centres/product-quality/clean-energy/annual-energy.ts";
import {
  type CorrectedCurve,
  type CurveConditions,
  correctedByProcedure1,
  correctedByProcedure2,
} from "@quanheng/centres/product-quality/clean-energy/curve-correction.ts";
import { interpolatedByProcedure3 } from "@quanheng/centres/product-quality/clean-energy/curve-interpolation.ts";
import { fitDiode } from "@quanheng/centres/product-quality/clean-energy/diode-fit.ts";
import {
  type LoadWeights,
  weightedEfficiency,
} from "@quanheng/centres/product-quality/clean-energy/inverter-efficiency.ts";
import type { CurveParameters } from "@quanheng/centres/product-quality/clean-energy/iv-curve.ts";
import {
  cellTemperature,
  nominalTemperature,
} from "@quanheng/centres/product-quality/clean-energy/module-temperature.ts";
import { powerCurve } from "@quanheng/centres/product-quality/clean-energy/power-curve.ts";
import { gate1, gate2, type RetainedPower } from "@quanheng/centres/product-quality/clean-energy/rated-power.ts";
import { diodePoints, modifiedIdeality } from "@quanheng/centres/product-quality/clean-energy/single-diode.ts";
import type { Compute, Inputs } from "./compute.ts";

const table = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;
const RETAINED = table<RetainedPower>("iec-61215");
const WEIGHTS = table<{ readonly rows: readonly LoadWeights[] }>("inverter-efficiency-weights").rows;

/** Published names of the methods and of their figures, mapped to the functions of clean energy. */
export const cleanEnergyMethods: Readonly<Record<string, Compute>> = {
  "pv.singleDiode": (inputs) => {
    const number = reader(inputs);
    const given = inputs["nNsVth_V"];
    const computed = modifiedIdeality(number("n"), number("cells_in_series"), number("T_K"));
    const points = diodePoints({
      photocurrentA: number("photocurrent_A"),
      saturationCurrentA: number("saturation_current_A"),
      seriesOhm: number("resistance_series_ohm"),
      shuntOhm: number("resistance_shunt_ohm"),
      idealityV: typeof given === "number" ? given : computed,
    });
    const { shortCircuitA, openCircuitV, peakA, peakV, peakW } = points;
    return { i_sc: shortCircuitA, v_oc: openCircuitV, i_mp: peakA, v_mp: peakV, p_mp: peakW };
  },

  "pv.singleDiode.fitDeSoto": (inputs) => {
    const number = reader(inputs);
    const diode = fitDiode({
      peakV: number("v_mp"),
      peakA: number("i_mp"),
      openCircuitV: number("v_oc"),
      shortCircuitA: number("i_sc"),
      alphaAK: number("alpha_sc_A_per_K"),
      betaVK: number("beta_voc_V_per_K"),
      cellsInSeries: number("cells_in_series"),
      bandGapEv: number("EgRef_eV"),
      bandGapPerK: number("dEgdT"),
    });
    return {
      I_L_ref: diode.photocurrentA,
      I_o_ref: diode.saturationCurrentA,
      R_s: diode.seriesOhm,
      R_sh_ref: diode.shuntOhm,
      a_ref: diode.idealityV,
    };
  },

  "pv.iec60891.procedure1": (inputs) => {
    const number = reader(inputs);
    const coefficients = {
      alphaAK: number("alpha_A_per_K"),
      betaVK: number("beta_V_per_K"),
      seriesOhm: number("Rs_ohm"),
      ...kappa(inputs),
    };
    return corrected(correctedByProcedure1(curve(inputs, "V_V", "I_A"), conditions(inputs), coefficients));
  },

  "pv.iec60891.procedure2": (inputs) => {
    const number = reader(inputs);
    const coefficients = {
      alphaPerK: number("alpha_rel_per_K"),
      betaPerK: number("beta_rel_per_K"),
      irradianceFactor: number("a"),
      seriesOhm: number("Rs_ohm"),
      ...kappa(inputs),
    };
    return corrected(correctedByProcedure2(curve(inputs, "V_V", "I_A"), conditions(inputs), coefficients));
  },

  "pv.iec60891.procedure3": (inputs) => {
    const number = reader(inputs);
    const measured = (k: 1 | 2) => ({
      curve: curve(inputs, `V${k}`, `I${k}`),
      irradianceWm2: number(`G${k}`),
      temperatureC: number(`T${k}_C`),
    });
    const result = interpolatedByProcedure3(measured(1), measured(2), number("G3"));
    return {
      a: result.a,
      T3_C: result.temperatureC,
      V3: result.curve.voltagesV,
      I3: result.curve.currentsA,
      Vmp_V: result.peakV,
      Pmax_W: result.peakW,
    };
  },

  "pv.iec61215.gate1": (inputs) => {
    const number = reader(inputs);
    const gate = gate1({
      measuredW: inputs["lab_W"] as number[],
      nameplateW: number("nameplate_W"),
      tolerancePercent: number("t1_lower_percent"),
      uncertaintyPercent: number("m1_percent"),
    });
    return {
      threshold_each_W: gate.thresholdW,
      each_ok: gate.each,
      mean_W: gate.meanW,
      mean_threshold_W: gate.meanThresholdW,
      mean_ok: gate.meanReaches,
      pass_: gate.pass,
    };
  },

  "pv.iec61215.gate2": (inputs) => {
    const number = reader(inputs);
    const { ratio, least, pass } = gate2(number("P_before_W"), number("P_after_W"), number("r_percent"), RETAINED);
    return { ratio, limit: least, pass_: pass };
  },

  "pv.nmot.faiman": ({ rows }) => {
    const records = (rows as Inputs[]).map((row) => {
      const number = reader(row);
      return {
        irradianceWm2: number("G"),
        ambientC: number("Ta_C"),
        windMS: number("v_m_s"),
        moduleC: number("Tm_C"),
      };
    });
    const { u0, u1, nmotC, reportedC } = nominalTemperature(records);
    return { u0, u1, NMOT_C: nmotC, reported_C: Number(reportedC) };
  },

  "pv.noct.simple": (inputs) => {
    const number = reader(inputs);
    return { Tc_C: cellTemperature(number("NOCT_C"), number("Ta_C"), number("G")) };
  },

  "pv.inverter.weightedEfficiency": ({ efficiency }) =>
    Object.fromEntries(
      WEIGHTS.map((weights) => [weights.name, weightedEfficiency(efficiency as Record<string, number>, weights)]),
    ),

  "wind.airDensity": (inputs) => {
    const number = reader(inputs);
    const [temperature, pressure] = [number("T_K"), number("p_Pa")];
    return { dry: airDensity(temperature, pressure, 0), humid: airDensity(temperature, pressure, number("rh")) };
  },

  "wind.powerCurve.bins": (inputs) => {
    const records = (inputs["records"] as Inputs[]).map((row) => {
      const number = reader(row);
      return { windMS: number("V"), powerKw: number("P_kW"), density: number("rho") };
    });
    const { bins } = powerCurve(records, inputs["rho0"] as number);
    return {
      bins: bins.map(({ centreMS, records: n, windMS, powerKw, sdKw, valid }) => ({
        bin: centreMS,
        n,
        V: windMS,
        P: powerKw,
        s_P: sdKw,
        valid,
      })),
    };
  },

  "wind.aep": (inputs) => {
    const number = reader(inputs);
    const points = (name: string) =>
      (inputs[name] as Inputs[]).map((row) => ({ windMS: reader(row)("V"), powerKw: reader(row)("P_kW") }));
    const beyond = inputs["extrapolate"] === undefined ? undefined : points("extrapolate");
    const energy = annualEnergy(points("curve"), number("V_ave"), number("cutout"), beyond);
    return {
      aep_measured_kWh: energy.measuredKwh,
      aep_extrapolated_kWh: energy.extrapolatedKwh,
      ratio: energy.ratio,
      complete: energy.complete,
    };
  },
};

/** A missing figure reaches the method as NaN, which it refuses. */
function reader(inputs: Inputs): (name: string) => number {
  return (name) => (typeof inputs[name] === "number" ? inputs[name] : Number.NaN);
}

function curve(inputs: Inputs, voltages: string, currents: string) {
  return { voltagesV: inputs[voltages] as number[], currentsA: inputs[currents] as number[] };
}

function conditions(inputs: Inputs): CurveConditions {
  const number = reader(inputs);
  return {
    irradianceWm2: number("G1"),
    temperatureC: number("T1_C"),
    targetWm2: number("G2"),
    targetC: number("T2_C"),
  };
}

function kappa(inputs: Inputs): { readonly kappaOhmK?: number } {
  const given = inputs["kappa_ohm_per_K"];
  return typeof given === "number" ? { kappaOhmK: given } : {};
}

function corrected({ measured, curve: points, corrected: parameters }: CorrectedCurve) {
  return {
    measured: figures(measured),
    V2_V: points.voltagesV,
    I2_A: points.currentsA,
    stc: figures(parameters),
  };
}

function figures({ shortCircuitA, openCircuitV, peakV, peakA, peakW, fillFactor }: CurveParameters) {
  return { Isc_A: shortCircuitA, Voc_V: openCircuitV, Vmp_V: peakV, Imp_A: peakA, Pmax_W: peakW, FF: fillFactor };
}
