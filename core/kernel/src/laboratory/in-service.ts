import { refuse } from "../refusals.ts";
import { type AsFound, asFound, STAIRCASE, staircaseInterval } from "./calibration-interval.ts";
import { needFinite, needPositive } from "./finite.ts";

/** Use of an instrument since its last calibration. The calendar bound holds however little it was used. */
export type Use = {
  /** Hours of use allowed between calibrations, and used since the last one. [h] */
  readonly intervalHours: number;
  readonly usedHours: number;
  /** Average use. [h/day] */
  readonly hoursPerDay: number;
  readonly daysSince: number;
  readonly mostDays: number;
};

export type UseForecast = {
  readonly due: boolean;
  readonly hoursLeft: number;
  /** Days until the instrument is due, by use or by the calendar, whichever comes first. */
  readonly daysLeft: number;
  readonly because: "use" | "calendar";
};

/**
 * When an instrument is due by its hours of use.
 *
 * @example useForecast({ intervalHours: 500, usedHours: 400, hoursPerDay: 4, daysSince: 100, mostDays: 365 }).daysLeft // → 25 ((500 − 400) h/4 h a day = 25 days, before the 265 of the calendar)
 * @throws Refusal `not-finite`; `outside-domain` unless intervals and use are positive and nothing is negative
 * @source ILAC-G24:2022 / OIML D 10:2022, method 3 (clause from memory) ("in-use" time)
 */
export function useForecast({ intervalHours, usedHours, hoursPerDay, daysSince, mostDays }: Use): UseForecast {
  needFinite("use", [usedHours, daysSince]);
  for (const [name, given] of Object.entries({ intervalHours, hoursPerDay, mostDays })) needPositive(name, given);
  for (const [name, given] of Object.entries({ usedHours, daysSince })) {
    if (given < 0) refuse("outside-domain", { name, given, min: 0, max: null });
  }
  const hoursLeft = Math.max(0, intervalHours - usedHours);
  const [byUse, byCalendar] = [Math.floor(hoursLeft / hoursPerDay), Math.max(0, Math.floor(mostDays - daysSince))];
  const daysLeft = Math.min(byUse, byCalendar);
  return {
    due: hoursLeft === 0 || byCalendar === 0,
    hoursLeft,
    daysLeft,
    because: byUse <= byCalendar ? "use" : "calendar",
  };
}

/**
 * The next interval in hours of use, by the steps of the staircase.
 *
 * @example nextIntervalHours(500, "well-within", { least: 100, most: 2000 }) // → 625 (500·1.25)
 * @example nextIntervalHours(500, "outside", { least: 400, most: 2000 }) // → 400 (500·0.6 = 300, below the shortest)
 * @throws Refusal `outside-domain` unless the interval is positive
 * @source ILAC-G24:2022 / OIML D 10:2022, methods 1 and 3 (clause from memory)
 */
export function nextIntervalHours(
  intervalHours: number,
  found: AsFound,
  bounds: { least: number; most: number },
): number {
  return staircaseInterval(intervalHours, found, { ...STAIRCASE, ...bounds });
}

/** A check of critical parameters between calibrations: the error found and the expanded uncertainty of the check. */
export type ServiceCheck = { readonly error: number; readonly expanded: number };

export type ServiceFinding = {
  readonly checks: readonly AsFound[];
  /** `in-service` goes on, `watch` is checked sooner, `calibrate` goes back for full calibration. */
  readonly action: "in-service" | "watch" | "calibrate";
};

/** Checks in a row near the limit after which nobody waits for one outside. Ours: the source leaves it to the user. */
const NEAR_IN_ROW = 2;

/**
 * What checks in service say, the newest last: one outside the permissible error, or two in a row beyond 80 % of it,
 * call
 * for a full calibration.
 *
 * @param checks errors with their expanded uncertainty, the newest last
 * @example serviceFinding([{ error: 0.85, expanded: 0 }, { error: 0.9, expanded: 0 }], 1).action // → "calibrate" (twice in a row beyond 0.8)
 * @example serviceFinding([{ error: 0.2, expanded: 0.1 }], 1).action // → "in-service" (0.3 ≤ 0.8)
 * @throws Refusal `too-few-values` without a check; `not-finite`; `outside-domain`
 * @source ILAC-G24:2022 / OIML D 10:2022, method 4 (clause from memory) (in-service checking, "black-box" testing)
 */
export function serviceFinding(checks: readonly ServiceCheck[], permissible: number): ServiceFinding {
  if (checks.length === 0) refuse("too-few-values", { given: 0, needed: 1 });
  const found = checks.map(({ error, expanded }) => asFound(error, expanded, permissible));
  const near = found.slice(-NEAR_IN_ROW).filter((each) => each === "within").length;
  const last = found.at(-1);
  if (last === "outside" || near === NEAR_IN_ROW) return { checks: found, action: "calibrate" };
  return { checks: found, action: last === "within" ? "watch" : "in-service" };
}
