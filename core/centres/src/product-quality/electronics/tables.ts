import type { EarthTable } from "./earth-continuity.ts";
import type { StrengthTable } from "./electric-strength.ts";
import type { EmissionTable } from "./emission-limit.ts";
import type { LeakageTable } from "./leakage-current.ts";
import type { PowerInputTable } from "./power-input.ts";
import type { EfficiencyTable } from "./power-supply-efficiency.ts";
import type { TransportTable } from "./transport-test.ts";
import type { ScreeningTable } from "./xrf-screening.ts";

/** What `data/methods/iec60335-1.json` holds of household appliances. */
export type HouseholdTable = PowerInputTable &
  LeakageTable &
  EarthTable &
  StrengthTable & { readonly windingRiseK: Readonly<Record<string, string>> };

// What the benches judge by, as in `data/methods`, where the figures are kept; a test holds both together.

/** `data/methods/cispr32.json` */
export const EMISSION: EmissionTable = {
  document: "CISPR 32:2015",
  mains: {
    A: [
      { fromMhz: 0.15, toMhz: 0.5, limits: { QP: [79, 79], AV: [66, 66] }, status: "published" },
      { fromMhz: 0.5, toMhz: 30, limits: { QP: [73, 73], AV: [60, 60] }, status: "published" },
    ],
    B: [
      { fromMhz: 0.15, toMhz: 0.5, limits: { QP: [66, 56], AV: [56, 46] }, status: "published" },
      { fromMhz: 0.5, toMhz: 5, limits: { QP: [56, 56], AV: [46, 46] }, status: "published" },
      { fromMhz: 5, toMhz: 30, limits: { QP: [60, 60], AV: [50, 50] }, status: "published" },
    ],
  },
  radiated: {
    A: {
      "3": [
        { fromMhz: 30, toMhz: 230, limits: { QP: [50, 50] }, status: "recalled" },
        { fromMhz: 230, toMhz: 1000, limits: { QP: [57, 57] }, status: "recalled" },
        { fromMhz: 1000, toMhz: 3000, limits: { AV: [56, 56], PK: [76, 76] }, status: "recalled" },
        { fromMhz: 3000, toMhz: 6000, limits: { AV: [60, 60], PK: [80, 80] }, status: "recalled" },
      ],
      "10": [
        { fromMhz: 30, toMhz: 230, limits: { QP: [40, 40] }, status: "recalled" },
        { fromMhz: 230, toMhz: 1000, limits: { QP: [47, 47] }, status: "recalled" },
      ],
    },
    B: {
      "3": [
        { fromMhz: 30, toMhz: 230, limits: { QP: [40, 40] }, status: "published" },
        { fromMhz: 230, toMhz: 1000, limits: { QP: [47, 47] }, status: "published" },
        { fromMhz: 1000, toMhz: 3000, limits: { AV: [50, 50], PK: [70, 70] }, status: "published" },
        { fromMhz: 3000, toMhz: 6000, limits: { AV: [54, 54], PK: [74, 74] }, status: "published" },
      ],
      "10": [
        { fromMhz: 30, toMhz: 230, limits: { QP: [30, 30] }, status: "published" },
        { fromMhz: 230, toMhz: 1000, limits: { QP: [37, 37] }, status: "published" },
      ],
    },
  },
  assumed: [
    { kind: "mains", fromMhz: 0.15, toMhz: 30, dB: "3.4", status: "recalled" },
    { kind: "radiated", fromMhz: 30, toMhz: 1000, dB: "6.3", status: "recalled" },
    { kind: "radiated", fromMhz: 1000, toMhz: 6000, dB: "5.2", status: "recalled" },
  ],
  bandwidths: [
    { fromMhz: 0.15, toMhz: 30, kHz: 9 },
    { fromMhz: 30, toMhz: 1000, kHz: 120 },
    { fromMhz: 1000, toMhz: 6000, kHz: 1000 },
  ],
};

/** `data/methods/iec60335-1.json` */
export const HOUSEHOLD: HouseholdTable = {
  document: "IEC 60335-1:2020",
  status: "recalled",
  powerInput: [
    { kinds: ["heating", "combined", "motor"], over: 0, upTo: 25, plusPercent: "20" },
    { kinds: ["heating", "combined"], over: 25, upTo: 200, plusPercent: "10", minusPercent: "10" },
    { kinds: ["heating", "combined"], over: 200, upTo: null, plusPercent: "5", plusW: "20", minusPercent: "10" },
    { kinds: ["motor"], over: 25, upTo: 300, plusPercent: "20" },
    { kinds: ["motor"], over: 300, upTo: null, plusPercent: "15", plusW: "60" },
  ],
  leakage: {
    "class-2": { limit: "0.35", peak: true },
    "class-0-0i-3": { limit: "0.7", peak: true },
    "class-1-portable": { limit: "0.75" },
    "class-1-stationary-motor": { limit: "3.5" },
    "class-1-stationary-heating": { limit: "0.75", perKw: "0.75", most: "5" },
  },
  earthOhm: "0.1",
  electricStrengthV: { basic: "1000", supplementary: "1750", reinforced: "3000" },
  windingRiseK: { A: "75", E: "90", B: "95", F: "115", H: "140" },
};

/** `data/methods/iec62321-3-1.json` */
export const SCREENING: ScreeningTable = {
  document: "IEC 62321-3-1:2013",
  status: "recalled",
  materials: {
    polymer: {
      Cd: { below: "70", over: "130" },
      Pb: { below: "700", over: "1300" },
      Hg: { below: "700", over: "1300" },
      Br: { below: "300", over: null },
      Cr: { below: "700", over: null },
    },
    metal: {
      Cd: { below: "70", over: "130" },
      Pb: { below: "700", over: "1300" },
      Hg: { below: "700", over: "1300" },
      Br: null,
      Cr: { below: "700", over: null },
    },
    composite: {
      Cd: { below: "LOD", over: "150" },
      Pb: { below: "500", over: "1500" },
      Hg: { below: "500", over: "1500" },
      Br: { below: "250", over: null },
      Cr: { below: "500", over: null },
    },
  },
};

/** `data/methods/un38-3.json` */
export const TRANSPORT: TransportTable = {
  document: "UN Manual of Tests and Criteria 38.3",
  status: "recalled",
  massLoss: [
    { upTo: "1", inclusive: false, percent: "0.5" },
    { upTo: "75", inclusive: true, percent: "0.2" },
    { upTo: null, inclusive: false, percent: "0.1" },
  ],
  leastVoltagePercent: "90",
};

/** `data/methods/doe-level-vi.json` */
export const EFFICIENCY: EfficiencyTable = {
  document: "10 CFR 430.32(w), level VI, basic voltage",
  status: "recalled",
  rows: [
    { upTo: 1, constant: 0.16, linear: 0.5, logarithmic: 0 },
    { upTo: 49, constant: 0.67, linear: -0.0014, logarithmic: 0.071 },
    { upTo: null, constant: 0.88, linear: 0, logarithmic: 0 },
  ],
  noLoad: [
    { upTo: 49, watts: "0.100" },
    { upTo: null, watts: "0.210" },
  ],
};
