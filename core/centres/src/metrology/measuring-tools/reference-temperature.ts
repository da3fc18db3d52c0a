import { isWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Dimensions hold at this temperature. [°C] @source ISO 1:2022 */
export const REFERENCE_C = 20;

/**
 * How far a temperature may lie from 20 °C. [K]
 *
 * @source JJG 146-2011 for gauge blocks and for grade K, JJG 21-2008 and JJG 30-2012 for the rest (recalled)
 */
export const MAX_DISTANCE_K = { gaugeBlockK: 0.5, gaugeBlock: 1, tool: 5 } as const;

/** @throws Refusal `temperature-out-of-range` unless the temperature is near enough to 20 °C */
export function needNearReference(field: string, givenC: number, of: keyof typeof MAX_DISTANCE_K): void {
  const distance = MAX_DISTANCE_K[of];
  const [min, max] = [REFERENCE_C - distance, REFERENCE_C + distance];
  if (isWithin(givenC, { min, max })) return;
  refuse("temperature-out-of-range", { field, given: Number.isFinite(givenC) ? givenC : String(givenC), min, max });
}
