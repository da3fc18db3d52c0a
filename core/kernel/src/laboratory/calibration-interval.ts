import { binomialCdf } from "../distributions.ts";
import { fitCalibration, responseAt } from "./calibration-curve.ts";
import { needFinite, needNotNegative, needPositive, needProbability, needWhole } from "./finite.ts";

/** Where an instrument was found at calibration, against its maximum permissible error. */
export type AsFound = "well-within" | "within" | "outside";

/** How an interval grows and shrinks, and its bounds [days]. */
export type StaircasePolicy = {
  readonly wellWithin: number;
  readonly lengthen: number;
  readonly shorten: number;
  readonly least: number;
  readonly most: number;
};

/** The source names 80 % of the permissible error; the factors are ours, as it leaves them open. */
export const STAIRCASE: StaircasePolicy = { wellWithin: 0.8, lengthen: 1.25, shorten: 0.6, least: 30, most: 1825 };

/**
 * Classifies the error found with its expanded uncertainty: |e| + U within 80 % of the permissible error, within it, or
 * outside.
 *
 * @param expanded U, in the unit of the error
 * @example asFound(0.5, 0.2, 1) // → "well-within" (0.5 + 0.2 ≤ 0.8·1)
 * @example asFound(-0.8, 0.15, 1) // → "within" (0.95 ≤ 1)
 * @example asFound(0.9, 0.2, 1) // → "outside" (1.1 > 1)
 * @throws Refusal `not-finite`; `outside-domain` unless the permissible error is positive and U is not negative
 * @source ILAC-G24:2022 / OIML D 10:2022, method 1 (clause from memory) (automatic adjustment, "staircase")
 */
export function asFound(error: number, expanded: number, permissible: number, policy = STAIRCASE): AsFound {
  needFinite("error", [error]);
  needPositive("permissible error", permissible);
  needNotNegative("U", expanded);
  const reach = Math.abs(error) + expanded;
  if (reach <= policy.wellWithin * permissible) return "well-within";
  return reach <= permissible ? "within" : "outside";
}

/**
 * The next interval [days]: longer after a good finding, the same within the limits, shorter outside.
 *
 * @example staircaseInterval(365, "well-within") // → 456 (365·1.25 = 456.25)
 * @example staircaseInterval(365, "outside") // → 219 (365·0.6)
 * @example staircaseInterval(40, "outside") // → 30 (40·0.6 = 24, below the shortest of 30)
 * @throws Refusal `outside-domain` unless the interval is positive
 * @source ILAC-G24:2022 / OIML D 10:2022, method 1 (clause from memory)
 */
export function staircaseInterval(intervalDays: number, found: AsFound, policy = STAIRCASE): number {
  needPositive("interval", intervalDays);
  const factor = found === "well-within" ? policy.lengthen : found === "within" ? 1 : policy.shorten;
  return Math.min(policy.most, Math.max(policy.least, Math.round(intervalDays * factor)));
}

/** A calibration: days since the first one, the error found and its expanded uncertainty. */
export type CalibrationFound = { readonly day: number; readonly error: number; readonly expanded: number };

export type DriftForecast = {
  /** Drift per day, with its standard uncertainty. */
  readonly drift: number;
  readonly uDrift: number;
  /** Days after the last calibration until |error| + k u reaches the limit; null where it does not within ten years. */
  readonly daysLeft: number | null;
  /** True where every calibration found the same error, so that the drift and its uncertainty are zero by resolution. */
  readonly degenerate: boolean;
};

const TEN_YEARS = 3653;

/**
 * Forecasts when a drifting instrument leaves its limits: a line through the errors of the calibrations, with the
 * scatter about the line and the uncertainty of the last calibration (k = 2).
 *
 * @example driftForecast([0, 100, 200].map((day) => ({ day, error: day / 100, expanded: 0 })), 2.995) // → { drift: 0.010, daysLeft: 100 } (2 + 0.01·99 = 2.99, 2 + 0.01·100 = 3.00 > 2.995)
 * @throws Refusal `too-few-values` below three calibrations; `not-finite`; `no-variation` for a single day;
 *   `outside-domain` for a negative U, also of an earlier calibration
 * @source ILAC-G24:2022 / OIML D 10:2022, method 2 (clause from memory) (control chart)
 */
export function driftForecast(history: readonly CalibrationFound[], permissible: number): DriftForecast {
  needPositive("permissible error", permissible);
  const curve = fitCalibration(history.map(({ day, error }) => ({ x: day, y: error })));
  const last = history.reduce((latest, each) => (each.day > latest.day ? each : latest));
  for (const { expanded } of history) needNotNegative("U", expanded);
  const leaves = (days: number): boolean => {
    const { y, u } = responseAt(curve, last.day + days);
    return Math.abs(y) + 2 * Math.hypot(u, last.expanded / 2) > permissible;
  };
  let daysLeft: number | null = null;
  for (let days = 0; days <= TEN_YEARS && daysLeft === null; days++) if (leaves(days)) daysLeft = days;
  return { drift: curve.slope, uDrift: curve.uSlope, daysLeft, degenerate: curve.degenerate };
}

/** What a population of like instruments shows. */
export type Reliability = {
  /** Share found within limits at the end of the interval. */
  readonly observed: number;
  /** Probability of so few (or so many) within limits if the target held. */
  readonly probability: number;
  /** The interval at which the target would be met; the present one where the finding does not contradict it. */
  readonly intervalDays: number;
};

/**
 * Interval of like instruments from how many were found within limits, if failures come at a constant rate:
 * R(t) = e^{−λt}, I = I_0 ln R_target / ln R_observed. It is changed only where the finding contradicts the target.
 *
 * @param found calibrations in all, and within limits; at least one failure counts in place of none, so that a perfect
 *   record lengthens the interval by a finite factor
 * @example reliabilityInterval({ calibrations: 100, withinLimits: 80 }, { intervalDays: 365, target: 0.9 }) // → { observed: 0.80, intervalDays: 172 } (365·ln 0.9/ln 0.8 = 172.3)
 * @throws Refusal `outside-domain` unless counts are whole, within ≤ all, and 0 < target < 1
 * @source NCSLI RP-1:2010, method A3; ILAC-G24:2022 / OIML D 10:2022, method 5 (clause from memory)
 */
export function reliabilityInterval(
  found: { readonly calibrations: number; readonly withinLimits: number },
  { intervalDays, target, significance = 0.05 }: { intervalDays: number; target: number; significance?: number },
): Reliability {
  const { calibrations: n, withinLimits: good } = found;
  needWhole("calibrations", n, 1);
  needWhole("within limits", good, 0, n);
  needPositive("interval", intervalDays);
  needProbability("target", target);
  needProbability("significance", significance);
  const observed = good / n;
  const few = binomialCdf(good, n, target);
  const many = 1 - binomialCdf(good - 1, n, target);
  const probability = observed < target ? few : many;
  if (probability >= significance) return { observed, probability, intervalDays };
  const share = Math.min(n - 1, Math.max(1, good)) / n;
  if (!(share > 0 && share < 1)) return { observed, probability, intervalDays };
  return { observed, probability, intervalDays: Math.round((intervalDays * Math.log(target)) / Math.log(share)) };
}
