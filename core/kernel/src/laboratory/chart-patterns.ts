import { needFinite, needPositive } from "./finite.ts";

/** Unnatural patterns on a Shewhart chart; zones are counted in standard deviations from the centre line. */
export const CHART_PATTERNS = [
  "1-beyond-3s",
  "2-of-3-beyond-2s",
  "4-of-5-beyond-1s",
  "8-one-side",
  "9-one-side",
  "6-trend",
  "14-alternating",
  "15-within-1s",
  "8-outside-1s",
] as const;
export type ChartPattern = (typeof CHART_PATTERNS)[number];

/** The four tests of the Western Electric handbook (WECO). @source Statistical Quality Control Handbook (1956), B-II */
export const WESTERN_ELECTRIC: readonly ChartPattern[] = [
  "1-beyond-3s",
  "2-of-3-beyond-2s",
  "4-of-5-beyond-1s",
  "8-one-side",
];

/** The eight tests of Nelson. @source ISO 7870-2:2013, annex B (clause from memory); GB/T 17989.2-2020; L. S. Nelson, JQT 16 (1984) 237 */
export const NELSON: readonly ChartPattern[] = [
  "1-beyond-3s",
  "9-one-side",
  "6-trend",
  "14-alternating",
  "2-of-3-beyond-2s",
  "4-of-5-beyond-1s",
  "15-within-1s",
  "8-outside-1s",
];

/** A pattern, and the position (from 0) of the point that completes it. */
export type PatternFound = { readonly pattern: ChartPattern; readonly at: number };

/**
 * Finds where patterns are completed. A point on a limit does not lie beyond it.
 *
 * @param patterns which are looked for; the four of Western Electric where left out
 * @example chartPatterns([2.1, 0, 2.2], { center: 0, sigma: 1 }) // → [{ pattern: "2-of-3-beyond-2s", at: 2 }] (two of three beyond 2 on one side)
 * @example chartPatterns([1, 2, 3, 4, 5, 6], { center: 3.5, sigma: 9 }, ["6-trend"]) // → [{ pattern: "6-trend", at: 5 }] (six in a row that rise)
 * @throws Refusal `not-finite`; `outside-domain` unless σ > 0
 * @source Western Electric, Statistical Quality Control Handbook (1956), B-II; ISO 7870-2:2013, annex B (clause from memory); L. S. Nelson,
 *   JQT 16 (1984) 237
 */
export function chartPatterns(
  points: readonly number[],
  { center, sigma }: { readonly center: number; readonly sigma: number },
  patterns: readonly ChartPattern[] = WESTERN_ELECTRIC,
): readonly PatternFound[] {
  if (points.length > 0) needFinite("points", points);
  needFinite("center", [center]);
  needPositive("sigma", sigma);
  const z = points.map((point) => (point - center) / sigma);
  return z.flatMap((_, at) => patterns.filter((pattern) => holds(pattern, z, at)).map((pattern) => ({ pattern, at })));
}

function holds(pattern: ChartPattern, z: readonly number[], at: number): boolean {
  const { length, test } = TESTS[pattern];
  return at + 1 >= length && test(z.slice(at + 1 - length, at + 1));
}

type Test = { readonly length: number; readonly test: (latest: readonly number[]) => boolean };

/** So many beyond a limit on one side; the point that completes the pattern is one of them. */
const beyond = (count: number, sds: number) => (latest: readonly number[]) => {
  const side = Math.sign(latest.at(-1) ?? 0);
  return (latest.at(-1) ?? 0) * side > sds && latest.filter((z) => z * side > sds).length >= count;
};

/** The signs of the steps from point to point. */
const steps = (latest: readonly number[]) => latest.slice(1).map((z, i) => Math.sign(z - (latest[i] ?? z)));

const TESTS: Readonly<Record<ChartPattern, Test>> = {
  "1-beyond-3s": { length: 1, test: beyond(1, 3) },
  "2-of-3-beyond-2s": { length: 3, test: beyond(2, 2) },
  "4-of-5-beyond-1s": { length: 5, test: beyond(4, 1) },
  "8-one-side": { length: 8, test: beyond(8, 0) },
  "9-one-side": { length: 9, test: beyond(9, 0) },
  "6-trend": {
    length: 6,
    test: (latest) => Math.abs(steps(latest).reduce((all, step) => all + step, 0)) === 5,
  },
  "14-alternating": {
    length: 14,
    test: (latest) => steps(latest).every((step, i, all) => step !== 0 && (i === 0 || step === -(all[i - 1] ?? 0))),
  },
  "15-within-1s": { length: 15, test: (latest) => latest.every((z) => Math.abs(z) < 1) },
  "8-outside-1s": { length: 8, test: (latest) => latest.every((z) => Math.abs(z) > 1) },
};
