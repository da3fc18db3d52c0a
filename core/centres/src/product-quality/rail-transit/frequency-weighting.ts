/** Corner frequencies [Hz] and quality factors of a human-vibration weighting. */
export type WeightingShape = {
  /** Band limits, second-order Butterworth. */
  readonly f1: number;
  readonly f2: number;
  /** Transition from acceleration to velocity. */
  readonly f3: number;
  readonly f4: number;
  readonly Q4: number;
  /** Upward step; absent where the weighting has none. */
  readonly step?: { readonly f5: number; readonly Q5: number; readonly f6: number; readonly Q6: number };
  readonly gain: number;
};

/**
 * W_k vertical and W_d horizontal of ISO 2631-1, W_b vertical of EN 12299 and ISO 2631-4.
 *
 * @source ISO 8041-1, table of the weightings; constants recalled, W_k and W_d agree with the printed table of ISO 2631-1
 *   to 0.001 (but W_d at 10 Hz, where the print, 0.212, does not lie on the curve)
 */
export const WEIGHTINGS = {
  Wk: { f1: 0.4, f2: 100, f3: 12.5, f4: 12.5, Q4: 0.63, step: { f5: 2.37, Q5: 0.91, f6: 3.35, Q6: 0.91 }, gain: 1 },
  Wd: { f1: 0.4, f2: 100, f3: 2, f4: 2, Q4: 0.63, gain: 1 },
  Wb: { f1: 0.4, f2: 100, f3: 16, f4: 16, Q4: 0.55, step: { f5: 2.5, Q5: 0.9, f6: 4, Q6: 0.95 }, gain: 1.024 },
} as const satisfies Record<string, WeightingShape>;
export type Weighting = keyof typeof WEIGHTINGS;

/** Butterworth band limits. */
export const BAND_Q = Math.SQRT1_2;

/**
 * Weight of a frequency, the modulus of the transfer function.
 *
 * |W| = g·|H_h|·|H_l|·|H_t|·|H_s|; H_h and H_l second-order Butterworth at f₁ and f₂; H_t = (1 + s/ω₃)/(1 + s/(Q₄ω₄) + s²/ω₄²);
 * H_s = (1 + s/(Q₅ω₅) + s²/ω₅²)/(1 + s/(Q₆ω₆) + s²/ω₆²)·(ω₅/ω₆)²
 *
 * @param frequencyHz above zero
 * @example frequencyWeight("Wk", 8) // → 1.0364 (ISO 2631-1: 1.036)
 * @example frequencyWeight("Wd", 1) // → 1.011 (ISO 2631-1: 1.011)
 * @example frequencyWeight("Wd", 10) // → 0.2017
 * @source ISO 2631-1:1997, annex A, equations A.1 to A.4; ISO 8041-1
 */
export function frequencyWeight(weighting: Weighting, frequencyHz: number): number {
  const { f1, f2, f3, f4, Q4, step, gain }: WeightingShape = WEIGHTINGS[weighting];
  const high = (frequencyHz / f1) ** 2 / quadratic(frequencyHz, f1, BAND_Q);
  const low = 1 / quadratic(frequencyHz, f2, BAND_Q);
  const transition = Math.hypot(1, frequencyHz / f3) / quadratic(frequencyHz, f4, Q4);
  const rise = step
    ? (quadratic(frequencyHz, step.f5, step.Q5) / quadratic(frequencyHz, step.f6, step.Q6)) * (step.f5 / step.f6) ** 2
    : 1;
  return gain * high * low * transition * rise;
}

/** |1 + s/(Q·ω₀) + (s/ω₀)²| at s = i·2πf. */
function quadratic(f: number, f0: number, Q: number): number {
  const x = f / f0;
  return Math.hypot(1 - x * x, x / Q);
}
