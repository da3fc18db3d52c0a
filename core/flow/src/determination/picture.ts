import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** A quantity along one side of a picture. */
export type Axis = {
  readonly label: Bilingual;
  /** UCUM code; "1" where the quantity has no unit. */
  readonly unit: string;
  readonly scale?: "linear" | "logarithmic";
};

/** Points in drawing order. A pair is [x, y]; `null` as y interrupts the line. */
export type Line = {
  readonly name: Bilingual;
  /** What was read, what follows from it, what is allowed, and how the result was constructed. */
  readonly role: "measured" | "evaluated" | "limit" | "construction";
  readonly points: readonly (readonly [x: number, y: number | null])[];
  /** Separate points without a line between them. */
  readonly scattered?: true;
  /** The value holds until the next point. */
  readonly stepped?: true;
  /** Belongs to the second y axis. */
  readonly second?: true;
};

/** A point with a name, e.g. where the proof strength was found. */
export type Mark = { readonly name: Bilingual; readonly x: number; readonly y: number };

/** Lines over a common x axis: a curve, a chart with limits, a strip of a track record. */
export type LinePicture = {
  readonly kind: "lines";
  readonly name: string;
  readonly title: Bilingual;
  readonly x: Axis;
  readonly y: Axis;
  readonly second?: Axis;
  readonly lines: readonly Line[];
  readonly marks?: readonly Mark[];
};

/** Bars by category, e.g. the results of specimens beside their limit. */
export type BarPicture = {
  readonly kind: "bars";
  readonly name: string;
  readonly title: Bilingual;
  readonly categories: readonly Bilingual[];
  readonly y: Axis;
  readonly bars: readonly { readonly name: Bilingual; readonly values: readonly (number | null)[] }[];
  readonly limits?: readonly { readonly name: Bilingual; readonly value: number }[];
};

/** Where a quantity goes, e.g. the heat of a fuel into steam and losses. */
export type FlowPicture = {
  readonly kind: "flows";
  readonly name: string;
  readonly title: Bilingual;
  readonly unit: string;
  readonly flows: readonly { readonly from: Bilingual; readonly to: Bilingual; readonly value: number }[];
};

/** A picture as data: what to draw, never how. Pages and reports draw it without knowing the method. */
export type Picture = LinePicture | BarPicture | FlowPicture;

/**
 * Thins a long curve for drawing: of each stretch the first, lowest, highest and last point stay, so that no peak is
 * lost. Calculations use every point; only the picture is thinned.
 *
 * @param most greatest number of points that remain, at least 8
 * @example thinned(Array.from({ length: 100 }, (_, x) => [x, x === 37 ? 9 : 0]), 8).some(([, y]) => y === 9) // → true (the peak stays)
 * @example thinned([[0, 1], [1, 2]]).length // → 2 (few enough already)
 * @source ours: minimum and maximum of each stretch, so that no peak is lost
 */
export function thinned(
  points: readonly (readonly [number, number])[],
  most = 2000,
): readonly (readonly [number, number])[] {
  if (points.length <= most) return points;
  const stretch = Math.ceil(points.length / Math.floor(most / 4));
  const kept: (readonly [number, number])[] = [];
  for (let start = 0; start < points.length; start += stretch) {
    kept.push(...corners(points, start, Math.min(start + stretch, points.length)));
  }
  return kept;
}

function corners(points: readonly (readonly [number, number])[], start: number, end: number) {
  let [lowest, highest] = [start, start];
  for (let at = start; at < end; at++) {
    if (points[at]![1] < points[lowest]![1]) lowest = at;
    if (points[at]![1] > points[highest]![1]) highest = at;
  }
  const order = [...new Set([start, lowest, highest, end - 1])].sort((a, b) => a - b);
  return order.map((at) => points[at]!);
}
