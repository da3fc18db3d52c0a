import { refuse } from "./refusals.ts";

export type TraceElementReading = {
  /** Content of the digest and of the blank. [µg/L] */
  readonly digestUgL: number;
  readonly blankUgL: number;
  readonly volumeMl: number;
  readonly massG: number;
};

/**
 * Mass fraction of an element in a digested sample, before correction for recovery.
 *
 * w = (ρ − ρ_0)·V/(1000·m)
 *
 * @returns [mg/kg], unrounded; may be slightly negative near the blank
 * @throws Refusal `outside-method-range` for a volume or mass that is not positive
 * @source GB 5009.12-2023 (lead), GB 5009.11-2024 (arsenic)
 */
export function elementContent({ digestUgL, blankUgL, volumeMl, massG }: TraceElementReading): number {
  if (!(volumeMl > 0)) {
    refuse("outside-method-range", { field: "volumeMl", given: volumeMl, min: 0, max: "∞", unit: "mL" });
  }
  if (!(massG > 0)) refuse("outside-method-range", { field: "massG", given: massG, min: 0, max: "∞", unit: "g" });
  return ((digestUgL - blankUgL) * volumeMl) / (1000 * massG);
}

/**
 * A content corrected for the recovery of a spiked sample.
 *
 * @returns [unit of the content], unrounded
 * @throws Refusal `recovery-out-of-range` outside 70 % to 120 %
 */
export function recoveryCorrected(content: number, recoveryPercent: number): number {
  if (!(recoveryPercent >= 70 && recoveryPercent <= 120)) {
    refuse("recovery-out-of-range", { field: "recoveryPercent", given: recoveryPercent, min: 70, max: 120 });
  }
  return (100 * content) / recoveryPercent;
}
