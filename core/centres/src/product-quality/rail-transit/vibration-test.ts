import { needAllWithin, needAscending, needEachWithin, needRows, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/**
 * Acceleration spectral density of a random vibration test: rising with 6 dB an octave from f₀ to f₁, flat to f₂, falling with
 * 6 dB an octave to f₃.
 */
export type VibrationSpectrum = {
  /** Level of the flat part. [(m/s²)²/Hz] */
  readonly level: number;
  readonly cornersHz: readonly [f0: number, f1: number, f2: number, f3: number];
};

/** Spectra by category and axis. Kept in `data/methods`. */
export type VibrationTable = {
  readonly document: string;
  readonly longLifeRatio: Readonly<Record<string, string>>;
  readonly rows: readonly {
    readonly category: string;
    readonly axis: string;
    readonly level: string | null;
    readonly cornersHz: readonly [number, number, number, number];
    readonly rms: string;
  }[];
};

/** Tolerance of the achieved spectrum [dB] and of its r.m.s. @source IEC 61373:2010, recalled */
const TOLERANCE_DB = 3;
const TOLERANCE_RMS = 0.1;

/**
 * R.m.s. acceleration of a spectrum: √[S(f₁³ − f₀³)/(3f₁²) + S(f₂ − f₁) + S·f₂²(1/f₂ − 1/f₃)]. [m/s²]
 *
 * @throws Refusal `not-ascending` unless the corners rise; `outside-method-range`
 * @example spectrumRms({ level: 0.0301, cornersHz: [2, 5, 20, 150] }) // → 1.0100 (IEC 61373:2010, 1B vertical: 1.01)
 * @source IEC 61373:2010, figures of the spectra, integrated
 */
export function spectrumRms({ level, cornersHz }: VibrationSpectrum): number {
  needSpectrum({ level, cornersHz });
  const [f0, f1, f2, f3] = cornersHz;
  const rising = (f1 ** 3 - f0 ** 3) / (3 * f1 ** 2);
  const falling = f2 ** 2 * (1 / f2 - 1 / f3);
  return Math.sqrt(level * (rising + (f2 - f1) + falling));
}

/**
 * R.m.s. of the simulated long life: the functional one times the acceleration ratio of the edition.
 *
 * @param ratio 5.66 by IEC 61373:2010, 7.83 by its edition of 1999
 */
export function longLifeRms(spectrum: VibrationSpectrum, ratio: number): number {
  needWithin("ratio", ratio, { min: 1, max: 50 });
  return ratio * spectrumRms(spectrum);
}

/** The level that a spectrum asks for at a frequency. [(m/s²)²/Hz] @throws Refusal `frequency-out-of-range` */
export function spectrumLevel({ level, cornersHz }: VibrationSpectrum, frequencyHz: number): number {
  const [f0, f1, f2, f3] = cornersHz;
  if (!(frequencyHz >= f0 && frequencyHz <= f3)) {
    refuse("frequency-out-of-range", {
      field: "frequencyHz",
      given: Number.isFinite(frequencyHz) ? frequencyHz : String(frequencyHz),
      min: f0,
      max: f3,
      unit: "Hz",
    });
  }
  if (frequencyHz < f1) return level * (frequencyHz / f1) ** 2;
  return frequencyHz > f2 ? level * (f2 / frequencyHz) ** 2 : level;
}

/**
 * Whether a measured spectrum stays within ±3 dB of its target: 10·lg(measured/target) at each frequency.
 *
 * @throws Refusal `frequency-out-of-range`, `not-ascending`, `columns-differ`, `outside-method-range`
 * @source IEC 61373:2010, tolerances; recalled
 */
export function spectrumDeviations(
  spectrum: VibrationSpectrum,
  frequenciesHz: readonly number[],
  measured: readonly number[],
) {
  needSpectrum(spectrum);
  needRows("measured", measured, frequenciesHz.length);
  needEachWithin("measured", measured, { above: 0, unit: "m2/s4/Hz" });
  const points = frequenciesHz.map((frequencyHz, k) => {
    const target = spectrumLevel(spectrum, frequencyHz);
    const deviationDb = 10 * Math.log10(measured[k]! / target);
    return { frequencyHz, target, deviationDb, ok: Math.abs(deviationDb) <= TOLERANCE_DB };
  });
  needAscending("frequenciesHz", frequenciesHz);
  return { points, pass: points.length > 0 && points.every(({ ok }) => ok) };
}

/** Whether a measured r.m.s. lies within 10 % of the target. @source IEC 61373:2010, recalled */
export function rmsWithinTolerance(measured: number, target: number): boolean {
  needAllWithin({ measured, target }, { above: 0, unit: "m/s2" });
  return Math.abs(measured / target - 1) <= TOLERANCE_RMS * (1 + 1e-12);
}

/** The spectrum of a category and axis. @throws Refusal `unknown-item`, `limit-not-loaded` */
export function tabulatedSpectrum(
  category: string,
  axis: string,
  { document, rows }: VibrationTable,
): VibrationSpectrum {
  const row = rows.find((candidate) => candidate.category === category && candidate.axis === axis);
  if (!row) return refuse("unknown-item", { item: `${category}, ${axis}`, table: document });
  if (row.level === null) return refuse("limit-not-loaded", { item: `${category}, ${axis}`, table: document });
  return { level: Number(row.level), cornersHz: row.cornersHz };
}

/**
 * The slopes that every spectrum of the standard has: 6, 0 and −6 dB an octave; others are refused.
 *
 * @throws Refusal `columns-differ` unless there are three; `outside-method-range` for another slope
 */
export function needSlopes(slopesDbOctave: readonly number[]): void {
  needRows("slopesDbOctave", slopesDbOctave, SLOPES.length);
  for (const [k, slope] of SLOPES.entries()) {
    needWithin("slopesDbOctave", slopesDbOctave[k]!, { min: slope, max: slope, unit: "dB" });
  }
}
const SLOPES = [6, 0, -6] as const;

function needSpectrum({ level, cornersHz }: VibrationSpectrum): void {
  needRows("cornersHz", cornersHz, 4);
  needWithin("level", level, { above: 0, unit: "m2/s4/Hz" });
  needEachWithin("cornersHz", cornersHz, { above: 0, unit: "Hz" });
  needAscending("cornersHz", cornersHz);
}
