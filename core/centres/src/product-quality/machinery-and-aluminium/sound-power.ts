import { mean } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needEachWithin, needRows, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Between these differences to the background a correction is made; below nothing is valid, above none is needed. [dB] @source ISO 3744:2010, 8.2.3 */
const BACKGROUND = { least: 6, none: 15 } as const;
/** Greatest environmental correction. [dB] @source ISO 3744:2010, 4.3 */
const MAX_K2_DB = 4;
/** Standard deviation of reproducibility of the method, grade 2. [dB] @source ISO 3744:2010, 9.3 */
export const SIGMA_R0_DB = 1.5;

export type SoundPowerReading = {
  /** Sound pressure levels at the microphones with the machine running, and of the background there. [dB] */
  readonly levelsDb: readonly number[];
  readonly backgroundDb: readonly number[];
  /** Area of the measurement surface. [m²] */
  readonly surfaceM2: number;
  /** Environmental correction. [dB] */
  readonly k2Db: number;
};

/**
 * Sound power level of a machine from sound pressure levels on a surface around it.
 *
 * L̄ = 10·lg(1/n·Σ10^{0.1·L_i}); K₁ = −10·lg(1 − 10^{−0.1·ΔL}) for 6 dB ≤ ΔL ≤ 15 dB, 0 above;
 * L_W = L̄_p − K₁ − K₂ + 10·lg(S/1 m²)
 *
 * @returns all levels [dB], unrounded
 * @throws Refusal `columns-differ`, `too-few-rows`, `background-too-high` below 6 dB, `room-too-reverberant` above K₂ = 4 dB,
 *   `outside-method-range`
 * @source GB/T 3767-2016 (ISO 3744:2010), 8
 */
export function soundPower({ levelsDb, backgroundDb, surfaceM2, k2Db }: SoundPowerReading) {
  needAtLeast("levelsDb", levelsDb, 1);
  needRows("backgroundDb", backgroundDb, levelsDb.length);
  needEachWithin("levelsDb", levelsDb, { min: -20, max: 200, unit: "dB" });
  needEachWithin("backgroundDb", backgroundDb, { min: -20, max: 200, unit: "dB" });
  needWithin("surfaceM2", surfaceM2, { above: 0, unit: "m2" });
  needWithin("k2Db", k2Db, { min: 0, unit: "dB" });
  if (k2Db > MAX_K2_DB) refuse("room-too-reverberant", { field: "k2Db", given: k2Db, max: MAX_K2_DB });
  const meanDb = energyMean(levelsDb);
  const backgroundMeanDb = energyMean(backgroundDb);
  const differenceDb = meanDb - backgroundMeanDb;
  const k1Db = backgroundCorrection(differenceDb);
  const surfaceLevelDb = meanDb - k1Db - k2Db;
  return {
    meanDb,
    backgroundMeanDb,
    differenceDb,
    k1Db,
    surfaceLevelDb,
    powerLevelDb: surfaceLevelDb + 10 * Math.log10(surfaceM2),
  };
}

/**
 * K₁ for a difference to the background. [dB]
 *
 * @throws Refusal `background-too-high` below 6 dB, where K₁ would exceed 1.3 dB
 * @source GB/T 3767-2016 (ISO 3744:2010), 8.2.3
 * @example backgroundCorrection(6) // → 1.26
 */
export function backgroundCorrection(differenceDb: number): number {
  const { least, none } = BACKGROUND;
  if (!(differenceDb >= least))
    refuse("background-too-high", { field: "backgroundDb", given: String(differenceDb), min: least });
  return differenceDb > none ? 0 : -10 * Math.log10(1 - 10 ** (-0.1 * differenceDb));
}

/**
 * Expanded uncertainty of a sound power level for about 95 %. [dB]
 *
 * U = 2·√(σ_R0² + σ_omc²)
 *
 * @param omcDb standard deviation of operating and mounting conditions
 * @source GB/T 3767-2016 (ISO 3744:2010), 9
 * @example soundPowerExpanded(0.5) // → 3.2
 */
export function soundPowerExpanded(omcDb: number): number {
  needWithin("omcDb", omcDb, { min: 0, unit: "dB" });
  return 2 * Math.hypot(SIGMA_R0_DB, omcDb);
}

function energyMean(levelsDb: readonly number[]): number {
  return 10 * Math.log10(mean(levelsDb.map((level) => 10 ** (0.1 * level))));
}
