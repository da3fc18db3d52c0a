import type { Basis } from "../../bench-verdicts.ts";
import type { UniformityLimits } from "./acceptance-value.ts";
import type { ChpDissolutionRule } from "./dissolution-chp.ts";
import type { DissolutionTable } from "./dissolution-stages.ts";

// What the benches judge by, as in `data/methods`, where the figures are kept; a test holds both together.

/** `data/methods/usp-905.json` */
export const USP_905: UniformityLimits & Basis = { document: "USP <905>", status: "published", L1: "15.0", L2: "25.0" };

/** `data/methods/chp-0941.json` */
export const CHP_0941: Basis & { readonly L: string } = { document: "ChP 0941", status: "recalled", L: "15.0" };

/** `data/methods/usp-711.json`, table `immediate` */
export const USP_711_IMMEDIATE: DissolutionTable & Basis = {
  document: "USP <711>",
  status: "published",
  rounding: "half-up",
  stages: [
    { stage: "S1", units: 6, each: -5 },
    { stage: "S2", units: 6, mean: 0, each: 15 },
    { stage: "S3", units: 12, mean: 0, each: 25, exceptions: { units: 2, beyond: 15 } },
  ],
};

/** `data/methods/chp-0931.json` */
export const CHP_0931: ChpDissolutionRule & Basis = {
  document: "ChP 0931",
  status: "recalled",
  rounding: "half-even",
  near: 10,
  far: 20,
  first: { units: 6, below: 2, farBelow: 1 },
  both: { units: 12, below: 3, farBelow: 1 },
};
