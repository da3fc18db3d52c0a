import { median } from "@quanheng/kernel/statistics.ts";
import { needAscending, needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

export type TensileRecord = {
  /** Original cross-section S₀ of the parallel length. [mm²] */
  readonly areaMm2: number;
  /** Original gauge length L₀ and gauge length L_e of the extensometer. [mm] */
  readonly gaugeMm: number;
  readonly extensometerMm: number;
  /** Force and extension in the order of time. [N, mm] */
  readonly forceN: readonly number[];
  readonly extensionMm: readonly number[];
  /** Times of the readings, where the machine gave them. [s] */
  readonly timeS?: readonly number[];
};

export type StressStrain = {
  /** R = F/S₀. [MPa] */
  readonly stressMpa: readonly number[];
  /** e = ΔL/L_e. [%] */
  readonly strainPercent: readonly number[];
  /** Index of the maximum stress, the first where there are several. */
  readonly peak: number;
};

/** Share of the greatest force by which a record may lie below zero, from the zero of the load cell. Chosen by us. */
export const SLACK = 0.02;
/** A jump of the extension is a slip beyond this multiple of the steps on either side. */
const SLIP = 10;
/** Steps that are looked at on either side, and the smallest jump that counts as a slip [share of L_e]. Chosen by us. */
const NEIGHBOURS = 10;
const SMALLEST_SLIP = 2e-4;

/**
 * The stress–strain curve of a tensile record.
 *
 * R = F/S₀, e = 100·ΔL/L_e
 *
 * @throws Refusal `length-mismatch`, `too-few-rows` below ten points, `gauge-length` where L_e > L₀, `not-ascending` times,
 *   `series-reversed`, `extensometer-slip`, `outside-method-range`
 * @source GB/T 228.1-2021 (ISO 6892-1:2019), 3 and 9
 */
export function stressStrain(record: TensileRecord): StressStrain {
  checked(record);
  const { areaMm2, extensometerMm, forceN, extensionMm } = record;
  const stressMpa = forceN.map((force) => force / areaMm2);
  const strainPercent = extensionMm.map((extension) => (100 * extension) / extensometerMm);
  const peak = peakOf(stressMpa);
  needWithin("forceN", forceN[peak]!, { above: 0, unit: "N" });
  needEachWithin("forceN", forceN, { min: -SLACK * forceN[peak]!, unit: "N" });
  refuseSlip(extensionMm, peak, extensometerMm);
  return { stressMpa, strainPercent, peak };
}

/** Index of the largest value from an index on, the first where there are several. */
export function peakOf(values: readonly number[], from = 0): number {
  let peak = from;
  for (let i = from + 1; i < values.length; i++) if (values[i]! > values[peak]!) peak = i;
  return peak;
}

function checked({ areaMm2, gaugeMm, extensometerMm, forceN, extensionMm, timeS }: TensileRecord): void {
  if (extensionMm.length !== forceN.length) {
    refuse("length-mismatch", { field: "extensionMm", given: extensionMm.length, needed: forceN.length });
  }
  needAtLeast("forceN", forceN, 10);
  needWithin("areaMm2", areaMm2, { above: 0, unit: "mm2" });
  needWithin("gaugeMm", gaugeMm, { above: 0, unit: "mm" });
  needWithin("extensometerMm", extensometerMm, { above: 0, unit: "mm" });
  if (extensometerMm > gaugeMm)
    refuse("gauge-length", { field: "extensometerMm", given: extensometerMm, max: gaugeMm });
  needEachWithin("forceN", forceN, { unit: "N" });
  needEachWithin("extensionMm", extensionMm, { unit: "mm" });
  if (timeS) {
    if (timeS.length !== forceN.length)
      refuse("length-mismatch", { field: "timeS", given: timeS.length, needed: forceN.length });
    needEachWithin("timeS", timeS, { unit: "s" });
    needAscending("timeS", timeS);
  }
  const [first, last] = [extensionMm[0]!, extensionMm.at(-1)!];
  if (last <= first) refuse("series-reversed", { field: "extensionMm", first, last });
}

/**
 * A slip is one jump between steps that are far smaller on both sides; a change of the rate is small on one side only.
 * Beyond the maximum force the specimen itself may jump.
 */
function refuseSlip(extensionMm: readonly number[], peak: number, extensometerMm: number): void {
  const steps = extensionMm.slice(1, peak + 1).map((extension, i) => extension - extensionMm[i]!);
  for (const [i, step] of steps.entries()) {
    if (Math.abs(step) < SMALLEST_SLIP * extensometerMm) continue;
    const before = typical(steps.slice(Math.max(0, i - NEIGHBOURS), i));
    const after = typical(steps.slice(i + 1, i + 1 + NEIGHBOURS));
    const usual = Math.max(before ?? after ?? Infinity, after ?? before ?? Infinity);
    if (Math.abs(step) > SLIP * usual)
      refuse("extensometer-slip", { field: "extensionMm", row: i + 2, jump: step, usual });
  }
}

function typical(steps: readonly number[]): number | undefined {
  return steps.length === 0 ? undefined : median(steps.map(Math.abs));
}
