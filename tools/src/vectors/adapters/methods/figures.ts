import { type Decimal, decimal, toNumber } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundPlaces, roundStep } from "@quanheng/kernel/rounding.ts";
import type { Inputs } from "./compute.ts";

/** A number of a case; a case without it is a mistake of the case, not of the method. */
export function figure(inputs: Inputs, name: string): number {
  const value = inputs[name];
  if (typeof value !== "number") throw new Error(`case without the number ${name}`);
  return value;
}

/** The first of several names under which a case may state a number. */
export function figureOf(inputs: Inputs, ...names: readonly string[]): number {
  return figure(inputs, names.find((name) => inputs[name] !== undefined) ?? names.join("/"));
}

/** Rounded to places as a report states it (GB/T 8170). */
export function reportedAt(value: number, places: number): number {
  return toNumber(roundPlaces(cleanNoise(value), places, "half-even"));
}

/** Rounded to a step such as "0.5". */
export function reportedBy(value: number, step: string): number {
  const rounded: Decimal = roundStep(cleanNoise(value), decimal(step), "half-even");
  return toNumber(rounded);
}
