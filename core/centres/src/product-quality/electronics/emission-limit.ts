import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Quasi-peak, average and peak. */
export type Detector = "QP" | "AV" | "PK";

/** Limits over a range of frequency, at its two ends; linear in the logarithm of the frequency between. [dB] */
export type LimitSegment = {
  readonly fromMhz: number;
  readonly toMhz: number;
  readonly limits: Readonly<Partial<Record<Detector, readonly [atStart: number, atEnd: number] | null>>>;
  readonly status: "published" | "recalled";
};

/** Emission limits of one standard, as `data/methods/cispr32.json` keeps them. */
export type EmissionTable = {
  readonly document: string;
  /** Class, then port: `mains`, or the distance of a radiated measurement in metres, `3` or `10`. */
  readonly mains: Readonly<Record<string, readonly LimitSegment[]>>;
  readonly radiated: Readonly<Record<string, Readonly<Record<string, readonly LimitSegment[]>>>>;
  /** Uncertainty that the standard assumes of a laboratory. [dB] */
  readonly assumed: readonly {
    readonly kind: "mains" | "radiated";
    readonly fromMhz: number;
    readonly toMhz: number;
    readonly dB: string;
    readonly status: "published" | "recalled";
  }[];
  /** Bandwidth with which a range is measured. [kHz] */
  readonly bandwidths: readonly { readonly fromMhz: number; readonly toMhz: number; readonly kHz: number }[];
};

/**
 * The emission limit of a detector at a frequency. Where two ranges meet the lower limit applies.
 *
 * L(f) = L₁ + (L₂ − L₁)·lg(f/f₁)/lg(f₂/f₁)
 *
 * @returns [dB(µV) or dB(µV/m)] as the table; undefined where ranges cover the frequency but not with this detector
 * @throws Refusal `frequency-out-of-range`, `limit-not-loaded` where the cell is empty
 * @source CISPR 32:2015, annex A (the lower limit at a transition); GB/T 9254.1-2021
 */
export function emissionLimit(
  segments: readonly LimitSegment[],
  detector: Detector,
  frequencyMhz: number,
  document: string,
): number | undefined {
  const covering = segmentsAt(segments, frequencyMhz);
  const limits = covering.flatMap((segment) => {
    const ends = segment.limits[detector];
    if (ends === null) refuse("limit-not-loaded", { item: `${detector}, ${frequencyMhz} MHz`, table: document });
    return ends ? [interpolated(segment, ends, frequencyMhz)] : [];
  });
  return limits.length === 0 ? undefined : Math.min(...limits);
}

/** Ranges that hold a frequency, both ends included. @throws Refusal `frequency-out-of-range` */
export function segmentsAt(segments: readonly LimitSegment[], frequencyMhz: number): readonly LimitSegment[] {
  const covering = segments.filter(({ fromMhz, toMhz }) => frequencyMhz >= fromMhz && frequencyMhz <= toMhz);
  if (covering.length > 0) return covering;
  return refuse("frequency-out-of-range", {
    field: "frequencyMhz",
    given: Number.isFinite(frequencyMhz) ? frequencyMhz : String(frequencyMhz),
    min: segments[0]?.fromMhz ?? null,
    max: segments.at(-1)?.toMhz ?? null,
    unit: "MHz",
  });
}

function interpolated({ fromMhz, toMhz }: LimitSegment, [start, end]: readonly [number, number], f: number): number {
  return start === end ? start : start + ((end - start) * Math.log10(f / fromMhz)) / Math.log10(toMhz / fromMhz);
}

/** The uncertainty that the standard assumes for a measurement. [dB] @throws Refusal `limit-not-loaded` @source CISPR 16-4-2 (recalled) */
export function assumedUncertainty(
  { assumed, document }: EmissionTable,
  kind: "mains" | "radiated",
  frequencyMhz: number,
): string {
  const row = assumed.find((each) => each.kind === kind && frequencyMhz >= each.fromMhz && frequencyMhz <= each.toMhz);
  return row?.dB ?? refuse("limit-not-loaded", { item: `U, ${kind}, ${frequencyMhz} MHz`, table: document });
}

/** @throws Refusal `detector-mismatch` unless the bandwidth is the one of the frequency range */
export function needBandwidth({ bandwidths }: EmissionTable, frequencyMhz: number, bandwidthKhz: number): void {
  needWithin("bandwidthKhz", bandwidthKhz, { above: 0, unit: "kHz" });
  const known = bandwidths.filter(({ fromMhz, toMhz }) => frequencyMhz >= fromMhz && frequencyMhz <= toMhz);
  if (known.some(({ kHz }) => kHz === bandwidthKhz)) return;
  refuse("detector-mismatch", { field: "bandwidthKhz", given: `${bandwidthKhz} kHz`, frequency: frequencyMhz });
}
