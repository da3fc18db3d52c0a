import { needEachWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** What a duty cycle of the control pilot tells the vehicle: a current, or that a digital message sets it. */
export type PilotSignal = { readonly kind: "current"; readonly currentA: number } | { readonly kind: "digital" };

/**
 * Greatest charging current that a duty cycle of the control pilot allows. [A]
 *
 * 3 % to 7 %: digital communication; 8 % to 10 %: 6 A; up to 85 %: 0.6·D; up to 96 %: 2.5·(D − 64); up to 97 %: 80 A
 *
 * @param dutyPercent D [%]
 * @throws Refusal `duty-invalid` below 3 %, from 7 % to below 8 %, and above 97 %
 * @example pilotSignal(50).currentA // → 30
 * @example pilotSignal(90).currentA // → 65
 * @source IEC 61851-1, annex A; GB/T 18487.1; recalled
 */
export function pilotSignal(dutyPercent: number): PilotSignal {
  const D = dutyPercent;
  if (D >= 3 && D < 7) return { kind: "digital" };
  if (D >= 8 && D < 10) return { kind: "current", currentA: 6 };
  if (D >= 10 && D <= 85) return { kind: "current", currentA: 0.6 * D };
  if (D > 85 && D <= 96) return { kind: "current", currentA: 2.5 * (D - 64) };
  if (D > 96 && D <= 97) return { kind: "current", currentA: 80 };
  return refuse("duty-invalid", { given: String(dutyPercent) });
}

/**
 * Duty cycle of a square wave from its high time and its period: D = 100·t_high/T. [%]
 *
 * @throws Refusal `outside-method-range` unless 0 ≤ t_high ≤ T and T > 0
 * @example dutyCycle(0.5, 1) // → 50
 */
export function dutyCycle(highMs: number, periodMs: number): number {
  needEachWithin("periodMs", [periodMs], { above: 0, unit: "ms" });
  needEachWithin("highMs", [highMs], { min: 0, max: periodMs, unit: "ms" });
  return (100 * highMs) / periodMs;
}
