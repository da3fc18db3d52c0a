import type { DecidableRow } from "@quanheng/flow/decision/judge.ts";
import { comparisonOf } from "@quanheng/flow/selection/requirement.ts";

/** How a document wants the limits of a characteristic read, where that differs from the plain reading. */
export type LimitReading = Pick<DecidableRow, "comparison" | "interval" | "convention" | "betterBeyond"> & {
  readonly document: string;
  readonly characteristic: string;
  readonly source: string;
};

/** Full-value comparison and limits on both ends hold for every document and characteristic that is not listed. */
export const limitReadings: readonly LimitReading[] = [
  {
    document: "GB/T 317-2018",
    characteristic: "colour-icumsa",
    comparison: "rounded",
    source: "GB/T 317-2018, colour is stated and compared as a whole number; recalled",
  },
  {
    document: "GB/T 317-2018",
    characteristic: "turbidity-mau",
    comparison: "rounded",
    source: "GB/T 317-2018, turbidity is stated and compared as a whole number; recalled",
  },
  {
    document: "SNI 3140.3:2010",
    characteristic: "colour-icumsa",
    betterBeyond: "min",
    source: "SNI 3140.3:2010, the lower end separates grades; whiter sugar is graded up; recalled",
  },
  {
    document: "SNI 3140.3:2010",
    characteristic: "crystal-colour-ct",
    betterBeyond: "min",
    source: "SNI 3140.3:2010, the lower end separates grades; whiter sugar is graded up; recalled",
  },
];

type Reading = Pick<DecidableRow, "comparison" | "interval" | "convention" | "betterBeyond">;

/** A requirement row as it is decided on: with the reading that its document asks for, or its own where it states one. */
export function decidable<Row extends Omit<DecidableRow, "betterBeyond">>(row: Row): Row & Reading {
  const reading = limitReadings.find(
    ({ document, characteristic }) => document === row.document && characteristic === row.characteristic,
  );
  const listed = row.comparison ? {} : comparisonOf(reading ?? {});
  return { ...row, ...listed, ...(reading?.betterBeyond ? { betterBeyond: reading.betterBeyond } : {}) };
}
