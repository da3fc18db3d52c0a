import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundPlaces } from "@quanheng/kernel/rounding.ts";
import { sum } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Distance of one CLTC-P cycle [km] and how far a driven one may be from it. @source GB/T 38146.1-2019; GB/T 18386.1-2021, recalled */
export const CLTC_P_KM = 14.48;
const DISTANCE_SHARE = 0.01;

export type ConsecutiveTest = {
  /** Distance of each cycle in turn; the last one may end at the break-off. [km] */
  readonly cyclesKm: readonly number[];
  /** Energy from the mains to charge the battery again. [W·h] */
  readonly mainsWh: number;
  /** Nominal distance of the cycle where it is not CLTC-P. [km] */
  readonly nominalKm?: number;
};

/**
 * Range and energy consumption of an electric vehicle by consecutive cycles up to the break-off.
 *
 * D = Σd_j;  EC = E_AC/D
 *
 * @returns distance [km], consumption [W·h/km] and [kW·h/100 km], and both as reported: whole kilometres, tenths of a kilowatt
 *   hour
 * @throws Refusal `cycle-distance` where a whole cycle is more than 1 % off, or the last one longer than that; `too-few-rows`,
 *   `outside-method-range`
 * @example consecutiveRange({ cyclesKm: [14.48, 14.48, 7.24], mainsWh: 3620 }).whPerKm // → 100
 * @source GB/T 18386.1-2021, consecutive cycle procedure; formulae recalled
 */
export function consecutiveRange({ cyclesKm, mainsWh, nominalKm = CLTC_P_KM }: ConsecutiveTest) {
  needAtLeast("cyclesKm", cyclesKm, 1);
  needWithin("mainsWh", mainsWh, { above: 0, unit: "W.h" });
  needWithin("nominalKm", nominalKm, { above: 0, unit: "km" });
  needEachWithin("cyclesKm", cyclesKm, { above: 0, unit: "km" });
  needCycles(cyclesKm.slice(0, -1), nominalKm);
  const last = cyclesKm.at(-1)!;
  if (last > nominalKm) needCycles([last], nominalKm, cyclesKm.length);
  const distanceKm = sum(cyclesKm);
  const whPerKm = mainsWh / distanceKm;
  return {
    distanceKm,
    whPerKm,
    kwhPer100Km: whPerKm / 10,
    reportedKm: reported(distanceKm, 0),
    reportedKwhPer100Km: reported(whPerKm / 10, 1),
  };
}

/** @throws Refusal `cycle-distance` with the row of a cycle more than 1 % from its nominal distance */
export function needCycles(cyclesKm: readonly number[], nominalKm: number, firstRow = 1): void {
  const tolerance = DISTANCE_SHARE * nominalKm;
  const at = cyclesKm.findIndex((distance) => !(Math.abs(distance - nominalKm) <= tolerance * (1 + 1e-9)));
  if (at < 0) return;
  refuse("cycle-distance", {
    field: "cyclesKm",
    row: at + firstRow,
    given: cyclesKm[at]!,
    nominal: nominalKm,
    tolerance,
  });
}

/** Rounded once, half to even. @source GB/T 8170-2008 */
export function reported(value: number, places: number): string {
  return formatDecimal(roundPlaces(cleanNoise(value), places, "half-even"));
}
