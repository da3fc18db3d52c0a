import type { DialIndicatorTable } from "./dial-indicator.ts";
import type { GaugeBlockTable } from "./gauge-block-grade.ts";
import type { PermissibleErrorTable } from "./permissible-error.ts";

// What the benches judge by, as in `data/methods`, where the figures are kept; a test holds both together.

/** `data/methods/iso3650.json` */
export const GAUGE_BLOCKS: GaugeBlockTable = {
  document: "ISO 3650:1998",
  grades: [
    { grade: "K", status: "recalled" },
    { grade: "0", status: "published" },
    { grade: "1", status: "published" },
    { grade: "2", status: "published" },
  ],
  rows: [
    {
      over: 0.5,
      upTo: 10,
      limits: [
        ["0.20", "0.05"],
        ["0.12", "0.10"],
        ["0.20", "0.16"],
        ["0.45", "0.30"],
      ],
    },
    {
      over: 10,
      upTo: 25,
      limits: [
        ["0.30", "0.05"],
        ["0.14", "0.10"],
        ["0.30", "0.16"],
        ["0.60", "0.30"],
      ],
    },
    {
      over: 25,
      upTo: 50,
      limits: [
        ["0.40", "0.06"],
        ["0.20", "0.10"],
        ["0.40", "0.18"],
        ["0.80", "0.30"],
      ],
    },
    {
      over: 50,
      upTo: 75,
      limits: [
        ["0.50", "0.06"],
        ["0.25", "0.12"],
        ["0.50", "0.18"],
        ["1.00", "0.35"],
      ],
    },
    {
      over: 75,
      upTo: 100,
      limits: [
        ["0.60", "0.07"],
        ["0.30", "0.12"],
        ["0.60", "0.20"],
        ["1.20", "0.35"],
      ],
    },
    {
      over: 100,
      upTo: 150,
      limits: [
        ["0.80", "0.08"],
        ["0.40", "0.14"],
        ["0.80", "0.20"],
        ["1.60", "0.40"],
      ],
    },
    {
      over: 150,
      upTo: 200,
      limits: [
        ["1.00", "0.09"],
        ["0.50", "0.16"],
        ["1.00", "0.25"],
        ["2.00", "0.40"],
      ],
    },
    {
      over: 200,
      upTo: 250,
      limits: [
        ["1.20", "0.10"],
        ["0.60", "0.16"],
        ["1.20", "0.25"],
        ["2.40", "0.45"],
      ],
    },
    {
      over: 250,
      upTo: 300,
      limits: [
        ["1.40", "0.10"],
        ["0.70", "0.18"],
        ["1.40", "0.25"],
        ["2.80", "0.50"],
      ],
    },
    {
      over: 300,
      upTo: 400,
      limits: [
        ["1.80", "0.12"],
        ["0.90", "0.20"],
        ["1.80", "0.30"],
        ["3.60", "0.50"],
      ],
    },
    {
      over: 400,
      upTo: 500,
      limits: [
        ["2.20", "0.14"],
        ["1.10", "0.25"],
        ["2.20", "0.35"],
        ["4.40", "0.60"],
      ],
    },
    {
      over: 500,
      upTo: 600,
      limits: [
        ["2.60", "0.16"],
        ["1.30", "0.25"],
        ["2.60", "0.40"],
        ["5.00", "0.70"],
      ],
    },
    {
      over: 600,
      upTo: 700,
      limits: [
        ["3.00", "0.18"],
        ["1.50", "0.30"],
        ["3.00", "0.45"],
        ["6.00", "0.70"],
      ],
    },
    {
      over: 700,
      upTo: 800,
      limits: [
        ["3.40", "0.20"],
        ["1.70", "0.30"],
        ["3.40", "0.50"],
        ["6.50", "0.80"],
      ],
    },
    {
      over: 800,
      upTo: 900,
      limits: [
        ["3.80", "0.20"],
        ["1.90", "0.35"],
        ["3.80", "0.50"],
        ["7.50", "0.90"],
      ],
    },
    {
      over: 900,
      upTo: 1000,
      limits: [
        ["4.20", "0.25"],
        ["2.00", "0.40"],
        ["4.20", "0.60"],
        ["8.00", "1.00"],
      ],
    },
  ],
};

/** `data/methods/jjg21-micrometer.json` */
export const MICROMETERS: PermissibleErrorTable = {
  document: "JJG 21-2008",
  status: "recalled",
  unit: "um",
  rows: [
    { upTo: 50, mpe: { any: "4" } },
    { upTo: 100, mpe: { any: "5" } },
    { upTo: 150, mpe: { any: "6" } },
    { upTo: 200, mpe: { any: "7" } },
  ],
};

/** `data/methods/jjg30-caliper.json` */
export const CALIPERS: PermissibleErrorTable = {
  document: "JJG 30-2012",
  status: "recalled",
  unit: "mm",
  rows: [
    { upTo: 150, mpe: { "0.01": "0.02", "0.02": "0.02", "0.05": "0.05" } },
    { upTo: 200, mpe: { "0.01": "0.03", "0.02": "0.03", "0.05": "0.05" } },
    { upTo: 300, mpe: { "0.01": "0.04", "0.02": "0.04", "0.05": "0.08" } },
    { upTo: 500, mpe: { "0.01": "0.05", "0.02": "0.05", "0.05": "0.08" } },
    { upTo: 1000, mpe: { "0.01": "0.07", "0.02": "0.07", "0.05": "0.10" } },
  ],
};

/** `data/methods/jjg34-dial-indicator.json` */
export const DIAL_INDICATORS: DialIndicatorTable = {
  document: "JJG 34-2022",
  status: "recalled",
  fullRange: [
    { upTo: 3, limit: 14 },
    { upTo: 5, limit: 16 },
    { upTo: 10, limit: 20 },
  ],
  window: { "1": 10, "2": 12, "0.1": 5, "0.5": 8 },
  hysteresis: 3,
  repeatability: 3,
};
