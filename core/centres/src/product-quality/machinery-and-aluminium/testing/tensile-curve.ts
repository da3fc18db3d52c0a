import type { TensileRecord } from "../stress-strain.ts";

/** A material after Ramberg and Osgood whose figures are known, so that an evaluation can be held against them. */
export const MATERIAL = {
  modulusGpa: 68.9,
  proofMpa: 186,
  exponent: 22,
  tensileStrengthMpa: 222,
  toePercent: 0.012,
} as const;

/**
 * The record that a perfect machine would make of a bar of 78.54 mm² and 50 mm gauge length: e = e₀ + R/E + 0.2 %·(R/R_p)ⁿ
 * up to R_m at equal steps of stress, then three points of necking.
 */
export function tensileRecord(points: number): TensileRecord {
  const { modulusGpa, proofMpa, exponent, tensileStrengthMpa, toePercent } = MATERIAL;
  const stress = Array.from({ length: points }, (_, i) => (tensileStrengthMpa * i) / (points - 1));
  const strain = stress.map((R) => toePercent + R / (10 * modulusGpa) + 0.2 * (R / proofMpa) ** exponent);
  const necking = [0.99, 0.97, 0.93].map((share) => share * tensileStrengthMpa);
  const end = strain.at(-1)!;
  return {
    areaMm2: 78.54,
    gaugeMm: 50,
    extensometerMm: 50,
    forceN: [...stress, ...necking].map((R) => R * 78.54),
    extensionMm: [...strain, end + 0.2, end + 0.5, end + 1].map((e) => e / 2),
  };
}
