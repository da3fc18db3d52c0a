import type { AlloyTable } from "./aluminium-composition.ts";
import type { ProfileTable } from "./profile-decision.ts";

// What the benches judge by, as in `data/methods`, where the figures are kept; a test holds both together.

/** `data/methods/aluminium-alloys.json` */
export const ALLOYS: AlloyTable = {
  document: "GB/T 3190-2020",
  status: "published",
  alloys: {
    "1060": {
      elements: {
        Si: { max: "0.25" },
        Fe: { max: "0.35" },
        Cu: { max: "0.05" },
        Mn: { max: "0.03" },
        Mg: { max: "0.03" },
        Zn: { max: "0.05" },
        Ti: { max: "0.03" },
        V: { max: "0.05" },
      },
      leastAluminium: "99.60",
      otherEach: "0.03",
    },
    "2024": {
      elements: {
        Si: { max: "0.50" },
        Fe: { max: "0.50" },
        Cu: { min: "3.8", max: "4.9" },
        Mn: { min: "0.30", max: "0.9" },
        Mg: { min: "1.2", max: "1.8" },
        Cr: { max: "0.10" },
        Zn: { max: "0.25" },
        Ti: { max: "0.15" },
      },
      otherEach: "0.05",
      otherTotal: "0.15",
    },
    "3003": {
      elements: {
        Si: { max: "0.6" },
        Fe: { max: "0.7" },
        Cu: { min: "0.05", max: "0.20" },
        Mn: { min: "1.0", max: "1.5" },
        Zn: { max: "0.10" },
      },
      otherEach: "0.05",
      otherTotal: "0.15",
    },
    "5052": {
      elements: {
        Si: { max: "0.25" },
        Fe: { max: "0.40" },
        Cu: { max: "0.10" },
        Mn: { max: "0.10" },
        Mg: { min: "2.2", max: "2.8" },
        Cr: { min: "0.15", max: "0.35" },
        Zn: { max: "0.10" },
      },
      otherEach: "0.05",
      otherTotal: "0.15",
    },
    "5083": {
      elements: {
        Si: { max: "0.40" },
        Fe: { max: "0.40" },
        Cu: { max: "0.10" },
        Mn: { min: "0.40", max: "1.0" },
        Mg: { min: "4.0", max: "4.9" },
        Cr: { min: "0.05", max: "0.25" },
        Zn: { max: "0.25" },
        Ti: { max: "0.15" },
      },
      otherEach: "0.05",
      otherTotal: "0.15",
    },
    "6061": {
      elements: {
        Si: { min: "0.40", max: "0.8" },
        Fe: { max: "0.7" },
        Cu: { min: "0.15", max: "0.40" },
        Mn: { max: "0.15" },
        Mg: { min: "0.8", max: "1.2" },
        Cr: { min: "0.04", max: "0.35" },
        Zn: { max: "0.25" },
        Ti: { max: "0.15" },
      },
      otherEach: "0.05",
      otherTotal: "0.15",
    },
    "6063": {
      elements: {
        Si: { min: "0.20", max: "0.6" },
        Fe: { max: "0.35" },
        Cu: { max: "0.10" },
        Mn: { max: "0.10" },
        Mg: { min: "0.45", max: "0.9" },
        Cr: { max: "0.10" },
        Zn: { max: "0.10" },
        Ti: { max: "0.10" },
      },
      otherEach: "0.05",
      otherTotal: "0.15",
    },
    "6082": {
      elements: {
        Si: { min: "0.7", max: "1.3" },
        Fe: { max: "0.50" },
        Cu: { max: "0.10" },
        Mn: { min: "0.40", max: "1.0" },
        Mg: { min: "0.6", max: "1.2" },
        Cr: { max: "0.25" },
        Zn: { max: "0.20" },
        Ti: { max: "0.10" },
      },
      otherEach: "0.05",
      otherTotal: "0.15",
    },
    "7075": {
      elements: {
        Si: { max: "0.40" },
        Fe: { max: "0.50" },
        Cu: { min: "1.2", max: "2.0" },
        Mn: { max: "0.30" },
        Mg: { min: "2.1", max: "2.9" },
        Cr: { min: "0.18", max: "0.28" },
        Zn: { min: "5.1", max: "6.1" },
        Ti: { max: "0.20" },
      },
      otherEach: "0.05",
      otherTotal: "0.15",
    },
  },
};

/** `data/methods/aluminium-profiles.json` */
export const PROFILES: ProfileTable = {
  document: "GB/T 5237.1-2017",
  status: "recalled",
  tempers: {
    "6063-T5": { tensileStrengthMpa: "160", proofMpa: "110", elongationPercent: "8" },
    "6063-T6": { tensileStrengthMpa: "205", proofMpa: "180", elongationPercent: "8" },
    "6061-T6": { tensileStrengthMpa: "265", proofMpa: "245", elongationPercent: "8" },
  },
};
