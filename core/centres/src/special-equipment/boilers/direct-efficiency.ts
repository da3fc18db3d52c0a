import { steam } from "@quanheng/kernel/water/region-2.ts";
import { needAllWithin, needWithin, POSITIVE } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";
import { needScope, needUpTo, SCOPE_MPA, saturated, waterEnthalpy, ZERO_CELSIUS_K } from "./water.ts";

/** Heat that goes in. `heatValueKj` per unit of the fuel, at the state in which its quantity is stated. */
export type FuelInput = {
  /** Fuel [kg/h or m³/h], or electric power [kW] where `electric`. */
  readonly fuelPerHour: number;
  /** Net calorific value as received, with what preheated fuel, air or atomizing steam bring. [kJ/kg or kJ/m³] */
  readonly heatValueKj: number;
};

export type SteamRun = FuelInput & {
  readonly feedFlowKgH: number;
  readonly steamGaugeMpa: number;
  readonly feedGaugeMpa: number;
  readonly ambientMpa: number;
  readonly feedC: number;
  /** Boiler water drawn as sample and blowdown. */
  readonly blowdownKgH: number;
};

export type DirectEfficiency = {
  readonly usefulKjH: number;
  readonly inputKjH: number;
  /** By the net calorific value. [%] */
  readonly efficiencyPercent: number;
};

/** Heat of 1 kWh. [kJ] */
export const KJ_PER_KWH = 3600;

/**
 * Efficiency of a boiler for saturated steam by the heat that goes in and comes out, feed water metered.
 *
 * η₁ = [D_gs(h_bq − h_gs − rω/100) − G_s·r]/(B·Q_r)·100;  r = h_bq − h'
 *
 * @param run with the moisture ω of the steam [%]
 * @returns [kJ/h, kJ/kg, %], unrounded
 * @throws Refusal `out-of-range` for a pressure outside the standard's scope or a moisture above 5 %,
 *   `outside-method-range` for quantities that are not positive, `feed-above-saturation`, `efficiency-impossible`
 * @source GB/T 10180-2017, direct method (formula recalled, exact by energy balance but for G_s·r·ω/100)
 * @example saturatedSteamEfficiency({ feedFlowKgH: 9876, steamGaugeMpa: 1.21, ambientMpa: 0.1005, feedC: 104, feedGaugeMpa: 1.55, moisturePercent: 1.5, blowdownKgH: 24, fuelPerHour: 690.2, heatValueKj: 35620 }).efficiencyPercent // → 93.00746 (worked example of the method pack)
 */
export function saturatedSteamEfficiency(run: SteamRun & { readonly moisturePercent: number }) {
  checkRun(run);
  needUpTo("moisturePercent", run.moisturePercent, 0, 5, "%");
  const pressureMpa = run.steamGaugeMpa + run.ambientMpa;
  const { temperatureK, liquidKjKg, vapourKjKg } = saturated("steamGaugeMpa", pressureMpa);
  const feedKjKg = feedEnthalpy(run, temperatureK);
  const latentKjKg = vapourKjKg - liquidKjKg;
  const usefulKjH =
    run.feedFlowKgH * (vapourKjKg - feedKjKg - (latentKjKg * run.moisturePercent) / 100) - run.blowdownKgH * latentKjKg;
  return {
    pressureMpa,
    saturationK: temperatureK,
    liquidKjKg,
    vapourKjKg,
    latentKjKg,
    feedKjKg,
    ...efficiency(usefulKjH, run),
  };
}

/**
 * Efficiency of a boiler for superheated steam by the heat that goes in and comes out, feed water metered.
 *
 * η₁ = [D_gs(h_gq − h_gs) − G_s(h_gq − h')]/(B·Q_r)·100
 *
 * @returns [kJ/h, kJ/kg, %], unrounded
 * @throws Refusal as `saturatedSteamEfficiency`, and `not-superheated`
 * @source GB/T 10180-2017, direct method (recalled)
 * @example superheatedSteamEfficiency({ feedFlowKgH: 34150, steamGaugeMpa: 2.45, ambientMpa: 0.1002, steamC: 398, feedC: 105, feedGaugeMpa: 3.4, blowdownKgH: 60, fuelPerHour: 14380, heatValueKj: 8020 }).efficiencyPercent // → 82.55 (worked example of the method pack)
 */
export function superheatedSteamEfficiency(run: SteamRun & { readonly steamC: number }) {
  checkRun(run);
  needScope("steamC", run.steamC, 0, 800, "Cel");
  const pressureMpa = run.steamGaugeMpa + run.ambientMpa;
  const { temperatureK, liquidKjKg } = saturated("steamGaugeMpa", pressureMpa);
  const steamK = run.steamC + ZERO_CELSIUS_K;
  if (!(steamK > temperatureK)) {
    refuse("not-superheated", { field: "steamC", given: run.steamC, saturation: temperatureK - ZERO_CELSIUS_K });
  }
  const feedKjKg = feedEnthalpy(run, temperatureK);
  const steamKjKg = steam(pressureMpa, steamK).enthalpyKjKg;
  const usefulKjH = run.feedFlowKgH * (steamKjKg - feedKjKg) - run.blowdownKgH * (steamKjKg - liquidKjKg);
  return { pressureMpa, saturationK: temperatureK, liquidKjKg, steamKjKg, feedKjKg, ...efficiency(usefulKjH, run) };
}

export type HotWaterRun = FuelInput & {
  readonly flowKgH: number;
  readonly outC: number;
  readonly inC: number;
  readonly outGaugeMpa: number;
  readonly inGaugeMpa: number;
  readonly ambientMpa: number;
};

/**
 * Efficiency of a hot-water boiler by the heat that goes in and comes out.
 *
 * η₁ = G(h_out − h_in)/(B·Q_r)·100
 *
 * @returns [kJ/kg, kJ/h, MW, %], unrounded
 * @throws Refusal `out-of-range`, `water-boils`, `no-heat-gained`, `outside-method-range`, `efficiency-impossible`
 * @source GB/T 10180-2017, direct method (recalled)
 * @example hotWaterEfficiency({ flowKgH: 120500, outC: 109.6, inC: 69.9, outGaugeMpa: 0.9, inGaugeMpa: 1, ambientMpa: 0.1013, fuelPerHour: 598, heatValueKj: 35588 }).efficiencyPercent // → 94.46 (worked example of the method pack)
 */
export function hotWaterEfficiency(run: HotWaterRun) {
  const { flowKgH, outC, inC, outGaugeMpa, inGaugeMpa, ambientMpa } = run;
  needAllWithin({ flowKgH, fuelPerHour: run.fuelPerHour, heatValueKj: run.heatValueKj }, POSITIVE);
  needScope("outGaugeMpa", outGaugeMpa, 0, SCOPE_MPA, "MPa");
  needScope("inGaugeMpa", inGaugeMpa, 0, SCOPE_MPA, "MPa");
  needAmbient(ambientMpa);
  if (!(outC > inC)) refuse("no-heat-gained", { field: "outC", given: String(outC), inlet: String(inC) });
  const outKjKg = waterEnthalpy("out", outGaugeMpa + ambientMpa, outC);
  const inKjKg = waterEnthalpy("in", inGaugeMpa + ambientMpa, inC);
  const usefulKjH = flowKgH * (outKjKg - inKjKg);
  return { outKjKg, inKjKg, outputMw: usefulKjH / (KJ_PER_KWH * 1000), ...efficiency(usefulKjH, run) };
}

/**
 * Heat value of the fuel of an electric boiler, whose "fuel" is its power in kW: 3600 kJ/kWh.
 *
 * @source GB/T 10180-2017, direct method for electric boilers (recalled)
 */
export function electricInput(powerKw: number): FuelInput {
  return { fuelPerHour: powerKw, heatValueKj: KJ_PER_KWH };
}

function checkRun({ feedFlowKgH, blowdownKgH, fuelPerHour, heatValueKj, ...run }: SteamRun): void {
  needAllWithin({ feedFlowKgH, fuelPerHour, heatValueKj }, POSITIVE);
  needWithin("blowdownKgH", blowdownKgH, { min: 0, max: feedFlowKgH, unit: "kg/h" });
  needScope("steamGaugeMpa", run.steamGaugeMpa, 0, SCOPE_MPA, "MPa");
  needScope("feedGaugeMpa", run.feedGaugeMpa, 0, 22, "MPa");
  needAmbient(run.ambientMpa);
}

/** What a barometer may read where people live. */
function needAmbient(ambientMpa: number): void {
  needWithin("ambientMpa", ambientMpa, { min: 0.05, max: 0.11, unit: "MPa" });
}

function feedEnthalpy({ feedC, feedGaugeMpa, ambientMpa }: SteamRun, saturationK: number): number {
  if (feedC + ZERO_CELSIUS_K > saturationK) {
    refuse("feed-above-saturation", { field: "feedC", given: feedC, saturation: saturationK - ZERO_CELSIUS_K });
  }
  return waterEnthalpy("feed", feedGaugeMpa + ambientMpa, feedC);
}

/** More heat out than in by the gross value of any fuel means a wrong reading. */
const POSSIBLE_PERCENT = 112;

function efficiency(usefulKjH: number, { fuelPerHour, heatValueKj }: FuelInput): DirectEfficiency {
  const inputKjH = fuelPerHour * heatValueKj;
  const efficiencyPercent = (100 * usefulKjH) / inputKjH;
  if (!(efficiencyPercent > 0 && efficiencyPercent < POSSIBLE_PERCENT)) {
    refuse("efficiency-impossible", { given: String(efficiencyPercent) });
  }
  return { usefulKjH, inputKjH, efficiencyPercent };
}
