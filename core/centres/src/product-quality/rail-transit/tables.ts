import type { Basis } from "../../bench-verdicts.ts";
import type { PassByLimits } from "./pass-by-noise.ts";
import type { ComfortBands } from "./ride-comfort.ts";
import type { RideGrades } from "./ride-index.ts";
import type { VibrationTable } from "./vibration-test.ts";

// What the benches judge by, as in `data/methods`, where the figures are kept; a test holds both together.

/** `data/methods/rail-pass-by-noise.json`; each row says for itself whether somebody read it. */
export const NOISE: PassByLimits = {
  document: "Regulation (EU) No 1304/2014",
  speedFactors: { "80": "30", "250": "50" },
  rows: [
    { category: "EMU", limits: { "80": "80", "250": "95" }, status: "published" },
    { category: "electric-locomotive", limits: { "80": "84", "250": "99" }, status: "recalled" },
    { category: "diesel-locomotive", limits: { "80": "85", "250": null }, status: "recalled" },
    { category: "DMU", limits: { "80": "81", "250": "96" }, status: "recalled" },
    { category: "coach", limits: { "80": "79", "250": null }, status: "recalled" },
    { category: "wagon", limits: { "80": "83", "250": null }, status: "recalled" },
  ],
};

/** `data/methods/ride-comfort-bands.json` */
export const COMFORT_BANDS: ComfortBands & Basis = {
  document: "EN 12299:2009",
  status: "recalled",
  bands: [
    { band: "very comfortable", below: "1.5" },
    { band: "comfortable", below: "2.5" },
    { band: "medium", below: "3.5" },
    { band: "uncomfortable", below: "4.5" },
    { band: "very uncomfortable", below: null },
  ],
};

/** `data/methods/ride-index-grades.json` */
export const RIDE_GRADES: RideGrades & Basis = {
  document: "GB/T 5599-2019",
  status: "recalled",
  grades: {
    coach: [
      { grade: "excellent", max: "2.50", inclusive: false },
      { grade: "good", max: "2.75", inclusive: true },
      { grade: "qualified", max: "3.00", inclusive: true },
    ],
    locomotive: [
      { grade: "excellent", max: "2.75", inclusive: false },
      { grade: "good", max: "3.10", inclusive: true },
      { grade: "qualified", max: "3.45", inclusive: true },
    ],
  },
};

/** `data/methods/iec-61373.json` */
export const SPECTRA: VibrationTable & Basis = {
  document: "IEC 61373:2010",
  status: "recalled",
  longLifeRatio: { "1999": "7.83", "2010": "5.66" },
  rows: [
    { category: "1A", axis: "vertical", level: "0.0166", cornersHz: [2, 5, 20, 150], rms: "0.75" },
    { category: "1A", axis: "transverse", level: "0.0041", cornersHz: [2, 5, 20, 150], rms: "0.37" },
    { category: "1A", axis: "longitudinal", level: "0.0073", cornersHz: [2, 5, 20, 150], rms: "0.50" },
    { category: "1B", axis: "vertical", level: "0.0301", cornersHz: [2, 5, 20, 150], rms: "1.01" },
    { category: "1B", axis: "transverse", level: "0.006", cornersHz: [2, 5, 20, 150], rms: "0.45" },
    { category: "1B", axis: "longitudinal", level: "0.0144", cornersHz: [2, 5, 20, 150], rms: "0.70" },
    { category: "2", axis: "vertical", level: "0.19", cornersHz: [5, 10, 100, 250], rms: "5.4" },
    { category: "2", axis: "transverse", level: "0.144", cornersHz: [5, 10, 100, 250], rms: "4.7" },
    { category: "2", axis: "longitudinal", level: "0.0414", cornersHz: [5, 10, 100, 250], rms: "2.5" },
    { category: "3", axis: "vertical", level: "8.74", cornersHz: [10, 20, 100, 500], rms: "38" },
    { category: "3", axis: "transverse", level: "7.0", cornersHz: [10, 20, 100, 500], rms: "34" },
    { category: "3", axis: "longitudinal", level: "1.751", cornersHz: [10, 20, 100, 500], rms: "17" },
  ],
};
