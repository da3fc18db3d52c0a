import { sum } from "@quanheng/kernel/statistics.ts";
import { needWithin } from "../../method-guards.ts";
import { CLTC_P_KM, needCycles, reported } from "./consecutive-range.ts";
import { refuse } from "./refusals.ts";

/** Energy that the battery gave in one dynamic cycle [W·h], and its distance [km]. */
export type DynamicCycle = { readonly energyWh: number; readonly distanceKm: number };

export type ShortenedTest = {
  /** Usable energy of the battery from full to break-off. [W·h] */
  readonly batteryWh: number;
  readonly cycles: readonly DynamicCycle[];
  readonly mainsWh: number;
};

export type ShortenedRange = {
  /** Consumption of each cycle from the battery [W·h/km], its weight, and the weighted consumption. */
  readonly cyclesWhPerKm: readonly number[];
  readonly weights: readonly number[];
  readonly batteryWhPerKm: number;
  readonly rangeKm: number;
  readonly reportedKm: string;
  /** Consumption from the mains [W·h/km], and reported in [kW·h/100 km]. */
  readonly mainsWhPerKm: number;
  readonly reportedKwhPer100Km: string;
  /** E_battery/E_mains. */
  readonly chargeEfficiency: number;
};

/**
 * Range by the shortened procedure of GB/T 18386.1: two dynamic segments with constant speed between and after them.
 *
 * EC_j = ΔE_j/d_j;  K₁ = ΔE₁/E, K₂ = ΔE₂/E, the others (1 − K₁ − K₂)/(n − 2);  EC_DC = ΣK_j·EC_j;  range = E/EC_DC;
 * EC_AC = E_AC/range
 *
 * @param nominalKm distance of the cycle where it is not CLTC-P [km]
 * @throws Refusal `cycle-count` below three cycles; `energy-inconsistent`, `negative-cycle-energy`, `cycle-distance`,
 *   `outside-method-range`
 * @example shortenedRange({ batteryWh: 61850, mainsWh: 69720, cycles: [{ energyWh: 2048.6, distanceKm: 14.479 }, { energyWh: 1921.3, distanceKm: 14.481 }, { energyWh: 1876.4, distanceKm: 14.476 }, { energyWh: 1881.9, distanceKm: 14.48 }] }).batteryWhPerKm // → 130.27038
 * @source GB/T 18386.1-2021, shortened procedure; weights recalled
 */
export function shortenedRange(test: ShortenedTest, nominalKm: number = CLTC_P_KM): ShortenedRange {
  needEnergies(test, 3);
  needCycles(
    test.cycles.map(({ distanceKm }) => distanceKm),
    nominalKm,
  );
  return weighted(test, 2);
}

/**
 * Pure electric range by the shortened procedure of the WLTP: K₁ = ΔE₁/UBE, the others (1 − K₁)/(n − 1).
 *
 * @throws Refusal `cycle-count` below two cycles; `energy-inconsistent`, `negative-cycle-energy`, `outside-method-range`
 * @example shortenedRangeWltp({ batteryWh: 62100, mainsWh: 69950, cycles: [{ energyWh: 3795, distanceKm: 23.268 }, { energyWh: 3548, distanceKm: 23.271 }] }).rangeKm // → 405.579
 * @source UN Regulation No. 154, annex B8; Regulation (EU) 2017/1151, annex XXI, sub-annex 8; recalled
 */
export function shortenedRangeWltp(test: ShortenedTest): ShortenedRange {
  needEnergies(test, 2);
  return weighted(test, 1);
}

/** The first cycles weigh by their energy, the others share the rest alike. */
function weighted({ batteryWh, cycles, mainsWh }: ShortenedTest, byEnergy: number): ShortenedRange {
  const shares = cycles.slice(0, byEnergy).map(({ energyWh }) => energyWh / batteryWh);
  const rest = (1 - sum(shares)) / (cycles.length - byEnergy);
  const weights = cycles.map((_, k) => shares[k] ?? rest);
  const cyclesWhPerKm = cycles.map(({ energyWh, distanceKm }) => energyWh / distanceKm);
  const batteryWhPerKm = sum(cyclesWhPerKm.map((value, k) => value * weights[k]!));
  const rangeKm = batteryWh / batteryWhPerKm;
  const mainsWhPerKm = mainsWh / rangeKm;
  return {
    cyclesWhPerKm,
    weights,
    batteryWhPerKm,
    rangeKm,
    reportedKm: reported(rangeKm, 0),
    mainsWhPerKm,
    reportedKwhPer100Km: reported(mainsWhPerKm / 10, 1),
    chargeEfficiency: batteryWh / mainsWh,
  };
}

function needEnergies({ batteryWh, cycles, mainsWh }: ShortenedTest, needed: number): void {
  if (cycles.length < needed) refuse("cycle-count", { given: cycles.length, needed });
  needWithin("batteryWh", batteryWh, { above: 0, unit: "W.h" });
  needWithin("mainsWh", mainsWh, { above: 0, unit: "W.h" });
  for (const [k, { energyWh, distanceKm }] of cycles.entries()) {
    needWithin("energyWh", energyWh, { unit: "W.h" });
    needWithin("distanceKm", distanceKm, { above: 0, unit: "km" });
    if (energyWh <= 0) refuse("negative-cycle-energy", { row: k + 1, given: energyWh });
  }
  const used = sum(cycles.map(({ energyWh }) => energyWh));
  if (used > batteryWh) refuse("energy-inconsistent", { given: used, total: batteryWh });
  if (batteryWh > mainsWh) refuse("energy-inconsistent", { given: batteryWh, total: mainsWh });
}
