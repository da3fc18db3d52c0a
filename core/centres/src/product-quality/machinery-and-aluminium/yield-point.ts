import { needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";
import { peakOf, SLACK } from "./stress-strain.ts";

export type YieldPoint = {
  readonly upperMpa: number;
  readonly lowerMpa: number;
  /** All minima of the yielding, the first of them the transient. [MPa] */
  readonly minimaMpa: readonly number[];
  /** Index at which yielding is over: its last minimum. */
  readonly end: number;
};

/**
 * Upper and lower yield strength of a material that yields discontinuously.
 *
 * R_eH: the first maximum that a drop follows. R_eL: the lowest minimum of the yielding, of which the first, the initial
 * transient, does not count where there are others. Yielding ends before the greatest stress after its first minimum.
 *
 * @param noiseMpa reversals up to this size are noise of the record, not extremes
 * @throws Refusal `length-mismatch`, `too-few-rows` below five points, `series-reversed`, `no-yield-point`, `outside-method-range`
 * @source GB/T 228.1-2021 (ISO 6892-1:2019), 3.10.2, 11 and 12
 * @example yieldPoint([0, 1, 2, 3, 4, 5, 6], [0, 352, 331, 334, 330.5, 333, 400]).lowerMpa // → 330.5
 */
export function yieldPoint(strainPercent: readonly number[], stressMpa: readonly number[], noiseMpa = 0): YieldPoint {
  if (strainPercent.length !== stressMpa.length) {
    refuse("length-mismatch", { field: "stressMpa", given: stressMpa.length, needed: strainPercent.length });
  }
  needAtLeast("stressMpa", stressMpa, 5);
  needEachWithin("strainPercent", strainPercent, { unit: "%" });
  needEachWithin("stressMpa", stressMpa, { unit: "MPa" });
  needEachWithin("stressMpa", stressMpa, { min: -SLACK * Math.max(0, stressMpa[peakOf(stressMpa)]!), unit: "MPa" });
  needWithin("noiseMpa", noiseMpa, { min: 0, unit: "MPa" });
  const [first, last] = [strainPercent[0]!, strainPercent.at(-1)!];
  if (last <= first) refuse("series-reversed", { field: "strainPercent", first, last });

  const { firstMaximum, minima } = extremes(stressMpa, noiseMpa);
  const [transient] = minima;
  if (firstMaximum === undefined || transient === undefined) return refuse("no-yield-point");
  const hardened = peakOf(stressMpa, transient);
  const yielding = minima.filter((index) => index < hardened);
  const counted = (yielding.length > 1 ? yielding.slice(1) : yielding).map((index) => stressMpa[index]!);
  return {
    upperMpa: stressMpa[firstMaximum]!,
    lowerMpa: Math.min(...counted),
    minimaMpa: yielding.map((index) => stressMpa[index]!),
    end: yielding.at(-1)!,
  };
}

/** Indices of the first maximum and of all minima, reversals up to `noise` left out. */
function extremes(values: readonly number[], noise: number) {
  const minima: number[] = [];
  let firstMaximum: number | undefined;
  let rising = true;
  let extreme = 0;
  for (let i = 1; i < values.length; i++) {
    const beyond = rising ? values[i]! - values[extreme]! : values[extreme]! - values[i]!;
    if (beyond > 0) extreme = i;
    if (-beyond <= noise) continue;
    if (rising) firstMaximum ??= extreme;
    else minima.push(extreme);
    rising = !rising;
    extreme = i;
  }
  return { firstMaximum, minima };
}
