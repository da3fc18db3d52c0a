import type { Decimal } from "@quanheng/kernel/decimal.ts";
import { decimal } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundStep } from "@quanheng/kernel/rounding.ts";
import { needWithin } from "../../method-guards.ts";
import { type ElasticLine, elasticLine, needFit } from "./elastic-line.ts";
import { type ProofStrength, proofStrength } from "./proof-strength.ts";
import { refuse } from "./refusals.ts";
import { peakOf, type StressStrain, stressStrain, type TensileRecord } from "./stress-strain.ts";
import { yieldPoint } from "./yield-point.ts";

export type TensileTest = TensileRecord & {
  /** Stress between which the elastic line is fitted [MPa]; absent: 10 % to 40 % of the proof strength. */
  readonly fitWindowMpa?: readonly [number, number];
  /** What the elastic line must be good for: the modulus is stated, or only the proof strength. */
  readonly purpose: "modulus" | "proofStrength";
  /** Discontinuous yielding takes the maximum after yielding as the tensile strength. */
  readonly yielding?: "continuous" | "discontinuous";
  /** Gauge length and least cross-section after fracture. [mm, mm²] */
  readonly finalGaugeMm?: number;
  readonly finalAreaMm2?: number;
  /** A fracture outside the gauge length counts only if the elongation reaches the least one required [%]. */
  readonly fracture?: "inside" | "outside";
  readonly leastElongationPercent?: number;
};

export type TensileResult = {
  readonly curve: StressStrain;
  readonly line: ElasticLine;
  /** E, where the line is good enough for it. [GPa] */
  readonly modulusGpa: number | undefined;
  readonly proof: ProofStrength;
  readonly tensileStrengthMpa: number;
  /** A_g plastic and A_gt total extension at maximum force. [%] */
  readonly plasticAtMaximumPercent: number;
  readonly totalAtMaximumPercent: number;
  /** A and Z; undefined where the broken specimen was not measured. [%] */
  readonly elongationPercent: number | undefined;
  readonly reductionPercent: number | undefined;
};

/** Window of the elastic line as shares of the proof strength. @source GB/T 228.1-2021, annex G (recalled) */
const WINDOW = [0.1, 0.4] as const;

/**
 * Evaluates a tensile test: elastic line, R_p0.2 with its construction, R_m, A_g, A_gt, A and Z.
 *
 * R_p0.2: see `proofStrength`; A_gt = e(R_m) − e₀; A_g = A_gt − R_m/m_E; A = 100·(L_u − L₀)/L₀; Z = 100·(S₀ − S_u)/S₀
 *
 * @returns unrounded; `reportedTensile` rounds
 * @throws Refusal those of `stressStrain`, `elasticLine` and `proofStrength`; `fit-r2-low`, `no-elongation`, `no-reduction`,
 *   `fracture-outside-gauge`
 * @source GB/T 228.1-2021 (ISO 6892-1:2019), 13, 17 to 21
 */
export function tensileTest(test: TensileTest): TensileResult {
  const curve = stressStrain(test);
  const line = elasticLine(curve, test.fitWindowMpa ?? proposedWindow(curve));
  needFit(line.r2, test.purpose);
  const proof = proofStrength(curve, line);
  const maximum = test.yielding === "discontinuous" ? maximumAfterYielding(curve) : curve.peak;
  const tensileStrengthMpa = curve.stressMpa[maximum]!;
  const totalAtMaximumPercent = curve.strainPercent[maximum]! - line.toePercent;
  return {
    curve,
    line,
    modulusGpa: test.purpose === "modulus" ? line.slope / 10 : undefined,
    proof,
    tensileStrengthMpa,
    plasticAtMaximumPercent: totalAtMaximumPercent - tensileStrengthMpa / line.slope,
    totalAtMaximumPercent,
    elongationPercent: elongation(test),
    reductionPercent: reduction(test),
  };
}

/** Strengths to 1 MPa, elongations to 0.5 %, Z to 1 %. @source GB/T 228.1-2021, 22 (recalled) */
export function reportedTensile(result: TensileResult) {
  return {
    proofMpa: stepped(result.proof.stressMpa, "1"),
    tensileStrengthMpa: stepped(result.tensileStrengthMpa, "1"),
    plasticAtMaximumPercent: stepped(result.plasticAtMaximumPercent, "0.5"),
    totalAtMaximumPercent: stepped(result.totalAtMaximumPercent, "0.5"),
    elongationPercent: result.elongationPercent === undefined ? undefined : stepped(result.elongationPercent, "0.5"),
    reductionPercent: result.reductionPercent === undefined ? undefined : stepped(result.reductionPercent, "1"),
  };
}

function stepped(value: number, step: string): Decimal {
  return roundStep(cleanNoise(value), decimal(step), "half-even");
}

/** A first proof strength comes from the window taken on the maximum stress, the window from that proof strength. */
function proposedWindow(curve: StressStrain): readonly [number, number] {
  const of = (stress: number): readonly [number, number] => [WINDOW[0] * stress, WINDOW[1] * stress];
  const first = elasticLine(curve, of(curve.stressMpa[curve.peak]!));
  return of(proofStrength(curve, first).stressMpa);
}

function maximumAfterYielding({ strainPercent, stressMpa }: StressStrain): number {
  return peakOf(stressMpa, yieldPoint(strainPercent, stressMpa).end);
}

function elongation({ gaugeMm, finalGaugeMm, fracture = "inside", leastElongationPercent }: TensileTest) {
  if (finalGaugeMm === undefined) return undefined;
  needWithin("finalGaugeMm", finalGaugeMm, { above: 0, unit: "mm" });
  if (finalGaugeMm <= gaugeMm) refuse("no-elongation", { field: "finalGaugeMm", before: gaugeMm, after: finalGaugeMm });
  const percent = (100 * (finalGaugeMm - gaugeMm)) / gaugeMm;
  if (fracture === "outside" && !(percent >= (leastElongationPercent ?? Infinity))) {
    refuse("fracture-outside-gauge", { field: "fracture", given: percent, min: leastElongationPercent ?? null });
  }
  return percent;
}

function reduction({ areaMm2, finalAreaMm2 }: TensileTest): number | undefined {
  if (finalAreaMm2 === undefined) return undefined;
  needWithin("finalAreaMm2", finalAreaMm2, { min: 0, unit: "mm2" });
  if (finalAreaMm2 >= areaMm2) refuse("no-reduction", { field: "finalAreaMm2", before: areaMm2, after: finalAreaMm2 });
  return (100 * (areaMm2 - finalAreaMm2)) / areaMm2;
}
