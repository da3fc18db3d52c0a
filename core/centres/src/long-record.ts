import type { LongRecord, RecordColumn } from "@quanheng/flow/determination/long-record.ts";
import type { Bilingual } from "@quanheng/flow/determination/method.ts";
import type { Picture } from "@quanheng/flow/determination/picture.ts";

/** What a long record comes to. */
export type RecordEvaluation = {
  /** Digits as they are shown, with their UCUM code. */
  readonly figures: readonly { readonly label: Bilingual; readonly value: string; readonly unit: string }[];
  readonly notes: readonly Bilingual[];
  readonly pictures: readonly Picture[];
};

/** A kind of long record: what its file holds and how it is evaluated. */
export type RecordKind = {
  readonly id: string;
  readonly title: Bilingual;
  readonly source: string;
  /** The first is the time. */
  readonly columns: readonly RecordColumn[];
  readonly choices: readonly { readonly value: string; readonly label: Bilingual }[];
  /** @throws Refusal of the centre, for a record that its method does not allow */
  evaluate(record: LongRecord, choice: string, progress: (share: number) => void): RecordEvaluation;
};

/** Points that a picture keeps of a column. */
const MOST = 4000;

/**
 * Thins two columns for drawing: of each stretch the lowest and the highest point stay, in their order, so that no peak is lost.
 *
 * @example thinnedColumns(Float64Array.of(0, 1, 2), Float64Array.of(5, 7, 6)).length // → 3 (few enough already)
 */
export function thinnedColumns(x: ArrayLike<number>, y: ArrayLike<number>): readonly (readonly [number, number])[] {
  const count = x.length;
  if (count <= MOST) return Array.from({ length: count }, (_, k) => [x[k]!, y[k]!] as const);
  const stretch = Math.ceil((2 * count) / MOST);
  const points: (readonly [number, number])[] = [];
  for (let start = 0; start < count; start += stretch) {
    const end = Math.min(start + stretch, count);
    let [low, high] = [start, start];
    for (let k = start; k < end; k++) {
      if (y[k]! < y[low]!) low = k;
      if (y[k]! > y[high]!) high = k;
    }
    for (const k of low === high ? [low] : [Math.min(low, high), Math.max(low, high)]) points.push([x[k]!, y[k]!]);
  }
  return points;
}

/** Four significant digits, without noise. */
export function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}
