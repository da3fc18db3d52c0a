import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundPlaces } from "@quanheng/kernel/rounding.ts";
import { mean, sampleSd } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

export type BrakingStop = {
  readonly speedKmh: number;
  readonly distanceM: number;
  /** Mean gradient, positive where the line rises. [‰] */
  readonly gradientPermille: number;
  readonly nominalKmh: number;
  /** Rotating-mass factor ρ. */
  readonly rotatingMass: number;
};

/** 1000/(2·g·3.6²): turns (km/h)²/m into the deceleration in ‰ of gravity. @source UIC 544-1, recalled */
const TO_PERMILLE = 3.93;
/** Farthest from the nominal speed: the greater of both. [km/h, share] @source UIC 544-1, recalled */
const SPEED_KMH = 3;
const SPEED_SHARE = 0.04;

/**
 * Stopping distance brought to nominal speed and level track.
 *
 * s_corr = 3.93·ρ·v_n²/(3.93·ρ·v_m²/s_m − i);  mean deceleration v_n²/(2·s_corr)
 *
 * @returns distance [m], its whole metres, and the mean deceleration [m/s²]
 * @throws Refusal `speed-out-of-tolerance` beyond 3 km/h and 4 %; `gradient-too-steep` where the denominator is not positive;
 *   `outside-method-range`
 * @example correctedStop({ speedKmh: 121.6, distanceM: 812, gradientPermille: 2.5, nominalKmh: 120, rotatingMass: 1.06 }).distanceM // → 817.72
 * @source UIC 544-1, correction of the measured distances; recalled
 */
export function correctedStop({ speedKmh, distanceM, gradientPermille, nominalKmh, rotatingMass }: BrakingStop) {
  needWithin("speedKmh", speedKmh, { above: 0, max: 500, unit: "km/h" });
  needWithin("nominalKmh", nominalKmh, { above: 0, max: 500, unit: "km/h" });
  needWithin("distanceM", distanceM, { above: 0, max: 20000, unit: "m" });
  needWithin("gradientPermille", gradientPermille, { min: -60, max: 60, unit: "[ppth]" });
  needWithin("rotatingMass", rotatingMass, { min: 1, max: 1.5 });
  const tolerance = Math.max(SPEED_KMH, SPEED_SHARE * nominalKmh);
  if (Math.abs(speedKmh - nominalKmh) > tolerance * (1 + 1e-12)) {
    refuse("speed-out-of-tolerance", { field: "speedKmh", given: speedKmh, nominal: nominalKmh, tolerance });
  }
  const braking = (TO_PERMILLE * rotatingMass * speedKmh ** 2) / distanceM - gradientPermille;
  if (!(braking > 0)) refuse("gradient-too-steep", { field: "gradientPermille", given: gradientPermille });
  const corrected = (TO_PERMILLE * rotatingMass * nominalKmh ** 2) / braking;
  return {
    distanceM: corrected,
    decelerationMS2: (nominalKmh / 3.6) ** 2 / (2 * corrected),
    reportedM: formatDecimal(roundPlaces(cleanNoise(corrected), 0, "half-even")),
  };
}

/** Fewest stops of a series, largest relative scatter, and farthest stop in standard deviations. @source UIC 544-1, recalled */
const FEWEST_STOPS = 4;
const LARGEST_SCATTER = 0.03;
const FARTHEST = 1.95;

/**
 * The mean of corrected stopping distances and whether the series may be used: s/x̄ ≤ 3 % and no stop farther than 1.95·s.
 *
 * @returns mean and standard deviation [m], and the stops, counted from 0, that lie too far out
 * @throws Refusal `too-few-rows` below four stops, `outside-method-range`
 * @source UIC 544-1, criteria of a series; recalled
 */
export function stopSeries(distancesM: readonly number[]) {
  needAtLeast("distancesM", distancesM, FEWEST_STOPS);
  needEachWithin("distancesM", distancesM, { above: 0, unit: "m" });
  const [meanM, sdM] = [mean(distancesM), sampleSd(distancesM)];
  const outlying = distancesM.flatMap((distance, k) => (Math.abs(distance - meanM) > FARTHEST * sdM ? [k] : []));
  return { meanM, sdM, outlying, valid: sdM / meanM <= LARGEST_SCATTER && outlying.length === 0 };
}
