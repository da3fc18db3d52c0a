import { fCdf } from "../distributions.ts";
import { refuse } from "../refusals.ts";
import { mean, sum } from "../statistics.ts";
import { needFinite } from "./finite.ts";

/** Sum of squares, degrees of freedom and mean square of one source of scatter. */
export type Scatter = { readonly squares: number; readonly dof: number; readonly meanSquare: number };

/** One-way analysis of variance. */
export type Anova = {
  readonly mean: number;
  readonly between: Scatter;
  readonly within: Scatter;
  /** F = MS(between)/MS(within), and the probability of so large an F if the groups do not differ. */
  readonly f: number;
  readonly probability: number;
  /** Standard deviation of the group effect, zero where chance made the component negative. */
  readonly betweenSd: number;
};

/**
 * Splits the scatter of grouped results into between and within; groups need not be equally large.
 *
 * @param groups results of each group, all in one unit
 * @example anova([[196.3052, 196.124, 196.189, 196.2569, 196.3403], [196.3042, 196.3825, 196.1669, 196.3257, 196.0422], [196.1303, 196.2005, 196.2889, 196.0343, 196.1811], [196.2795, 196.1748, 196.1494, 196.1485, 195.9885], [196.2119, 196.1051, 196.185, 196.0052, 196.209]]) // → { between: { squares: 5.11462616e-2, dof: 4 }, within: { squares: 2.16636560e-1, dof: 20 }, f: 1.18046237 } (NIST StRD SiRstv)
 * @example anova([[1, 3], [5, 7]]).betweenSd // → 2.6458 (MS between 16, within 2, two results each: √((16 − 2)/2) = √7)
 * @throws Refusal `too-few-values` below two groups, for an empty group or without repeats; `not-finite`;
 *   `no-variation` where nothing varies within
 * @source JCGM 100:2008, H.5.2; NIST Statistical Reference Datasets, analysis of variance
 */
export function anova(groups: readonly (readonly number[])[]): Anova {
  if (groups.length < 2) refuse("too-few-values", { given: groups.length, needed: 2 });
  for (const group of groups) needFinite("group", group);
  const n = sum(groups.map((group) => group.length));
  const [dofBetween, dofWithin] = [groups.length - 1, n - groups.length];
  if (dofWithin < 1) refuse("too-few-values", { given: n, needed: groups.length + 1 });
  const means = groups.map((group) => mean(group));
  const center = mean(groups.flat());
  const between = sum(groups.map((group, i) => group.length * ((means[i] ?? 0) - center) ** 2));
  const within = sum(groups.flatMap((group, i) => group.map((value) => (value - (means[i] ?? 0)) ** 2)));
  needFinite("sum of squares", [between, within]);
  if (!(within > 0)) refuse("no-variation", { name: "groups" });
  const f = between / dofBetween / (within / dofWithin);
  const effective = (n - sum(groups.map((group) => group.length ** 2)) / n) / dofBetween;
  return {
    mean: center,
    between: { squares: between, dof: dofBetween, meanSquare: between / dofBetween },
    within: { squares: within, dof: dofWithin, meanSquare: within / dofWithin },
    f,
    probability: 1 - fCdf(f, dofBetween, dofWithin),
    betweenSd: Math.sqrt(Math.max(0, (between / dofBetween - within / dofWithin) / effective)),
  };
}
