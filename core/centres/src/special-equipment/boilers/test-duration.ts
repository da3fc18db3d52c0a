import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Shortest duration of a test by kind of firing. [h] @source GB/T 10180-2017, duration of the test (recalled) */
export const LEAST_HOURS = { grate: 4, manual: 5, oilOrGas: 2, electric: 2 } as const;
export type Firing = keyof typeof LEAST_HOURS;

/** @throws Refusal `test-too-short`, `outside-method-range` */
export function needDuration(firing: Firing, hours: number): void {
  needWithin("hours", hours, { above: 0, unit: "h" });
  if (hours < LEAST_HOURS[firing]) refuse("test-too-short", { field: "hours", given: hours, min: LEAST_HOURS[firing] });
}
