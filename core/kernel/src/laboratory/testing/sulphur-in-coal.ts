import type { Cell } from "../precision-experiment.ts";

/** Rows of results as cells of laboratories 1, 2, … */
export const cells = (rows: readonly (readonly number[])[]): Cell[] =>
  rows.map((results, i) => ({ laboratory: String(i + 1), results }));

// ISO 5725-2:1994, B.1: sulphur in coal [%], eight laboratories, levels 1 and 3.
export const level1 = cells([
  [0.71, 0.71, 0.7, 0.71],
  [0.69, 0.67, 0.68],
  [0.66, 0.65, 0.69],
  [0.67, 0.65, 0.66],
  [0.7, 0.69, 0.66, 0.71, 0.69],
  [0.73, 0.74, 0.73],
  [0.71, 0.71, 0.69],
  [0.7, 0.65, 0.68],
]);
export const level3 = cells([
  [1.68, 1.7, 1.68, 1.69],
  [1.64, 1.64, 1.65],
  [1.61, 1.61, 1.62],
  [1.68, 1.66, 1.66],
  [1.64, 1.67, 1.6, 1.66, 1.68],
  [1.7, 1.73, 1.73],
  [1.69, 1.7, 1.68],
  [1.67, 1.68, 1.67],
]);
