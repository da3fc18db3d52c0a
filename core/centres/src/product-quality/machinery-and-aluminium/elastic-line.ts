import { mean, sum } from "@quanheng/kernel/statistics.ts";
import { fitLine } from "@quanheng/kernel/straight-line.ts";
import { needAtLeast, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";
import type { StressStrain } from "./stress-strain.ts";

/** Least coefficient of determination of the elastic line: to state the modulus, and to construct a proof strength. @source ISO 6892-1:2019, annex G */
export const LEAST_R2 = { modulus: 0.9995, proofStrength: 0.995 } as const;

/** Points that the line needs. @source GB/T 228.1-2021, annex G (recalled) */
const LEAST_POINTS = 10;

export type ElasticLine = {
  /** m_E. [MPa/%] */
  readonly slope: number;
  /** Strain e₀ at which the line meets zero stress. [%] */
  readonly toePercent: number;
  readonly r2: number;
  readonly points: number;
  /** Standard uncertainty of the slope from the scatter of the points. [MPa/%] */
  readonly uSlope: number;
};

/**
 * The elastic line of a stress–strain curve: least squares over the points before the maximum within a window of stress.
 *
 * R = m_E·(e − e₀), r² = 1 − Σ(R − R̂)²/Σ(R − R̄)²
 *
 * @param windowMpa both ends belong to the window
 * @throws Refusal `outside-method-range` for an empty window, `too-few-rows` below ten points, `no-elastic-line`
 * @source GB/T 228.1-2021 (ISO 6892-1:2019), annex G
 */
export function elasticLine(curve: StressStrain, [from, to]: readonly [number, number]): ElasticLine {
  needWithin("windowFromMpa", from, { min: 0, below: to, unit: "MPa" });
  needWithin("windowFromMpa", to, { above: 0, unit: "MPa" });
  const [strain, stress]: [number[], number[]] = [[], []];
  for (let i = 0; i <= curve.peak; i++) {
    const R = curve.stressMpa[i]!;
    if (R < from || R > to) continue;
    strain.push(curve.strainPercent[i]!);
    stress.push(R);
  }
  needAtLeast("windowFromMpa", strain, LEAST_POINTS);
  const { intercept, slope, uSlope, s, dof } = fitLine(strain, stress);
  if (!(slope > 0)) refuse("no-elastic-line", { given: slope });
  const middle = mean(stress);
  const total = sum(stress.map((R) => (R - middle) ** 2));
  return { slope, toePercent: -intercept / slope, r2: 1 - (s * s * dof) / total, points: strain.length, uSlope };
}

/**
 * Refuses an elastic line that its points do not follow.
 *
 * @throws Refusal `fit-r2-low`
 * @source ISO 6892-1:2019, annex G
 */
export function needFit(r2: number, purpose: keyof typeof LEAST_R2): void {
  if (!(r2 >= LEAST_R2[purpose])) refuse("fit-r2-low", { given: String(r2), min: LEAST_R2[purpose] });
}
