import { readFileSync } from "node:fs";
import {
  batchCapacity,
  type CapacityCriteria,
  chargeRetention,
  repeatedCapacity,
} from "@quanheng/centres/product-quality/new-energy-vehicles/battery-capacity.ts";
import { batteryEnergy } from "@quanheng/centres/product-quality/new-energy-vehicles/battery-energy.ts";
import {
  type ChargerLimits,
  chargingError,
} from "@quanheng/centres/product-quality/new-energy-vehicles/charging-error.ts";
import { consecutiveRange } from "@quanheng/centres/product-quality/new-energy-vehicles/consecutive-range.ts";
import { pilotSignal } from "@quanheng/centres/product-quality/new-energy-vehicles/control-pilot.ts";
import {
  type IsolationLimits,
  isolationResistance,
} from "@quanheng/centres/product-quality/new-energy-vehicles/isolation-resistance.ts";
import {
  shortenedRange,
  shortenedRangeWltp,
} from "@quanheng/centres/product-quality/new-energy-vehicles/shortened-range.ts";
import {
  type PropagationCriteria,
  thermalPropagation,
} from "@quanheng/centres/product-quality/new-energy-vehicles/thermal-propagation.ts";
import { thermalRunaway } from "@quanheng/centres/product-quality/new-energy-vehicles/thermal-runaway.ts";
import type { Compute, Inputs } from "./compute.ts";

const table = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;
const CAPACITY = table<CapacityCriteria>("gbt-31486");
const PROPAGATION = table<PropagationCriteria>("gb-38031");
const ISOLATION = table<IsolationLimits>("un-r100-isolation");
const CHARGERS = table<ChargerLimits>("charger-mpe");

/** Published names of the methods and of their figures, mapped to the functions of new energy vehicles. */
export const newEnergyVehiclesMethods: Readonly<Record<string, Compute>> = {
  "ev.range.consecutive": (inputs) => {
    const test = { cyclesKm: inputs["cycle_distance_km"] as number[], mainsWh: reader(inputs)("E_ac_Wh") };
    const { distanceKm, whPerKm, kwhPer100Km, reportedKm, reportedKwhPer100Km } = consecutiveRange(test);
    return {
      distance_km: distanceKm,
      range_km: Number(reportedKm),
      EC_Wh_per_km: whPerKm,
      EC_kWh_per_100km: kwhPer100Km,
      reported_EC: Number(reportedKwhPer100Km),
    };
  },

  "ev.range.shortened.gbt18386": (inputs) => {
    const range = shortenedRange(shortened(inputs, "E_reess_total_Wh"));
    return {
      EC_dc_cycles: range.cyclesWhPerKm,
      K: range.weights,
      EC_dc: range.batteryWhPerKm,
      range_km_raw: range.rangeKm,
      range_km: Number(range.reportedKm),
      EC_ac: range.mainsWhPerKm,
      EC_kWh_per_100km: Number(range.reportedKwhPer100Km),
      chargeEfficiency: range.chargeEfficiency,
    };
  },

  "ev.range.shortened.wltp": (inputs) => {
    const range = shortenedRangeWltp(shortened(inputs, "UBE_Wh"));
    return {
      EC_dc_cycles: range.cyclesWhPerKm,
      K: range.weights,
      EC_dc: range.batteryWhPerKm,
      PER_km_raw: range.rangeKm,
      PER_km: Number(range.reportedKm),
      EC_ac: range.mainsWhPerKm,
    };
  },

  "ev.reess.energy": ({ t_s, U_V, I_A }) => ({
    dE_Wh: batteryEnergy({ timesS: t_s as number[], voltagesV: U_V as number[], currentsA: I_A as number[] }),
  }),

  "ev.battery.capacity.gbt31486": ({ capacity_Ah, rated_Ah }) => {
    const batch = batchCapacity(capacity_Ah as number[], rated_Ah as number, CAPACITY);
    return {
      mean_Ah: batch.meanAh,
      range_Ah: batch.rangeAh,
      range_percent: batch.rangePercent,
      each_ok: batch.eachOk,
      range_ok: batch.spreadOk,
      pass_: batch.pass,
    };
  },

  "ev.battery.capacity.stop": ({ capacity_Ah, rated_Ah }) => {
    const { three, rangePercent, stop, valueAh } = repeatedCapacity(
      capacity_Ah as number[],
      rated_Ah as number,
      CAPACITY,
    );
    return { first3: three, range_percent: rangePercent, stop, value_Ah: valueAh ?? null };
  },

  "ev.battery.retention": (inputs) => {
    const number = reader(inputs);
    const kept = chargeRetention(number("initial_Ah"), number("retained_Ah"), number("recovered_Ah"), CAPACITY);
    return {
      retention_percent: kept.retainedPercent,
      recovery_percent: kept.recoveredPercent,
      retention_ok: kept.retainedOk,
      recovery_ok: kept.recoveredOk,
    };
  },

  "ev.battery.thermalRunaway.detect": (inputs) => {
    const found = thermalRunaway({
      timesS: inputs["t_s"] as number[],
      voltagesV: inputs["U_V"] as number[],
      temperaturesC: inputs["T_C"] as number[],
      highestC: reader(inputs)("T_max_operating_C"),
    });
    return {
      t_voltageDrop_s: found.voltageDropS ?? null,
      t_maxTemp_s: found.temperatureS ?? null,
      t_rate_first_s: found.rateS ?? null,
      thermalRunaway_s: found.runawayS ?? null,
    };
  },

  "ev.battery.thermalPropagation": (inputs) => {
    const number = reader(inputs);
    const event = (key: string, name: string) => (typeof inputs[name] === "number" ? { [key]: inputs[name] } : {});
    const verdicts = thermalPropagation(
      {
        runawayS: number("t_TR_s"),
        ...event("alarmS", "t_alarm_s"),
        ...event("fireS", "t_fire_s"),
        ...event("explosionS", "t_explosion_s"),
        ...event("cabinSmokeS", "t_cabin_smoke_s"),
        recordEndS: number("t_record_end_s"),
        endTemperaturesC: inputs["end_temperatures_C"] as number[],
      },
      PROPAGATION,
    );
    const [now, before] = [verdicts["2025"], verdicts["2020"]];
    return {
      gb38031_2025: {
        alarm_delay_s: now.alarmDelayS ?? null,
        alarm_ok: now.alarmOk,
        noFireExplosion: now.noFireExplosion,
        observed_s: now.observedS,
        observation_ok: now.observationOk,
        temps_ok: now.temperaturesOk,
        smoke_ok: now.smokeOk,
        pass_: now.pass,
      },
      gb38031_2020: { lead_time_s: before.leadS ?? null, pass_: before.pass },
    };
  },

  "ev.isolationResistance": (inputs) => {
    const number = reader(inputs);
    const isolation = isolationResistance(
      {
        busV: number("Vb_V"),
        negativeV: number("V1_V"),
        positiveV: number("V2_V"),
        resistorOhm: number("R0_ohm"),
        loadedV: number("V1_with_R0_V"),
      },
      ISOLATION,
    );
    return {
      R_i_ohm: isolation.ohm,
      ohm_per_V: isolation.ohmPerVolt,
      dc_ok: isolation.dcOk,
      ac_ok: isolation.acOk,
    };
  },

  "ev.charging.controlPilot": ({ duty_percent }) => ({
    I_A: (duty_percent as number[])
      .map(pilotSignal)
      .map((signal) => (signal.kind === "current" ? signal.currentA : null)),
  }),

  "ev.charging.energyError": (inputs) => {
    const number = reader(inputs);
    const accuracyClass = String(inputs["accuracyClass"]);
    const error = chargingError(number("E_indicated_kWh"), number("E_standard_kWh"), accuracyClass, CHARGERS);
    return { error_percent: error.errorPercent, mpe_percent: error.mpePercent, pass_: error.pass };
  },
};

/** A missing figure reaches the method as NaN, which it refuses. */
function reader(inputs: Inputs): (name: string) => number {
  return (name) => (typeof inputs[name] === "number" ? inputs[name] : Number.NaN);
}

function shortened(inputs: Inputs, battery: string) {
  const cycles = (inputs["cycles"] as Inputs[]).map((cycle) => {
    const number = reader(cycle);
    return { energyWh: number("dE_Wh"), distanceKm: number("d_km") };
  });
  return { batteryWh: reader(inputs)(battery), cycles, mainsWh: reader(inputs)("E_ac_Wh") };
}
