import { sum } from "@quanheng/kernel/statistics.ts";

/** Energy of a level relative to its reference: 10^(0.1·L). */
export function energyOf(levelDb: number): number {
  return 10 ** (0.1 * levelDb);
}

/** Level of an energy: 10·lg. [dB] */
export function levelOf(energy: number): number {
  return 10 * Math.log10(energy);
}

/**
 * Energetic mean of levels: 10·lg(1/n·Σ10^(0.1·L)). [dB]
 *
 * @example energeticMean([80, 80]) // → 80
 * @example energeticMean([70, 80]) // → 77.4036
 */
export function energeticMean(levelsDb: readonly number[]): number {
  return levelOf(sum(levelsDb.map(energyOf)) / levelsDb.length);
}
