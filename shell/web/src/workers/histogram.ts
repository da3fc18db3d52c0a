import type { RunTrials } from "@quanheng/kernel/montecarlo/trials.ts";
import type { Histogram, Limits } from "./uncertainty-messages.ts";

const CLASSES = 80;

/** Counts values in classes over a range, and how many lie within the limits. */
export class Counter {
  readonly #counts = new Float64Array(CLASSES);
  #total = 0;
  #within = 0;
  readonly #low: number;
  readonly #high: number;
  readonly #lower: number;
  readonly #upper: number;

  /** @param limits of this output; null where it has none */
  constructor(low: number, high: number, limits: Limits | null) {
    // A quantity without spread still has a class to stand in.
    const half = high > low ? 0 : Math.max(Math.abs(low), 1) * 1e-6;
    this.#low = low - half;
    this.#high = high + half;
    this.#lower = limits?.lower ?? -Infinity;
    this.#upper = limits?.upper ?? Infinity;
  }

  add(values: Float64Array): void {
    const scale = CLASSES / (this.#high - this.#low);
    for (const value of values) {
      const place = Math.floor((value - this.#low) * scale);
      if (place >= 0 && place < CLASSES) this.#counts[place]! += 1;
      if (value >= this.#lower && value <= this.#upper) this.#within += 1;
    }
    this.#total += values.length;
  }

  /** Share of the values within the limits. */
  get within(): number {
    return this.#within / this.#total;
  }

  get histogram(): Histogram {
    const width = (this.#high - this.#low) / CLASSES;
    return {
      low: this.#low,
      high: this.#high,
      densities: Array.from(this.#counts, (count) => count / (this.#total * width)),
    };
  }
}

/** The range of a picture: the values, but not further than five standard deviations from their mean. */
export function rangeOf(values: Float64Array, y: number, u: number): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [Math.max(low, y - 5 * u), Math.min(high, y + 5 * u)];
}

/** Runs trials and shows all values, one array per output, to whoever counts them. */
export function watched(run: RunTrials, watch: (columns: readonly Float64Array[]) => void): RunTrials {
  return (first, count, into) => {
    const columns = run(first, count, into);
    watch(columns);
    return columns;
  };
}
