import { fromNumber } from "../decimal.ts";
import { fCdf } from "../distributions.ts";
import { refuse } from "../refusals.ts";
import { quotientNumber, rootNumber, total, wholeSeries } from "./exact-number.ts";
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
 * Sums are taken in whole numbers of the digits that were written and every figure is rounded once: with a scatter of
 * 0.1 on 10¹² binary arithmetic keeps no more than four digits.
 *
 * @param groups results of each group, all in one unit
 * @example anova([[196.3052, 196.124, 196.189, 196.2569, 196.3403], [196.3042, 196.3825, 196.1669, 196.3257, 196.0422], [196.1303, 196.2005, 196.2889, 196.0343, 196.1811], [196.2795, 196.1748, 196.1494, 196.1485, 195.9885], [196.2119, 196.1051, 196.185, 196.0052, 196.209]]) // → { between: { squares: 5.11462616000000e-2, dof: 4 }, within: { squares: 2.16636560000000e-1, dof: 20 }, f: 1.18046237440255 } (NIST StRD SiRstv)
 * @example Math.round(anova([[172, 60], [116, 77], [13, 111], [144, 101], [106, 67], [31, 93], [60, 80], [125, 73], [163, 88], [41, 86]].map(([m, s]) => [-1, 0, 0, 0, 1].map((z) => m + z * Math.SQRT2 * s))).betweenSd) // → 43 (JCGM 100:2008, H.5.2.6 and table H.9: readings in µV above 10 V that have the printed means and standard deviations)
 * @throws Refusal `too-few-values` below two groups, for an empty group or without repeats; `not-finite`, also where a square or F overflows;
 *   `no-variation` where nothing varies within; `outside-domain` where its square vanishes; `number-too-long`
 * @source JCGM 100:2008, H.5.2; NIST Statistical Reference Datasets, analysis of variance
 */
export function anova(groups: readonly (readonly number[])[]): Anova {
  if (groups.length < 2) refuse("too-few-values", { given: groups.length, needed: 2 });
  for (const group of groups) needFinite("group", group);
  const sizes = groups.map(({ length }) => length);
  const n = sizes.reduce((all, size) => all + size, 0);
  const [dofBetween, dofWithin] = [groups.length - 1, n - groups.length];
  if (dofWithin < 1) refuse("too-few-values", { given: n, needed: groups.length + 1 });
  const { digits, scale } = wholeSeries(groups.flat().map(fromNumber));
  const sums = wholeSums(digits, sizes);
  if (sums.within === 0n) refuse("no-variation", { name: "groups" });
  const [between, within] = [sums.between * BigInt(dofWithin), sums.within * BigInt(n * dofBetween)];
  const f = quotientNumber(between, within);
  const scatter = (squares: bigint, parts: bigint, dof: number): Scatter => ({
    squares: quotientNumber(squares, parts, -2 * scale),
    dof,
    meanSquare: quotientNumber(squares, parts * BigInt(dof), -2 * scale),
  });
  const [spread, scatterWithin] = [
    scatter(sums.between, BigInt(n) * sums.parts, dofBetween),
    scatter(sums.within, sums.parts, dofWithin),
  ];
  needFinite("sum of squares", [spread.squares, scatterWithin.squares, f]);
  if (scatterWithin.squares === 0)
    refuse("outside-domain", { name: "sum of squares", given: "0", min: Number.MIN_VALUE, max: null });
  // n₀ (K − 1) n = n² − Σn_i², with which the component is [MS(between) − MS(within)]/n₀.
  const unequal = BigInt(n * n - sizes.reduce((all, size) => all + size * size, 0));
  return {
    mean: quotientNumber(total(digits), BigInt(n), -scale),
    between: spread,
    within: scatterWithin,
    f,
    probability: f === 0 ? 1 : fCdf(1 / f, dofWithin, dofBetween),
    betweenSd: between > within ? rootNumber(between - within, sums.parts * BigInt(dofWithin) * unequal, -scale) : 0,
  };
}

/** Sums of squares in whole numbers: `within` holds `parts` of one, `between` n times as many. */
function wholeSums(
  digits: readonly bigint[],
  sizes: readonly number[],
): { readonly between: bigint; readonly within: bigint; readonly parts: bigint } {
  const parts = sizes.reduce((common, size) => leastCommonMultiple(common, BigInt(size)), 1n);
  let start = 0;
  const means = sizes.map((size) => {
    const sum = total(digits.slice(start, start + size));
    start += size;
    return sum * sum * (parts / BigInt(size));
  });
  const [all, ofMeans] = [total(digits), total(means)];
  return {
    between: BigInt(digits.length) * ofMeans - all * all * parts,
    within: total(digits.map((x) => x * x)) * parts - ofMeans,
    parts,
  };
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
