import { invariant } from "@quanheng/kernel/refusal.ts";
import type { Readings } from "./method.ts";

/**
 * The readings of an input that takes several, in the order taken.
 *
 * @example series({ massG: [1.2, 1.3] }, "massG") // → [1.2, 1.3] (in the order taken)
 * @example series({ massG: 1.2 }, "massG") // → [1.2] (one is a series of one)
 * @throws Error where the input was not parsed, which is a fault of the method
 * @source ours: readings were parsed at the edge
 */
export function series(readings: Readings, name: string): readonly number[] {
  const value = readings[name];
  if (typeof value === "number") return [value];
  invariant(Array.isArray(value) && value.length > 0, `readings of ${name} were parsed`);
  return value as readonly number[];
}

/**
 * The one reading of an input.
 *
 * @example single({ temperatureC: 20 }, "temperatureC") // → 20 (as parsed)
 * @throws Error where there is no single number, which is a fault of the method
 * @source ours: readings were parsed at the edge
 */
export function single(readings: Readings, name: string): number {
  const value = readings[name];
  invariant(typeof value === "number", `a reading of ${name} was parsed`);
  return value;
}

/**
 * The chosen value of an input of kind choice.
 *
 * @param choices that the method knows
 * @example chosen({ scale: "low" }, "scale", ["low", "high"]) // → "low" (one of the two)
 * @throws Error for any other word, which is a fault of the method
 * @source ours: readings were parsed at the edge
 */
export function chosen<Choice extends string>(readings: Readings, name: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === readings[name]);
  invariant(choice !== undefined, `the choice of ${name} was parsed`);
  return choice;
}

/**
 * Whether a flag was set; one that was not is false.
 *
 * @example flagged({ filtered: true }, "filtered") // → true (set)
 * @example flagged({}, "filtered") // → false (not set)
 * @source ours: readings were parsed at the edge
 */
export function flagged(readings: Readings, name: string): boolean {
  return readings[name] === true;
}
