import type { BuildingIndexTable, CoalTable } from "../building-energy.ts";
import type { ElectricityTable } from "../electricity-limit.ts";
import type { GasMeterTable } from "../gas-meter.ts";
import type { HeatMeterTable } from "../heat-meter.ts";
import type { WaterMeterTable } from "../water-meter.ts";

/** `data/methods/electricity-meter-mpe.json` as it travels with the page, which reads no file; a test keeps the two equal. */
export const ELECTRICITY: ElectricityTable = {
  document: "JJG 596-2012",
  market: "CN",
  status: "recalled",
  classes: {
    "1": {
      connection: "direct",
      start: 0.004,
      noLoad: 600,
      rows: {
        "1.0": [
          { from: 0.05, mpePercent: 1.5 },
          { from: 0.1, mpePercent: 1 },
        ],
        "0.5L": [
          { from: 0.1, mpePercent: 1.5 },
          { from: 0.2, mpePercent: 1 },
        ],
        "0.8C": [
          { from: 0.1, mpePercent: 1.5 },
          { from: 0.2, mpePercent: 1 },
        ],
      },
    },
    "2": {
      connection: "direct",
      start: 0.005,
      noLoad: 480,
      rows: {
        "1.0": [
          { from: 0.05, mpePercent: 2.5 },
          { from: 0.1, mpePercent: 2 },
        ],
        "0.5L": [
          { from: 0.1, mpePercent: 2.5 },
          { from: 0.2, mpePercent: 2 },
        ],
        "0.8C": [
          { from: 0.1, mpePercent: 2.5 },
          { from: 0.2, mpePercent: 2 },
        ],
      },
    },
    "0.2": {
      connection: "transformer",
      start: 0.001,
      noLoad: 900,
      rows: {
        "1.0": [
          { from: 0.01, mpePercent: 0.4 },
          { from: 0.05, mpePercent: 0.2 },
        ],
        "0.5L": [
          { from: 0.02, mpePercent: 0.5 },
          { from: 0.1, mpePercent: 0.3 },
        ],
        "0.8C": [
          { from: 0.02, mpePercent: 0.5 },
          { from: 0.1, mpePercent: 0.3 },
        ],
      },
    },
    "0.5": {
      connection: "transformer",
      start: 0.001,
      noLoad: 600,
      rows: {
        "1.0": [
          { from: 0.01, mpePercent: 1 },
          { from: 0.05, mpePercent: 0.5 },
        ],
        "0.5L": [
          { from: 0.02, mpePercent: 1 },
          { from: 0.1, mpePercent: 0.6 },
        ],
        "0.8C": [
          { from: 0.02, mpePercent: 1 },
          { from: 0.1, mpePercent: 0.6 },
        ],
      },
    },
  },
};

/** `data/methods/water-meter-mpe.json` as it travels with the page, which reads no file; a test keeps the two equal. */
export const WATER: WaterMeterTable = {
  document: "JJG 162-2019",
  market: "CN",
  status: "recalled",
  warmAboveC: 30,
  inService: 2,
  classes: {
    "1": { lower: 3, upper: 1, upperWarm: 2, resolution: 0.25 },
    "2": { lower: 5, upper: 2, upperWarm: 3, resolution: 0.5 },
  },
};

/** `data/methods/heat-meter-mpe.json` as it travels with the page, which reads no file; a test keeps the two equal. */
export const HEAT: HeatMeterTable = {
  document: "EN 1434-1 = OIML R 75; JJG 225",
  market: "CN",
  status: "recalled",
  calculator: { base: 0.5, slope: 1 },
  sensors: { base: 0.5, slope: 3 },
  flow: {
    "1": { base: 1, slope: 0.01, most: 5 },
    "2": { base: 2, slope: 0.02, most: 5 },
    "3": { base: 3, slope: 0.05, most: 5 },
  },
};

/** `data/methods/gas-meter-mpe.json` as it travels with the page, which reads no file; a test keeps the two equal. */
export const GAS: GasMeterTable = {
  document: "OIML R 137:2012; JJG 577-2012",
  market: "CN",
  status: "recalled",
  inService: 2,
  classes: {
    "1": { lower: 2, upper: 1, weightedMean: 0.4, maxOverMin: 20, maxOverTransitional: 5 },
    "0.5": { lower: 1, upper: 0.5, weightedMean: 0.2, maxOverMin: null, maxOverTransitional: null },
    "1.5": { lower: 3, upper: 1.5, weightedMean: 0.6, maxOverMin: 150, maxOverTransitional: 10 },
  },
};

/** `data/methods/coal-equivalent.json` as it travels with the page, which reads no file; a test keeps the two equal. */
export const COAL: CoalTable = {
  document: "GB/T 2589-2020",
  market: "CN",
  status: "recalled",
  carriers: {
    electricity: { unit: "kW.h", kgce: 0.1229 },
    naturalGas: { unit: "m3", kgce: 1.2143 },
    diesel: { unit: "kg", kgce: 1.4571 },
    gasoline: { unit: "kg", kgce: 1.4714 },
    lpg: { unit: "kg", kgce: 1.7143 },
    heat: { unit: "MJ", kgce: 0.03412 },
    rawCoal: { unit: "kg", kgce: 0.7143 },
  },
};

/** `data/methods/gbt51161-2016.json` as it travels with the page, which reads no file; a test keeps the two equal. */
export const BUILDING_INDEX: BuildingIndexTable = {
  document: "GB/T 51161-2016",
  market: "CN",
  status: "recalled",
  zones: {
    hotSummerWarmWinter: {
      governmentA: { constraint: 65, guide: 50 },
      governmentB: { constraint: 80, guide: 60 },
      commercialA: { constraint: 80, guide: 65 },
      commercialB: { constraint: 100, guide: 75 },
    },
  },
};
