import { needAllWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** 1/g_n: test forces are stated in kilograms-force, 0.102 = 1/9.80665 as the standards print it. */
const PER_NEWTON = 0.102;

/** Indentation over ball diameter. @source GB/T 231.1-2018 (ISO 6506-1:2014), 7 */
const INDENT_OF_BALL = { min: 0.24, max: 0.6 } as const;
/** How far the two diameters of a Brinell indentation, or the diagonals of a Vickers one, may differ. [% of the mean] @source ISO 6506-1 (recalled), ISO 6507-1:2018, 8 */
const MAX_DIFFERENCE_PERCENT = { brinell: 2, vickers: 5 } as const;

export type Indentation = { readonly forceN: number; readonly d1Mm: number; readonly d2Mm: number };

/**
 * Brinell hardness with a hardmetal ball.
 *
 * HBW = 0.102·2F/{π·D·[D − √(D² − d²)]}, d the mean of two diameters at right angles
 *
 * @returns mean diameter [mm], its ratio to the ball and HBW, unrounded
 * @throws Refusal `indent-ratio` unless 0.24 ≤ d/D ≤ 0.60, `indent-not-regular` beyond 2 %, `outside-method-range`
 * @source GB/T 231.1-2018 (ISO 6506-1:2014), 4
 * @example brinell({ forceN: 29420, d1Mm: 4.2, d2Mm: 4.2 }, 10).hardness // → 206.583
 */
export function brinell(indentation: Indentation, ballMm: number) {
  needWithin("ballMm", ballMm, { above: 0, unit: "mm" });
  const dMm = meanSize(indentation, "brinell");
  const ratio = dMm / ballMm;
  const { min, max } = INDENT_OF_BALL;
  if (!(ratio >= min && ratio <= max)) refuse("indent-ratio", { field: "d1Mm", given: ratio, min, max });
  const depth = ballMm - Math.sqrt(ballMm * ballMm - dMm * dMm);
  return { dMm, ratio, hardness: (PER_NEWTON * 2 * indentation.forceN) / (Math.PI * ballMm * depth) };
}

/**
 * Vickers hardness.
 *
 * HV = 0.102·2F·sin(136°/2)/d², d the mean of the two diagonals
 *
 * @returns mean diagonal [mm] and HV, unrounded
 * @throws Refusal `indent-not-regular` beyond 5 %, `outside-method-range`
 * @source GB/T 4340.1-2009 (ISO 6507-1), 4
 * @example vickers({ forceN: 98.07, d1Mm: 0.3505, d2Mm: 0.3519 }).hardness // → 150.391
 */
export function vickers(indentation: Indentation) {
  const dMm = meanSize(indentation, "vickers");
  const sine = Math.sin((68 * Math.PI) / 180);
  return { dMm, hardness: (PER_NEWTON * 2 * indentation.forceN * sine) / (dMm * dMm) };
}

/** N, S and the range of the two common Rockwell scales. @source GB/T 230.1-2018 (ISO 6508-1:2016), table 2 */
const ROCKWELL = {
  HRC: { full: 100, unitMm: 0.002, min: 20, max: 70 },
  HRBW: { full: 130, unitMm: 0.002, min: 10, max: 100 },
} as const;
export type RockwellScale = keyof typeof ROCKWELL;

/**
 * Rockwell hardness from the permanent depth.
 *
 * HRC = 100 − h/0.002, HRBW = 130 − h/0.002
 *
 * @returns unrounded
 * @throws Refusal `outside-method-range` for a negative depth or a hardness outside the scale
 * @source GB/T 230.1-2018 (ISO 6508-1:2016), 4
 * @example rockwell("HRC", 0.0912) // → 54.4
 */
export function rockwell(scale: RockwellScale, depthMm: number): number {
  const { full, unitMm, min, max } = ROCKWELL[scale];
  needWithin("depthMm", depthMm, { min: 0, unit: "mm" });
  const hardness = full - depthMm / unitMm;
  needWithin("depthMm", hardness, { min, max, unit: "1" });
  return hardness;
}

function meanSize({ forceN, d1Mm, d2Mm }: Indentation, of: keyof typeof MAX_DIFFERENCE_PERCENT): number {
  needWithin("forceN", forceN, { above: 0, unit: "N" });
  needAllWithin({ d1Mm, d2Mm }, { above: 0, unit: "mm" });
  const dMm = 0.5 * (d1Mm + d2Mm);
  const max = MAX_DIFFERENCE_PERCENT[of];
  if ((100 * Math.abs(d1Mm - d2Mm)) / dMm > max + 1e-9)
    refuse("indent-not-regular", { field: "d2Mm", d1: d1Mm, d2: d2Mm, max });
  return dMm;
}
