import { BAND_Q, WEIGHTINGS, type Weighting, type WeightingShape } from "./frequency-weighting.ts";
import { refuse } from "./refusals.ts";

/** A second-order section: y = b₀x + b₁x₋₁ + b₂x₋₂ − a₁y₋₁ − a₂y₋₂. */
type Section = readonly [b0: number, b1: number, b2: number, a1: number, a2: number];

/** The upper band limit of 100 Hz must lie well below half the rate. [Hz] */
const LOWEST_RATE = 400;
/** Samples between two calls of `progress`. */
const CHUNK = 65_536;

/**
 * Weights an acceleration record in time, sample by sample, without running ahead of it.
 *
 * The sections of the transfer function are brought to discrete time by the bilinear transform, each corner frequency kept in
 * its place (s/ω₀ → (z − 1)/(z + 1)/tan(ω₀/2f_s)). Starts from rest; the first seconds carry the settling of the high-pass.
 *
 * @param record accelerations at even steps [m/s²]
 * @param progress is told the share done, from 0 to 1
 * @returns weighted accelerations [m/s²], as many
 * @throws Refusal `sampling-rate-too-low` below 400 Hz; `outside-method-range` with the row of a sample that is not finite
 * @source ISO 8041-1, annex C (bilinear realisation); ISO 2631-1:1997, annex A
 */
export function weightedRecord(
  record: ArrayLike<number>,
  sampleHz: number,
  weighting: Weighting,
  progress?: (share: number) => void,
): Float64Array {
  if (!(sampleHz >= LOWEST_RATE && sampleHz < Infinity)) {
    refuse("sampling-rate-too-low", { given: String(sampleHz), min: LOWEST_RATE });
  }
  const weighted = new Float64Array(record.length);
  const sections = sectionsOf(WEIGHTINGS[weighting], sampleHz);
  const states = sections.map(() => new Float64Array(2));
  for (let start = 0; start < record.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, record.length);
    for (let k = start; k < end; k++) weighted[k] = finite(record[k]!, k);
    for (const [i, section] of sections.entries()) pass(weighted, start, end, section, states[i]!);
    progress?.(end / record.length);
  }
  return weighted;
}

/** Transposed direct form: two numbers of memory a section. */
function pass(values: Float64Array, start: number, end: number, section: Section, state: Float64Array): void {
  const [b0, b1, b2, a1, a2] = section;
  let [s1, s2] = [state[0]!, state[1]!];
  for (let k = start; k < end; k++) {
    const x = values[k]!;
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    values[k] = y;
  }
  state[0] = s1;
  state[1] = s2;
}

/** The transfer function as sections of numerator and denominator in s/ω, lowest power first. */
function sectionsOf({ f1, f2, f3, f4, Q4, step, gain }: WeightingShape, sampleHz: number): readonly Section[] {
  // With s = k·(z − 1)/(z + 1) and k = 1 the analogue corner ω₀ sits at tan(π f₀/f_s).
  const corner = (f: number) => Math.tan((Math.PI * f) / sampleHz);
  const resonance = (f: number, Q: number): Polynomial => [1, 1 / (Q * corner(f)), 1 / corner(f) ** 2];
  const sections = [
    section([0, 0, 1 / corner(f1) ** 2], resonance(f1, BAND_Q), 1),
    section([1, 0, 0], resonance(f2, BAND_Q), 1),
    section([1, 1 / corner(f3), 0], resonance(f4, Q4), gain),
  ];
  if (!step) return sections;
  return [...sections, section(resonance(step.f5, step.Q5), resonance(step.f6, step.Q6), (step.f5 / step.f6) ** 2)];
}

type Polynomial = readonly [c0: number, c1: number, c2: number];

function section(numerator: Polynomial, denominator: Polynomial, gain: number): Section {
  const [n0, n1, n2] = discrete(numerator);
  const [d0, d1, d2] = discrete(denominator);
  return [(gain * n0) / d0, (gain * n1) / d0, (gain * n2) / d0, d1 / d0, d2 / d0];
}

/** c₀(z + 1)² + c₁(z² − 1) + c₂(z − 1)² by powers z², z, 1. */
function discrete([c0, c1, c2]: Polynomial): Polynomial {
  return [c0 + c1 + c2, 2 * (c0 - c2), c0 - c1 + c2];
}

function finite(value: number, k: number): number {
  if (!Number.isFinite(value)) {
    refuse("outside-method-range", {
      field: "record",
      given: String(value),
      row: k + 1,
      min: "−∞",
      max: "∞",
      unit: "m/s2",
    });
  }
  return value;
}
