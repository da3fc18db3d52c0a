import { readFileSync } from "node:fs";
import { batteryCapacity, reachesRated } from "@quanheng/centres/product-quality/electronics/battery-capacity.ts";
import {
  conductedEmission,
  type DetectorVerdict,
} from "@quanheng/centres/product-quality/electronics/conducted-emission.ts";
import { type EarthTable, earthContinuity } from "@quanheng/centres/product-quality/electronics/earth-continuity.ts";
import type { Detector, EmissionTable } from "@quanheng/centres/product-quality/electronics/emission-limit.ts";
import { type LeakageTable, leakageCurrent } from "@quanheng/centres/product-quality/electronics/leakage-current.ts";
import { type PowerInputTable, powerInput } from "@quanheng/centres/product-quality/electronics/power-input.ts";
import {
  type EfficiencyTable,
  powerSupplyEfficiency,
} from "@quanheng/centres/product-quality/electronics/power-supply-efficiency.ts";
import { radiatedEmission } from "@quanheng/centres/product-quality/electronics/radiated-emission.ts";
import { refuse } from "@quanheng/centres/product-quality/electronics/refusals.ts";
import { type TransportTable, transportTest } from "@quanheng/centres/product-quality/electronics/transport-test.ts";
import { windingAtSwitchOff, windingRise } from "@quanheng/centres/product-quality/electronics/winding.ts";
import { type ScreeningTable, screening } from "@quanheng/centres/product-quality/electronics/xrf-screening.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import type { Compute, Inputs } from "./compute.ts";

const table = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;
const EMISSION = table<EmissionTable>("cispr32");
const HOUSEHOLD = table<PowerInputTable & LeakageTable & EarthTable>("iec60335-1");
const SCREENING = table<ScreeningTable>("iec62321-3-1");
const TRANSPORT = table<TransportTable>("un38-3");
const EFFICIENCY = table<EfficiencyTable>("doe-level-vi");

/** Published names of the methods and of their figures, mapped to the functions of electronics. */
export const electronicsMethods: Readonly<Record<string, Compute>> = {
  "emc.emission.evaluate": (inputs) => {
    if (inputs["port"] !== "mains") refuse("unknown-item", { item: String(inputs["port"]), table: EMISSION.document });
    const readings = (inputs["readings"] as readonly Inputs[]).map((reading) => ({
      frequencyMhz: number(reading, "f_MHz"),
      levels: Object.fromEntries(
        DETECTORS.flatMap((detector) => {
          const level = reading[`${detector}_dBuV`];
          return level === undefined ? [] : [[detector, level as number] as const];
        }),
      ),
    }));
    const { rows, pass } = conductedEmission(EMISSION, String(inputs["cls"]), readings, number(inputs, "U_lab_dB"));
    return {
      rows: rows.map(({ frequencyMhz, QP, AV }) => ({ f_MHz: frequencyMhz, QP: verdict(QP), AV: verdict(AV) })),
      pass_: pass,
    };
  },

  "emc.emission.radiated": (inputs) => {
    const readings = (inputs["readings"] as readonly Inputs[]).map((reading) => ({
      frequencyMhz: number(reading, "f_MHz"),
      readingDb: number(reading, "reading_dBuV"),
      antennaFactorDb: number(reading, "AF_dB_m"),
      cableDb: number(reading, "cable_dB"),
      gainDb: number(reading, "gain_dB"),
    }));
    const setup = {
      emcClass: String(inputs["cls"]),
      distanceM: number(inputs, "distance_m"),
      detector: inputs["detector"] as Detector,
      labU: number(inputs, "U_lab_dB"),
    };
    const { rows, pass } = radiatedEmission(EMISSION, setup, readings);
    return {
      rows: rows.map((row) => ({
        f_MHz: row.frequencyMhz,
        level_dBuV_m: row.levelDb,
        limit_dB: row.limitDb,
        margin_dB: row.marginDb,
        U_excess_dB: row.excessDb,
        pass_: row.pass,
      })),
      pass_: pass,
    };
  },

  "safety.windingTemperature": (inputs) => {
    const { riseK, windingC } = windingRise({
      coldOhm: number(inputs, "R1_ohm"),
      coldC: number(inputs, "t1_C"),
      hotOhm: number(inputs, "R2_ohm"),
      hotC: number(inputs, "t2_C"),
      inverseCoefficientK: number(inputs, "k"),
    });
    const reported_K = Number(reportedText(riseK, { mode: "half-even", places: 1 }));
    return { dt_K: riseK, winding_temperature_C: windingC, reported_K };
  },

  "safety.windingExtrapolate": ({ t_s, R_ohm }) => {
    const { finalOhm, ratePerS, atSwitchOffOhm } = windingAtSwitchOff(t_s as number[], R_ohm as number[]);
    return { R_inf: finalOhm, lambda_per_s: ratePerS, R0_ohm: atSwitchOffOhm };
  },

  "safety.powerInput": (inputs) => {
    const found = powerInput(
      HOUSEHOLD,
      String(inputs["kind"]),
      number(inputs, "rated_W"),
      number(inputs, "measured_W"),
    );
    return {
      deviation_W: found.deviationW,
      deviation_percent: found.deviationPercent,
      upper_W: found.upperW,
      lower_W: found.lowerW,
      pass_: found.pass,
    };
  },

  "safety.leakageCurrent": (inputs) => {
    const kind = APPLIANCES[String(inputs["kind"])] ?? String(inputs["kind"]);
    const { limitMa, pass } = leakageCurrent(
      HOUSEHOLD,
      kind,
      number(inputs, "measured_mA"),
      number(inputs, "rated_kW"),
    );
    return { limit_mA: limitMa, pass_: pass };
  },

  "safety.earthContinuity": (inputs) => {
    const { resistanceOhm, limitOhm, pass } = earthContinuity(
      HOUSEHOLD,
      number(inputs, "I_A"),
      number(inputs, "U_V"),
      number(inputs, "lead_ohm"),
    );
    return { R_ohm: resistanceOhm, limit_ohm: limitOhm, pass_: pass };
  },

  // A refused case gives one reading beside the list of the good example.
  "rohs.xrfScreen": (inputs) => {
    const cases = inputs["X"] === undefined ? (inputs["cases"] as readonly Inputs[]) : [inputs];
    return {
      results: cases.map((each) =>
        screening(SCREENING, {
          material: String(each["material"]),
          element: String(each["element"]),
          content: number(each, "X"),
          sigma: each["sigma"] as number | undefined,
          ...(each["LOD"] === undefined ? {} : { detectionLimit: number(each, "LOD") }),
        }),
      ),
    };
  },

  "battery.capacity": (inputs) => {
    const ratedMah = number(inputs, "rated_mAh");
    const { endS, capacityMah, energyWh } = batteryCapacity({
      timeS: inputs["t_s"] as number[],
      currentA: inputs["I_A"] as number[],
      voltageV: inputs["U_V"] as number[],
      cutoffV: number(inputs, "U_cutoff_V"),
    });
    return {
      t_end_s: endS,
      capacity_mAh: capacityMah,
      energy_Wh: energyWh,
      rated_mAh: ratedMah,
      ratio: capacityMah / ratedMah,
      pass_: reachesRated([capacityMah], ratedMah),
    };
  },

  "battery.un383.massLoss": (inputs) => {
    const found = transportTest(TRANSPORT, {
      massBeforeG: number(inputs, "m_before_g"),
      massAfterG: number(inputs, "m_after_g"),
      voltageBeforeV: number(inputs, "ocv_before_V"),
      voltageAfterV: number(inputs, "ocv_after_V"),
    });
    return {
      mass_loss_percent: found.lossPercent,
      limit_percent: found.limitPercent,
      pass_: found.massOk,
      ocv_ratio: found.voltageRatio,
      ocv_ok: found.voltageOk,
    };
  },

  "efficiency.externalPowerSupply": (inputs) => {
    const points = (inputs["points"] as readonly Inputs[]).map((point) => ({
      outputW: number(point, "out_W"),
      inputW: number(point, "in_W"),
    }));
    const limit = inputs["noload_limit_W"] === undefined ? [] : [number(inputs, "noload_limit_W")];
    const { average, least, pass } = powerSupplyEfficiency(
      EFFICIENCY,
      number(inputs, "rated_W"),
      points,
      number(inputs, "noload_W"),
      ...limit,
    );
    return { avg_efficiency: average, min_efficiency: least, pass_: pass };
  },
};

const DETECTORS = ["QP", "AV", "PK"] as const;

const APPLIANCES: Readonly<Record<string, string>> = {
  classII_peak: "class-2",
  class0_0I_III_peak: "class-0-0i-3",
  classI_portable: "class-1-portable",
  classI_stationaryMotor: "class-1-stationary-motor",
  classI_stationaryHeating: "class-1-stationary-heating",
};

function verdict({ limitDb, marginDb, excessDb, pass }: DetectorVerdict) {
  return { limit_dB: limitDb, margin_dB: marginDb, U_excess_dB: excessDb, pass_: pass };
}

function number(inputs: Inputs, name: string): number {
  const value = inputs[name];
  return typeof value === "number" ? value : Number.NaN;
}
