import { needAllWithin, needWithin } from "../../method-guards.ts";
import { AIR_O2, needFlueOxygen } from "./flue-gas.ts";
import { refuse } from "./refusals.ts";

/** Coefficients by fuel. Kept in `data/methods/boiler-flue-loss.json`. */
export type FlueLossTable = {
  readonly status: "recalled" | "published";
  readonly simplified: {
    readonly document: string;
    readonly market: string;
    readonly fuels: Readonly<Record<string, readonly [m: number, n: number]>>;
  };
  readonly siegert: {
    readonly document: string;
    readonly market: string;
    readonly fuels: Readonly<Record<string, { readonly a1: number; readonly a2: number; readonly b: number }>>;
  };
};

export type SimpleReading = {
  readonly alpha: number;
  readonly flueC: number;
  readonly airC: number;
  readonly unburntPercent: number;
};

/**
 * Loss through the flue gas by the simple test in service.
 *
 * q₂ = (m + nα)(t_py − t_lk)/100·(1 − q₄/100)
 *
 * @returns the coefficients of the fuel and the loss [%], unrounded
 * @throws Refusal `unknown-item` for a fuel that the table does not have, `flue-below-air`, `outside-method-range`
 * @source TSG G0003, simple test (recalled)
 */
export function simplifiedFlueLoss(fuel: string, reading: SimpleReading, { simplified }: FlueLossTable) {
  const { alpha, flueC, airC, unburntPercent } = reading;
  needWithin("alpha", alpha, { min: 1, max: 20 });
  needWithin("unburntPercent", unburntPercent, { min: 0, below: 100, unit: "%" });
  needTemperatures(flueC, airC);
  const pair = Object.hasOwn(simplified.fuels, fuel) ? simplified.fuels[fuel] : undefined;
  if (!pair) return refuse("unknown-item", { item: fuel, table: simplified.document });
  const [m, n] = pair;
  return { m, n, lossPercent: (((m + n * alpha) * (flueC - airC)) / 100) * (1 - unburntPercent / 100) };
}

export type SiegertReading = { readonly flueC: number; readonly airC: number } & (
  | { readonly o2Percent: number }
  | { readonly co2Percent: number }
);

/**
 * Loss through the flue gas by Siegert's formula.
 *
 * q_A = (t_A − t_L)[A₂/(21 − O₂) + B], or (t_A − t_L)(A₁/CO₂ + B)
 *
 * @returns the coefficients of the fuel and the loss [%], unrounded
 * @throws Refusal `o2-not-below-21`, `unknown-item`, `flue-below-air`, `outside-method-range`
 * @source 1. BImSchV, annex 2 (recalled)
 */
export function siegertFlueLoss(fuel: string, reading: SiegertReading, { siegert }: FlueLossTable) {
  const { flueC, airC } = reading;
  needTemperatures(flueC, airC);
  const found = Object.hasOwn(siegert.fuels, fuel) ? siegert.fuels[fuel] : undefined;
  if (!found) return refuse("unknown-item", { item: fuel, table: siegert.document });
  return { ...found, lossPercent: (flueC - airC) * (dilution(reading, found) + found.b) };
}

function dilution(reading: SiegertReading, { a1, a2 }: { readonly a1: number; readonly a2: number }): number {
  if ("o2Percent" in reading) {
    needFlueOxygen("o2Percent", reading.o2Percent);
    return a2 / (AIR_O2 - reading.o2Percent);
  }
  needWithin("co2Percent", reading.co2Percent, { above: 0, below: AIR_O2, unit: "%" });
  return a1 / reading.co2Percent;
}

function needTemperatures(flueC: number, airC: number): void {
  needAllWithin({ flueC, airC }, { min: -40, max: 1000, unit: "Cel" });
  if (!(flueC > airC)) refuse("flue-below-air", { field: "flueC", given: flueC, air: airC });
}
