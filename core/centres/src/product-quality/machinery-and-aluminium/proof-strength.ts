import { needWithin } from "../../method-guards.ts";
import type { ElasticLine } from "./elastic-line.ts";
import { refuse } from "./refusals.ts";
import type { StressStrain } from "./stress-strain.ts";

export type CurvePoint = { readonly strainPercent: number; readonly stressMpa: number };

export type ProofStrength = CurvePoint & {
  /** The parallel of the elastic line, from zero stress to where it meets the curve, for a picture. */
  readonly construction: readonly [CurvePoint, CurvePoint];
};

/**
 * Proof strength at a plastic extension: where the curve first falls below the parallel of its elastic line.
 *
 * R_p = R on R = m_E·(e − e₀ − offset), linear between the points
 *
 * @param offsetPercent plastic extension, 0.2 for R_p0.2
 * @returns unrounded
 * @throws Refusal `proof-strength-not-reached`, `outside-method-range` unless the offset is positive
 * @source GB/T 228.1-2021 (ISO 6892-1:2019), 13
 */
export function proofStrength(curve: StressStrain, line: ElasticLine, offsetPercent = 0.2): ProofStrength {
  needWithin("offsetPercent", offsetPercent, { above: 0, unit: "%" });
  const start = line.toePercent + offsetPercent;
  const above = (i: number) => curve.stressMpa[i]! - line.slope * (curve.strainPercent[i]! - start);
  const found = crossing(curve, above) ?? refuse("proof-strength-not-reached", { offset: offsetPercent });
  return { ...found, construction: [{ strainPercent: start, stressMpa: 0 }, found] };
}

/**
 * Proof strength at a total extension, R_t0.5: the stress at which the strain from the toe first reaches it.
 *
 * @throws Refusal `proof-strength-not-reached`, `outside-method-range`
 * @source GB/T 228.1-2021 (ISO 6892-1:2019), 14
 */
export function totalExtensionStrength(curve: StressStrain, toePercent: number, totalPercent = 0.5): CurvePoint {
  needWithin("totalPercent", totalPercent, { above: 0, unit: "%" });
  const left = (i: number) => totalPercent - (curve.strainPercent[i]! - toePercent);
  return crossing(curve, left) ?? refuse("proof-strength-not-reached", { offset: totalPercent });
}

/** Where a distance along the curve first falls from above zero to zero, linear between two points. */
function crossing({ strainPercent, stressMpa }: StressStrain, distance: (i: number) => number): CurvePoint | undefined {
  for (let i = 1; i < stressMpa.length; i++) {
    const [before, after] = [distance(i - 1), distance(i)];
    if (!(before > 0 && after <= 0)) continue;
    const share = before / (before - after);
    return {
      strainPercent: strainPercent[i - 1]! + share * (strainPercent[i]! - strainPercent[i - 1]!),
      stressMpa: stressMpa[i - 1]! + share * (stressMpa[i]! - stressMpa[i - 1]!),
    };
  }
  return undefined;
}
