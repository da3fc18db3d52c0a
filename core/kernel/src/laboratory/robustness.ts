import { refuse } from "../refusals.ts";
import { mean } from "../statistics.ts";
import { needFinite, needPositive } from "./finite.ts";

/** Levels of seven factors in eight runs, `+` for the usual level. @source W. J. Youden and E. H. Steiner (1975) */
const DESIGN = ["+++++++", "++-+---", "+-+-+--", "+----++", "-++--+-", "-+--+-+", "--++--+", "---+++-"] as const;

export type Robustness = {
  /** Effect of each factor: mean of the four runs at its usual level less mean of the four at the changed one. */
  readonly effects: readonly number[];
  /** Standard deviation of the differences, √(2 Σ D²/7): to be compared with that of the method within the laboratory. */
  readonly sd: number;
  /** Effects beyond √2 s, in the order of the factors. */
  readonly significant: readonly boolean[];
  /** True where all eight results are equal: the method did not resolve any effect, which is no proof that there is none. */
  readonly degenerate: boolean;
};

/**
 * Ruggedness of a method by the plan of Youden and Steiner: seven factors, each at its usual and at a slightly changed
 * level, in eight runs.
 *
 * @param results of the eight runs in the order of the design
 * @param methodSd repeatability standard deviation
 * @example youdenRobustness([11, 11, 11, 11, 9, 9, 9, 9], 1) // → { effects: [2, 0, 0, 0, 0, 0, 0], sd: 1.069, significant: [true, false, false, false, false, false, false] } (11 − 9 = 2; √(2·2²/7); 2 > √2·1)
 * @example youdenRobustness([5, 5, 5, 5, 5, 5, 5, 5], 1) // → { sd: 0, degenerate: true } (no result differs from another)
 * @throws Refusal `values-differ-in-number` unless there are eight results; `not-finite`; `outside-domain` for s ≤ 0
 * @source Commission Decision 2002/657/EC, 3.3 (recalled); AOAC, W. J. Youden and E. H. Steiner, Statistical Manual
 *   (1975)
 */
export function youdenRobustness(results: readonly number[], methodSd: number): Robustness {
  if (results.length !== DESIGN.length)
    refuse("values-differ-in-number", { given: results.length, needed: DESIGN.length });
  needFinite("results", results);
  needPositive("s", methodSd);
  const at = (factor: number, level: "+" | "-"): number =>
    mean(results.filter((_, run) => DESIGN[run]?.[factor] === level));
  const effects = Array.from({ length: 7 }, (_, factor) => at(factor, "+") - at(factor, "-"));
  const sd = Math.sqrt((2 * effects.reduce((sum, effect) => sum + effect * effect, 0)) / 7);
  needFinite("effects", [sd]);
  return {
    effects,
    sd,
    significant: effects.map((effect) => Math.abs(effect) > Math.SQRT2 * methodSd),
    degenerate: results.every((result) => result === results[0]),
  };
}
