import { buildingEnergy, type CoalTable } from "@quanheng/centres/metrology/urban-energy/building-energy.ts";
import {
  compositeError,
  electricityVerdict,
  roundedError,
} from "@quanheng/centres/metrology/urban-energy/electricity-error.ts";
import type {
  Connection,
  ElectricityTable,
  PowerFactor,
} from "@quanheng/centres/metrology/urban-energy/electricity-limit.ts";
import { startAndNoLoad } from "@quanheng/centres/metrology/urban-energy/electricity-start.ts";
import { convertedGas } from "@quanheng/centres/metrology/urban-energy/gas-conversion.ts";
import { type GasMeterTable, gasMeterVerdict } from "@quanheng/centres/metrology/urban-energy/gas-meter.ts";
import {
  type HeatMeterTable,
  type HeatTemperatures,
  heatCoefficient,
  heatMeterError,
  heatMeterLimits,
} from "@quanheng/centres/metrology/urban-energy/heat-meter.ts";
import {
  type WaterMeterTable,
  waterMeterVerdict,
  weighedVolume,
} from "@quanheng/centres/metrology/urban-energy/water-meter.ts";
import { toNumber } from "@quanheng/kernel/decimal.ts";
import { waterDensity } from "@quanheng/kernel/water/density.ts";
import type { Compute, Inputs } from "./compute.ts";
import { figure, figureOf, reportedAt } from "./figures.ts";
import { readTable } from "./read-table.ts";

const ELECTRICITY = readTable<ElectricityTable>("electricity-meter-mpe.json");
const WATER = readTable<WaterMeterTable>("water-meter-mpe.json");
const HEAT = readTable<HeatMeterTable>("heat-meter-mpe.json");
const GAS = readTable<GasMeterTable>("gas-meter-mpe.json");
const COAL = readTable<CoalTable>("coal-equivalent.json");

/** Published names of the methods and of their figures, mapped to the functions of urban energy metering. */
export const urbanEnergyMethods: Readonly<Record<string, Compute>> = {
  "meter.electricity.error": (inputs) => {
    const found = electricityVerdict(
      {
        standardPerKwh: figure(inputs, "C0_imp_per_kWh"),
        meterPerKwh: figure(inputs, "CL_imp_per_kWh"),
        currentRatioKi: figure(inputs, "KI"),
        voltageRatioKu: figure(inputs, "KU"),
        meterPulses: figure(inputs, "N"),
        counts: inputs["m_counts"] as readonly number[],
        systemPercent: figure(inputs, "system_error_percent"),
      },
      {
        accuracyClass: String(inputs["accuracyClass"]),
        connection: inputs["connection"] as Connection,
        currentRatio: figureOf(inputs, "I_over_Ib", "I_over_In"),
        powerFactor: inputs["powerFactor"] as PowerFactor,
      },
      ELECTRICITY,
    );
    return {
      m0: found.expected,
      errors_percent: found.errorsPercent,
      mean_percent: found.meanPercent,
      reported_percent: found.reportedPercent,
      limit_percent: found.limitPercent,
      pass_: found.within,
    };
  },

  "meter.electricity.roundError": ({ cases }) => ({
    reported: (cases as readonly (readonly [number, string])[]).map(([error, accuracyClass]) =>
      toNumber(roundedError(error, accuracyClass)),
    ),
  }),

  "meter.electricity.startAndNoLoad": (inputs) => {
    const { startA, startMin, noLoadMin } = startAndNoLoad(
      {
        accuracyClass: String(inputs["accuracyClass"]),
        pulsesPerKwh: figure(inputs, "C_imp_per_kWh"),
        elements: figure(inputs, "m"),
        voltageV: figure(inputs, "U_V"),
        baseA: figureOf(inputs, "Ib_A", "In_A"),
        maxA: figure(inputs, "Imax_A"),
      },
      ELECTRICITY,
    );
    return { I_start_A: startA, t_limit_min: startMin, t_noload_min: noLoadMin };
  },

  "meter.electricity.compositeError": (inputs) => ({
    e_c_percent: compositeError({
      basePercent: figure(inputs, "e_percent"),
      temperaturePercent: figure(inputs, "d_temp_percent"),
      voltagePercent: figure(inputs, "d_voltage_percent"),
      frequencyPercent: figure(inputs, "d_freq_percent"),
    }),
  }),

  "fluid.waterDensity": ({ t_C }) => ({ rho_kg_per_m3: (t_C as readonly number[]).map(waterDensity) }),

  "meter.water.error": (inputs) => {
    const waterC = figure(inputs, "t_water_C");
    const points = (inputs["points"] as readonly Inputs[]).map((point) => ({
      flowM3H: figure(point, "Q_m3_per_h"),
      indicatedL: figure(point, "V_indicated_L"),
      actualL: weighedVolume(figure(point, "mass_kg"), waterC, figure(inputs, "rho_air")),
    }));
    const found = waterMeterVerdict(
      {
        accuracyClass: String(inputs["accuracyClass"]),
        permanentM3H: figure(inputs, "Q3_m3_per_h"),
        ratio: figure(inputs, "R"),
        waterC,
        ...(inputs["resolution_L"] === undefined ? {} : { resolutionL: figure(inputs, "resolution_L") }),
        inService: inputs["inService"] === true,
      },
      points,
      WATER,
    );
    const { q1, q2, q3, q4 } = found.flows;
    return {
      flows: { Q1: q1, Q2: q2, Q3: q3, Q4: q4 },
      points: found.points.map(({ flowM3H, actualL, errorPercent, mpePercent, within }) => ({
        Q_m3_per_h: flowM3H,
        V_actual_L: actualL,
        error_percent: errorPercent,
        reported_percent: reportedAt(errorPercent, 1),
        mpe_percent: mpePercent,
        within,
      })),
      allSameSign: found.allSameSign,
      halfMpeRuleOk: found.halfRuleKept,
      pass_: found.passes,
    };
  },

  "meter.heat.kFactor": (inputs) => {
    const coefficient = heatCoefficient(temperatures(inputs));
    return { k_MJ_per_m3K: coefficient, k_kWh_per_m3K: coefficient / 3.6 };
  },

  "meter.heat.mpe": (inputs) => {
    const found = heatMeterLimits({ ...heatPoint(inputs), differenceK: figure(inputs, "dTheta_K") }, HEAT);
    return {
      E_f_percent: found.flowPercent,
      E_t_percent: found.sensorsPercent,
      E_c_percent: found.calculatorPercent,
      E_total_percent: found.totalPercent,
    };
  },

  "meter.heat.error": (inputs) => {
    const found = heatMeterError(
      {
        ...temperatures(inputs),
        ...heatPoint(inputs),
        volumeM3: figure(inputs, "V_m3"),
        indicatedKwh: figure(inputs, "Q_indicated_kWh"),
      },
      HEAT,
    );
    return {
      k_MJ_per_m3K: found.coefficient,
      Q_ref_kWh: found.referenceKwh,
      error_percent: found.errorPercent,
      mpe_percent: found.mpePercent,
      pass_: found.within,
    };
  },

  "meter.gas.wme": (inputs) => {
    const found = gasMeterVerdict(
      {
        accuracyClass: String(inputs["accuracyClass"]),
        maxM3H: figure(inputs, "Qmax_m3_per_h"),
        minM3H: figure(inputs, "Qmin_m3_per_h"),
        transitionalM3H: figure(inputs, "Qt_m3_per_h"),
        inService: inputs["inService"] === true,
      },
      (inputs["points"] as readonly Inputs[]).map((point) => ({
        flowM3H: figure(point, "Q_m3_per_h"),
        errorPercent: figure(point, "error_percent"),
      })),
      GAS,
    );
    return {
      k: found.weights,
      wme_percent: found.weightedPercent,
      wme_limit_percent: found.weightedLimitPercent,
      pointsWithinMpe: found.within.every(Boolean),
      pass_: found.passes,
    };
  },

  "meter.gas.convert": (inputs) => ({
    V_b_m3: convertedGas({
      volumeM3: figure(inputs, "V_m3"),
      absoluteMpa: figure(inputs, "p_abs_MPa"),
      tempC: figure(inputs, "t_C"),
      compressibility: figure(inputs, "Z"),
      baseMpa: figure(inputs, "p_b_MPa"),
      baseK: figure(inputs, "T_b_K"),
      baseCompressibility: figure(inputs, "Z_b"),
    }),
  }),

  "building.energyIntensity": (inputs) => {
    const use = inputs["use"] as Readonly<Record<string, number>>;
    const found = buildingEnergy(
      {
        areaM2: figure(inputs, "area_m2"),
        use: Object.fromEntries(Object.entries(use).map(([name, amount]) => [name.replace(/_[^_]*$/, ""), amount])),
        hoursPerYear: figure(inputs, "hours_per_a"),
        areaPerPersonM2: figure(inputs, "area_per_person_m2"),
        electricityKwh: figure(inputs, "electricityForIndex_kWh"),
      },
      COAL,
    );
    return {
      coalEq_kg: found.coalKg,
      coalEq_per_m2: found.coalKgM2,
      E_o_kWh_per_m2: found.indexKwhM2,
      gamma1: found.hoursFactor,
      gamma2: found.peopleFactor,
      E_corrected: found.correctedKwhM2,
    };
  },
};

function temperatures(inputs: Inputs): HeatTemperatures {
  return {
    supplyC: figure(inputs, "theta_supply_C"),
    returnC: figure(inputs, "theta_return_C"),
    sensor: inputs["sensor"] as HeatTemperatures["sensor"],
    pressureMpa: figure(inputs, "p_MPa"),
  };
}

function heatPoint(inputs: Inputs) {
  return {
    accuracyClass: String(inputs["accuracyClass"]),
    flowM3H: figure(inputs, "q_m3_per_h"),
    permanentM3H: figure(inputs, "qp_m3_per_h"),
    leastDifferenceK: figure(inputs, "dThetaMin_K"),
  };
}
