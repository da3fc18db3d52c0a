import { invariant } from "@quanheng/kernel/refusal.ts";
import type { Readings } from "./method.ts";

/** The readings of an input that takes several, in the order taken. */
export function series(readings: Readings, name: string): readonly number[] {
  const value = readings[name];
  if (typeof value === "number") return [value];
  invariant(Array.isArray(value) && value.length > 0, `readings of ${name} were parsed`);
  return value as readonly number[];
}

/** The one reading of an input. */
export function single(readings: Readings, name: string): number {
  const value = readings[name];
  invariant(typeof value === "number", `a reading of ${name} was parsed`);
  return value;
}

/** The chosen value of an input of kind choice. */
export function chosen<Choice extends string>(readings: Readings, name: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === readings[name]);
  invariant(choice !== undefined, `the choice of ${name} was parsed`);
  return choice;
}

/** A flag that was not set is false. */
export function flagged(readings: Readings, name: string): boolean {
  return readings[name] === true;
}
