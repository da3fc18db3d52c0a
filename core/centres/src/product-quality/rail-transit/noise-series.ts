import { mean, range } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needEachWithin } from "../../method-guards.ts";
import { reportedLevel } from "./pass-by-noise.ts";

/** Fewest runs at a speed, and how far they may lie apart. [dB] @source ISO 3095:2013, recalled */
const FEWEST_RUNS = 3;
const WIDEST_DB = 3;

/**
 * The level of a vehicle from its runs at one speed: their arithmetic mean, in whole decibels.
 *
 * @returns mean and spread [dB], whether the runs agree within 3 dB, and the reported level
 * @throws Refusal `too-few-rows` below three runs, `outside-method-range`
 * @example noiseSeries([80.4, 80.1, 80.6]).meanDb // → 80.367
 * @source ISO 3095:2013; Regulation (EU) No 1304/2014; recalled
 */
export function noiseSeries(runsDb: readonly number[]) {
  needAtLeast("runsDb", runsDb, FEWEST_RUNS);
  needEachWithin("runsDb", runsDb, { min: 0, max: 160, unit: "dB" });
  const [meanDb, spreadDb] = [mean(runsDb), range(runsDb)];
  // 3 dB exactly are allowed: the difference of two tenths must not exceed them by binary noise.
  return { meanDb, spreadDb, valid: spreadDb <= WIDEST_DB * (1 + 1e-12), reportedDb: reportedLevel(meanDb) };
}
