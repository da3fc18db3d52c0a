import type { AgreementTable } from "../agreement.ts";
import type { FlueLossTable } from "../simple-flue-loss.ts";
import type { SurfaceLossTable } from "../surface-loss.ts";

/** `data/methods/boiler-flue-loss.json` as it travels with the page, which reads no file; a test keeps the two equal. */
export const FLUE_LOSS: FlueLossTable = {
  status: "recalled",
  simplified: {
    document: "TSG G0003",
    market: "CN",
    fuels: {
      lignite: [0.6, 3.8],
      bituminous: [0.4, 3.55],
      anthracite: [0.3, 3.65],
      oil: [0.5, 3.45],
      gas: [0.5, 3.45],
    },
  },
  siegert: {
    document: "1. BImSchV",
    market: "DE",
    fuels: {
      lightOil: { a1: 0.5, a2: 0.68, b: 0.007 },
      naturalGas: { a1: 0.37, a2: 0.66, b: 0.009 },
      townGas: { a1: 0.35, a2: 0.63, b: 0.011 },
      cokeOvenGas: { a1: 0.29, a2: 0.6, b: 0.011 },
      lpg: { a1: 0.42, a2: 0.63, b: 0.008 },
    },
  },
};

/** `data/methods/boiler-agreement.json` as it travels with the page, which reads no file; a test keeps the two equal. */
export const AGREEMENT: AgreementTable = {
  document: "GB/T 10180-2017",
  market: "CN",
  status: "recalled",
  fuels: {
    gas: { direct: 2, indirect: 2, methods: 2 },
    oil: { direct: 2, indirect: 2, methods: 2 },
    electric: { direct: 2, indirect: 2, methods: 2 },
    solid: { direct: 3, indirect: 4, methods: 5 },
  },
};

/** `data/methods/boiler-surface-loss.json` as it travels with the page, which reads no file; a test keeps the two equal. */
export const SURFACE_LOSS: SurfaceLossTable = {
  document: "GB/T 10180-2017",
  market: "CN",
  status: "recalled",
  rows: [
    { ratedTH: 4, percent: 2.9 },
    { ratedTH: 6, percent: 2.4 },
    { ratedTH: 10, percent: 1.7 },
    { ratedTH: 15, percent: 1.5 },
    { ratedTH: 20, percent: 1.3 },
    { ratedTH: 35, percent: 1.1 },
    { ratedTH: 65, percent: 0.8 },
  ],
};
