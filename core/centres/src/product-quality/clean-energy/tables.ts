import type { Basis } from "../../bench-verdicts.ts";
import type { LoadWeights } from "./inverter-efficiency.ts";
import type { RetainedPower } from "./rated-power.ts";

// What the benches judge by, as in `data/methods`, where the figures are kept; a test holds both together.

/** `data/methods/iec-61215.json` */
export const IEC_61215: RetainedPower & Basis = { document: "IEC 61215-1:2021", status: "recalled", retained: "0.95" };

/** The weights in `data/methods/inverter-efficiency-weights.json` */
export const WEIGHTS: Readonly<Record<"euro" | "cec" | "china", LoadWeights>> = {
  euro: {
    name: "euro",
    weights: { "5": "0.03", "10": "0.06", "20": "0.13", "30": "0.10", "50": "0.48", "100": "0.20" },
  },
  cec: {
    name: "cec",
    weights: { "10": "0.04", "20": "0.05", "30": "0.12", "50": "0.21", "75": "0.53", "100": "0.05" },
  },
  china: {
    name: "china",
    weights: { "5": "0.02", "10": "0.03", "20": "0.06", "30": "0.12", "50": "0.25", "75": "0.37", "100": "0.15" },
  },
};
