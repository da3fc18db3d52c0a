import { needAllWithin, needAscending, needEachWithin, needRows, needWithin } from "../../method-guards.ts";
import { frequencyWeight, type Weighting } from "./frequency-weighting.ts";
import { refuse } from "./refusals.ts";

/** Third-octave bands that the weightings are tabulated for. [Hz] */
const LOWEST_HZ = 0.5;
const HIGHEST_HZ = 80;
/** Above this ratio of peak to r.m.s. the r.m.s. alone says too little. @source ISO 2631-1:1997, 6.2.1 */
const GREATEST_CREST = 9;

/**
 * Weighted acceleration of a third-octave spectrum: a_w = √Σ(W_i·a_i)². [m/s²]
 *
 * @param frequenciesHz nominal centre frequencies, rising
 * @param bands r.m.s. acceleration in each band [m/s²]
 * @throws Refusal `frequency-out-of-range` outside 0.5 Hz to 80 Hz; `not-ascending`, `columns-differ`, `outside-method-range`
 * @example weightedAcceleration([8], [1], "Wk") // → 1.0364
 * @source ISO 2631-1:1997, 6.4.2, equation 9
 */
export function weightedAcceleration(
  frequenciesHz: readonly number[],
  bands: readonly number[],
  weighting: Weighting,
): number {
  needRows("bands", bands, frequenciesHz.length);
  needEachWithin("bands", bands, { min: 0, unit: "m/s2" });
  for (const given of frequenciesHz) {
    if (!(given >= LOWEST_HZ && given <= HIGHEST_HZ)) {
      refuse("frequency-out-of-range", {
        field: "frequenciesHz",
        given: Number.isFinite(given) ? given : String(given),
        min: LOWEST_HZ,
        max: HIGHEST_HZ,
        unit: "Hz",
      });
    }
  }
  needAscending("frequenciesHz", frequenciesHz);
  return Math.hypot(...bands.map((a, i) => frequencyWeight(weighting, frequenciesHz[i]!) * a));
}

/** Weighted accelerations of the axes [m/s²] with their multipliers k; k = 1 where it is left out. */
export type VibrationAxes = {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly kx?: number;
  readonly ky?: number;
  readonly kz?: number;
};

/**
 * Vibration total value: a_v = √(k_x²a_wx² + k_y²a_wy² + k_z²a_wz²). [m/s²]
 *
 * @throws Refusal `outside-method-range`
 * @example totalVibration({ x: 3, y: 4, z: 0 }) // → 5
 * @source ISO 2631-1:1997, 6.5, equation 10
 */
export function totalVibration({ x, y, z, kx = 1, ky = 1, kz = 1 }: VibrationAxes): number {
  needAllWithin({ x, y, z }, { min: 0, unit: "m/s2" });
  needAllWithin({ kx, ky, kz }, { min: 0, max: 2 });
  return Math.hypot(kx * x, ky * y, kz * z);
}

/**
 * What a weighted record amounts to.
 *
 * a_w = √(1/T·∫a_w²dt);  VDV = (∫a_w⁴dt)^¼;  MTVV = largest running r.m.s. over 1 s; crest factor = peak/a_w
 *
 * @param weighted accelerations at even steps [m/s²]
 * @returns r.m.s., MTVV, peak [m/s²], VDV [m/s^1.75], crest factor, and whether it asks for VDV or MTVV (above 9)
 * @throws Refusal `too-few-rows` below one second; `outside-method-range`
 * @source ISO 2631-1:1997, 6.1 to 6.3
 */
export function vibrationExposure(weighted: ArrayLike<number>, sampleHz: number) {
  needWithin("sampleHz", sampleHz, { above: 0, unit: "Hz" });
  const second = Math.round(sampleHz);
  if (weighted.length < second) {
    refuse("too-few-rows", { field: "record", given: weighted.length, needed: second });
  }
  let [squares, fourths, peak, running, highest] = [0, 0, 0, 0, 0];
  for (let k = 0; k < weighted.length; k++) {
    const square = weighted[k]! ** 2;
    squares += square;
    fourths += square * square;
    peak = Math.max(peak, square);
    running += square - (k >= second ? weighted[k - second]! ** 2 : 0);
    if (k >= second - 1) highest = Math.max(highest, running);
  }
  needWithin("record", fourths);
  const rms = Math.sqrt(squares / weighted.length);
  const crest = rms > 0 ? Math.sqrt(peak) / rms : 0;
  return {
    rms,
    vdv: (fourths / sampleHz) ** 0.25,
    mtvv: Math.sqrt(Math.max(0, highest) / second),
    peak: Math.sqrt(peak),
    crest,
    needsMore: crest > GREATEST_CREST,
  };
}

/**
 * R.m.s. of each whole window of a record, five seconds for EN 12299. [m/s²]
 *
 * @throws Refusal `outside-method-range` unless rate and window are positive
 */
export function windowRms(weighted: ArrayLike<number>, sampleHz: number, windowS = 5): number[] {
  needWithin("sampleHz", sampleHz, { above: 0, unit: "Hz" });
  needWithin("windowS", windowS, { above: 0, unit: "s" });
  const size = Math.round(windowS * sampleHz);
  return Array.from({ length: Math.floor(weighted.length / size) }, (_, window) => {
    let squares = 0;
    for (let k = window * size; k < (window + 1) * size; k++) squares += weighted[k]! ** 2;
    return Math.sqrt(squares / size);
  });
}
