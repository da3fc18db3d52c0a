import { refuse } from "../refusals.ts";
import { mean } from "../statistics.ts";
import { fitCalibration } from "./calibration-curve.ts";

/** How precision depends on the level: the three relations of the source, each with its fit. */
export type PrecisionRelation =
  | { readonly kind: "proportional"; readonly slope: number }
  | { readonly kind: "linear"; readonly intercept: number; readonly slope: number }
  | { readonly kind: "power"; readonly constant: number; readonly exponent: number };

/**
 * Fits s = b m, s = a + b m (weights 1/ŝ², three rounds) and lg s = c + d lg m to the levels of an experiment.
 *
 * @param levels general mean and standard deviation (s_r or s_R) of each level; both positive
 * @example precisionRelations([{ mean: 1, sd: 0.1 }, { mean: 2, sd: 0.2 }, { mean: 4, sd: 0.4 }]) // → [{ kind: "proportional", slope: 0.100 }, { kind: "linear", intercept: 0.000, slope: 0.100 }, { kind: "power", constant: 0.100, exponent: 1.000 }] (s = 0.1 m throughout)
 * @throws Refusal `too-few-values` below three levels; `outside-domain` where a mean or deviation is not positive;
 *   `no-variation` where all levels are the same
 * @source ISO 5725-2:1994, 7.5.3 to 7.5.6
 */
export function precisionRelations(
  levels: readonly { readonly mean: number; readonly sd: number }[],
): readonly PrecisionRelation[] {
  if (levels.length < 3) refuse("too-few-values", { given: levels.length, needed: 3 });
  for (const { mean: m, sd } of levels) {
    if (!(m > 0 && sd > 0))
      refuse("outside-domain", { name: "level", given: String(Math.min(m, sd)), min: 0, max: null });
  }
  if (levels.every(({ mean: m }) => m === levels[0]?.mean)) refuse("no-variation", { name: "levels" });
  const power = fitCalibration(levels.map(({ mean: m, sd }) => ({ x: Math.log10(m), y: Math.log10(sd) })));
  let weights = levels.map(({ sd }) => 1 / sd ** 2);
  let linear = { intercept: 0, slope: 0 };
  for (let round = 0; round < 3; round++) {
    const { intercept, slope } = fitCalibration(
      levels.map(({ mean: x, sd: y }, i) => ({ x, y, weight: weights[i] ?? 1 })),
    );
    linear = { intercept, slope };
    const fitted = levels.map(({ mean: m }) => linear.intercept + linear.slope * m);
    if (fitted.some((s) => s <= 0)) break;
    weights = fitted.map((s) => 1 / s ** 2);
  }
  return [
    { kind: "proportional", slope: mean(levels.map(({ mean: m, sd }) => sd / m)) },
    { kind: "linear", ...linear },
    { kind: "power", constant: 10 ** power.intercept, exponent: power.slope },
  ];
}
