import { needWithin } from "../../method-guards.ts";
import { needNearReference, REFERENCE_C } from "./reference-temperature.ts";

export type Expansion = {
  /** Linear expansion coefficient. [1/K] */
  readonly alphaPerK: number;
  readonly tempC: number;
};

/**
 * What the different expansion of item and standard adds to an error of indication before it holds at 20 °C.
 *
 * E₂₀ = E − L·(α_x·Δt_x − α_s·Δt_s), Δt = t − 20 °C
 *
 * @returns the correction E₂₀ − E [µm], unrounded
 * @throws Refusal `temperature-out-of-range` beyond 20 °C ± 5 K, `outside-method-range` for a length that is not positive or
 *   an expansion coefficient outside 0 to 10⁻⁴ per kelvin
 * @source EA-4/02 M:2022, S4 and S10 (difference of expansion)
 * @example temperatureCorrection(100, { alphaPerK: 2.3e-5, tempC: 21.6 }, { alphaPerK: 1.15e-5, tempC: 20.9 }) // → -2.645
 */
export function temperatureCorrection(lengthMm: number, item: Expansion, standard: Expansion): number {
  needWithin("lengthMm", lengthMm, { above: 0, unit: "mm" });
  const growth = expansion("item", item) - expansion("standard", standard);
  return -lengthMm * growth * 1000;
}

/** α·Δt */
function expansion(of: "item" | "standard", { alphaPerK, tempC }: Expansion): number {
  needNearReference(`${of}TempC`, tempC, "tool");
  needWithin(`${of}AlphaPerK`, alphaPerK, { min: 0, max: 1e-4, unit: "K-1" });
  return alphaPerK * (tempC - REFERENCE_C);
}
