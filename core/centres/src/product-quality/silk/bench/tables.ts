import type { SilkGradeTable } from "../grade.ts";

/** `data/methods/gbt1797-2008.json` as it travels with the page, which reads no file; a test keeps the two equal. */
export const SILK_GRADES: SilkGradeTable = {
  document: "GB/T 1797-2008",
  market: "CN",
  status: "recalled",
  grades: ["6A", "5A", "4A", "3A", "2A", "A"],
  main: [
    {
      item: "sizeDeviation",
      side: "max",
      rows: [
        { fromDen: 0, toDen: 12, bounds: [0.8, 0.9, 1, 1.15, 1.3, 1.5] },
        { fromDen: 13, toDen: 15, bounds: [0.9, 1, 1.1, 1.25, 1.45, 1.7] },
        { fromDen: 16, toDen: 18, bounds: [0.95, 1.1, 1.2, 1.4, 1.65, 1.95] },
        { fromDen: 19, toDen: 22, bounds: [1.05, 1.2, 1.35, 1.6, 1.85, 2.15] },
        { fromDen: 23, toDen: 25, bounds: [1.15, 1.3, 1.5, 1.75, 2, 2.35] },
        { fromDen: 26, toDen: 29, bounds: [1.25, 1.4, 1.65, 1.9, 2.2, 2.55] },
        { fromDen: 30, toDen: 33, bounds: [1.35, 1.55, 1.8, 2.1, 2.4, 2.75] },
        { fromDen: 34, toDen: 49, bounds: [1.6, 1.8, 2.05, 2.35, 2.65, 3.05] },
        { fromDen: 50, toDen: 69, bounds: [1.95, 2.25, 2.55, 2.9, 3.3, 3.75] },
      ],
    },
    {
      item: "maxDeviation",
      side: "max",
      rows: [
        { fromDen: 0, toDen: 12, bounds: [2.5, 2.7, 3, 3.4, 3.8, 4.25] },
        { fromDen: 13, toDen: 15, bounds: [2.6, 2.9, 3.3, 3.8, 4.3, 4.95] },
        { fromDen: 16, toDen: 18, bounds: [2.75, 3.15, 3.6, 4.15, 4.8, 5.65] },
        { fromDen: 19, toDen: 22, bounds: [3.05, 3.45, 3.9, 4.7, 5.5, 6.4] },
        { fromDen: 23, toDen: 25, bounds: null },
        { fromDen: 26, toDen: 29, bounds: null },
        { fromDen: 30, toDen: 33, bounds: null },
        { fromDen: 34, toDen: 49, bounds: null },
        { fromDen: 50, toDen: 69, bounds: null },
      ],
    },
    {
      item: "evennessII",
      side: "max",
      rows: [
        { fromDen: 0, toDen: 18, bounds: [3, 6, 10, 16, 24, 34] },
        { fromDen: 19, toDen: 33, bounds: [2, 3, 6, 10, 16, 24] },
        { fromDen: 34, toDen: 69, bounds: [0, 2, 3, 6, 10, 16] },
      ],
    },
    { item: "cleanness", side: "min", rows: [{ fromDen: 0, toDen: 69, bounds: [98, 97.5, 96.5, 95, 93, 90] }] },
    { item: "neatness", side: "min", rows: [{ fromDen: 0, toDen: 69, bounds: [95, 94, 92, 90, 88, 86] }] },
  ],
  classOfGrade: { "6A": 1, "5A": 1, "4A": 1, "3A": 2, "2A": 3, A: 4 },
  auxiliary: [
    { item: "evennessIII", side: "max", rows: [{ fromDen: 0, toDen: 69, bounds: [0, 1, 2, 4] }] },
    {
      item: "windingBreaks",
      side: "max",
      rows: [
        { fromDen: 0, toDen: 12, bounds: [8, 16, 24, 32] },
        { fromDen: 13, toDen: 18, bounds: [6, 12, 18, 24] },
        { fromDen: 19, toDen: 33, bounds: [4, 8, 12, 16] },
        { fromDen: 34, toDen: 69, bounds: [2, 4, 6, 8] },
      ],
    },
    { item: "tenacity", side: "min", rows: [{ fromDen: 0, toDen: 69, bounds: [3.8, 3.7, 3.6] }] },
    { item: "elongation", side: "min", rows: [{ fromDen: 0, toDen: 69, bounds: [20, 19, 18] }] },
    {
      item: "cohesion",
      side: "min",
      rows: [
        { fromDen: 0, toDen: 33, bounds: [100, 90, 80] },
        { fromDen: 34, toDen: 69, bounds: null },
      ],
    },
  ],
};
