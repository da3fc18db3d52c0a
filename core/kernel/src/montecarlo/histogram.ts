import { refuse } from "../refusals.ts";

/** Counts of values in classes of equal width, ready to plot: class k goes from low + k·width to low + (k + 1)·width. */
export type Histogram = {
  readonly low: number;
  readonly width: number;
  readonly counts: readonly number[];
  /** Values outside of all classes. */
  readonly below: number;
  readonly above: number;
  readonly total: number;
};

/**
 * Counts values in classes of equal width. The upper end belongs to the last class.
 *
 * @param low lower end of the first class
 * @param high upper end of the last class
 * @throws Refusal `outside-domain` for ends that do not rise or a number of classes that is no whole one from 1 to 10 000
 * @source JCGM 101:2008, 7.5 (a histogram as an approximation of the density)
 * @example histogramOf(Float64Array.of(0, 1, 2, 4, 9), 0, 4, 2) // → { width: 2, counts: [2, 2], below: 0, above: 1, total: 5 } (0 and 1; 2 and 4; 9 lies above)
 */
export function histogramOf(values: Float64Array, low: number, high: number, classes: number): Histogram {
  if (!(high > low) || !Number.isFinite(high - low)) refuse("outside-domain", { name: "high", given: high, min: low });
  if (!Number.isInteger(classes) || classes < 1 || classes > 10_000) {
    refuse("outside-domain", { name: "classes", given: classes, min: 1, max: 10_000 });
  }
  const counts = new Uint32Array(classes);
  const width = (high - low) / classes;
  let [below, above] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) below += 1;
    else if (value > high) above += 1;
    else counts[Math.min(classes - 1, Math.floor((value - low) / width))]! += 1;
  }
  return { low, width, counts: [...counts], below, above, total: values.length };
}

const CLASSES = 60;
/** Classes reach this many standard uncertainties to either side, where there are values. */
const REACH = 4.5;

/**
 * The classes that show a distribution with a given mean and standard deviation: 60 within 4.5 standard deviations, where there are values.
 *
 * @param y mean
 * @param u standard deviation
 * @returns null where nothing varies
 * @source ours: beyond 4.5 u one normal value in 10⁵ lies
 * @example histogramAbout(Float64Array.of(-1, 1), 0, 1) // → { low: -1, width: 0.0333, total: 2 } (from −1 to 1 in 60 classes)
 * histogramAbout(Float64Array.of(2, 2), 2, 0) // → null (nothing varies)
 */
export function histogramAbout(values: Float64Array, y: number, u: number): Histogram | null {
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const [low, high] = [Math.max(least, y - REACH * u), Math.min(most, y + REACH * u)];
  return high > low ? histogramOf(values, low, high, CLASSES) : null;
}
