import { isWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Pressure to which boiling and flash points refer. [kPa] */
export const STANDARD_KPA = 101.3;

const RANGE = { min: 80, max: 106 } as const;

/** @throws Refusal `barometer-range` outside 80 kPa to 106 kPa */
export function needBarometer(field: string, given: number): void {
  if (!isWithin(given, RANGE)) refuse("barometer-range", { field, given: String(given), ...RANGE });
}
