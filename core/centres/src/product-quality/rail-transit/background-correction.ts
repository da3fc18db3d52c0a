import { needWithin } from "../../method-guards.ts";
import { energyOf, levelOf } from "./level.ts";
import { refuse } from "./refusals.ts";

/** Below this difference a level cannot be corrected, above the other it need not be. [dB] @source ISO 3095:2013; ISO 3744 */
const LEAST_DB = 3;
const ENOUGH_DB = 10;

/**
 * Takes the background from a level: 10·lg(10^0.1L − 10^0.1B); more than 10 dB above it nothing is taken. [dB]
 *
 * @throws Refusal `background-too-high` for less than 3 dB; `outside-method-range`
 * @example backgroundCorrected(78.6, 70.2) // → 77.922
 * @example backgroundCorrected(85, 70) // → 85
 */
export function backgroundCorrected(levelDb: number, backgroundDb: number): number {
  needWithin("levelDb", levelDb, { min: -20, max: 200, unit: "dB" });
  needWithin("backgroundDb", backgroundDb, { min: -20, max: 200, unit: "dB" });
  const difference = levelDb - backgroundDb;
  if (difference < LEAST_DB) {
    refuse("background-too-high", { field: "backgroundDb", given: Number(difference.toFixed(3)), min: LEAST_DB });
  }
  return difference > ENOUGH_DB ? levelDb : levelOf(energyOf(levelDb) - energyOf(backgroundDb));
}
