import { needAllWithin, needAtLeast, needCount, needWithin, POSITIVE } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";
import { DENIER_M, DTEX_PER_DENIER, OFFICIAL_REGAIN, REEL_TURN_M } from "./units.ts";

/** So many sizing skeins of one size. */
export type SkeinCount = { readonly sizeDen: number; readonly count: number };

/** Sizing skeins of a lot. @source GB/T 1798-2008 (recalled) */
export const SIZING_SKEINS = 200;

/** Share of the finest and of the coarsest skeins that give the maximum deviation. @source GB/T 1798-2008 (recalled) */
const EXTREME_SHARE = 0.02;

/**
 * The middle of a nominal size such as "20/22", or a plain number of denier.
 *
 * @throws Refusal `nominal-unreadable`
 * @example nominalSize("20/22") // → 21 (the middle of 20 and 22)
 */
export function nominalSize(nominal: string): number {
  const [, low, high] = /^(\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?$/.exec(nominal.trim()) ?? [];
  const [from, to] = [Number(low ?? Number.NaN), Number(high ?? low ?? Number.NaN)];
  const middle = (from + to) / 2;
  if (!(from > 0 && to >= from)) refuse("nominal-unreadable", { given: nominal });
  return middle;
}

/**
 * Mean size, size deviation and maximum deviation of a lot.
 *
 * D̄ = Σf_iD_i/N;  σ = √[Σf_i(D_i − D̄)²/N], divisor N;  the maximum deviation is the larger distance from D̄ of the means of
 * the finest and of the coarsest 2 % (at least one skein)
 *
 * @param required number of skeins of the lot, 200 unless it is a part of one
 * @returns [den], unrounded
 * @throws Refusal `sample-size`, `not-whole` for counts, `size-outside-nominal` below half or above one and a half of the
 *   nominal size, `nominal-unreadable`, `outside-method-range`
 * @source GB/T 1798-2008, sizes and their deviations (recalled)
 */
export function sizeStatistics(nominal: string, skeins: readonly SkeinCount[], required: number = SIZING_SKEINS) {
  const middle = nominalSize(nominal);
  needAtLeast("skeins", skeins, 1);
  for (const { sizeDen, count } of skeins) {
    needCount("count", count);
    needWithin("sizeDen", sizeDen, { above: 0, unit: "den" });
    if (!(sizeDen >= 0.5 * middle && sizeDen <= 1.5 * middle)) {
      refuse("size-outside-nominal", { field: "sizeDen", given: sizeDen, min: 0.5 * middle, max: 1.5 * middle });
    }
  }
  const number = skeins.reduce((total, { count }) => total + count, 0);
  if (number !== required || number === 0) refuse("sample-size", { field: "skeins", given: number, needed: required });

  const meanDen = skeins.reduce((total, { sizeDen, count }) => total + sizeDen * count, 0) / number;
  const squares = skeins.reduce((total, { sizeDen, count }) => total + count * (sizeDen - meanDen) ** 2, 0);
  const extreme = Math.max(1, Math.floor(EXTREME_SHARE * number));
  const rising = skeins.toSorted((a, b) => a.sizeDen - b.sizeDen);
  const [fineDen, coarseDen] = [meanOfFirst(rising, extreme), meanOfFirst(rising.toReversed(), extreme)];
  return {
    number,
    extreme,
    meanDen,
    deviationDen: Math.sqrt(squares / number),
    fineDen,
    coarseDen,
    greatestDeviationDen: Math.max(Math.abs(fineDen - meanDen), Math.abs(coarseDen - meanDen)),
    meanDtex: meanDen * DTEX_PER_DENIER,
  };
}

function meanOfFirst(skeins: readonly SkeinCount[], number: number): number {
  let [left, total] = [number, 0];
  for (const { sizeDen, count } of skeins) {
    const taken = Math.min(left, count);
    total += taken * sizeDen;
    left -= taken;
  }
  return total / number;
}

export type ConditionedSkeins = {
  /** All skeins together, dried to constant mass at 140 °C. */
  readonly dryG: number;
  readonly skeins: number;
  readonly turns: number;
  /** Length of a turn of the reel, 1.125 m where it is left out. */
  readonly turnM?: number;
  /** Official regain, 0.11 where it is left out. */
  readonly regain?: number;
};

/**
 * Mean size at the official regain.
 *
 * D_k = m₀(1 + R)·9000/(N·T·1.125)
 *
 * @returns [den] and [dtex], unrounded
 * @throws Refusal `not-whole`, `outside-method-range`
 * @source GB/T 1798-2008, mean conditioned size (recalled)
 * @example conditionedSize({ dryG: 47.2, skeins: 200, turns: 100 }).den // → 20.9568 (47.20·1.11·9000/(200·100·1.125))
 */
export function conditionedSize({ dryG, skeins, turns, ...reel }: ConditionedSkeins) {
  const { turnM = REEL_TURN_M, regain = OFFICIAL_REGAIN } = reel;
  needAllWithin({ dryG, turnM }, POSITIVE);
  needWithin("regain", regain, { min: 0, max: 0.5 });
  needCount("skeins", skeins);
  needAllWithin({ skeins, turns }, { above: 0 });
  const den = (dryG * (1 + regain) * DENIER_M) / (skeins * turns * turnM);
  return { den, dtex: den * DTEX_PER_DENIER };
}

/** How far the conditioned size may be from the mean of the skeins. [den] */
const AGREEMENT_DEN = 1;

/** @throws Refusal `size-disagrees` */
export function needSizesAgree(conditionedDen: number, meanDen: number): void {
  if (Math.abs(conditionedDen - meanDen) <= AGREEMENT_DEN) return;
  refuse("size-disagrees", { conditioned: conditionedDen, mean: meanDen, max: AGREEMENT_DEN });
}
