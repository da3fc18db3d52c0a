import type { Basis } from "../../bench-verdicts.ts";
import type { CapacityCriteria } from "./battery-capacity.ts";
import type { ChargerLimits } from "./charging-error.ts";
import type { IsolationLimits } from "./isolation-resistance.ts";
import type { PropagationCriteria } from "./thermal-propagation.ts";

// What the benches judge by, as in `data/methods`, where the figures are kept; a test holds both together.

/** `data/methods/gbt-31486.json` */
export const CAPACITY: CapacityCriteria & Basis = {
  document: "GB/T 31486",
  status: "recalled",
  least: "1.00",
  greatest: "1.10",
  spreadPercent: "5",
  stablePercent: "3",
  retainedPercent: "85",
  recoveredPercent: "90",
};

/** The criteria in `data/methods/gb-38031.json`, without the days from which they hold */
export const PROPAGATION: PropagationCriteria & Basis = {
  document: "GB 38031",
  status: "published",
  "2020": { alarmBeforeHazardS: 300 },
  "2025": { alarmAfterRunawayS: 300, observationS: 7200, highestEndC: 60, smokeAfterAlarmS: 300 },
};

/** `data/methods/un-r100-isolation.json` */
export const ISOLATION: IsolationLimits & Basis = {
  document: "UN Regulation No. 100",
  status: "published",
  dc: "100",
  ac: "500",
  acProtected: "100",
};

/** `data/methods/charger-mpe.json` */
export const CHARGERS: ChargerLimits & Basis = {
  document: "JJG 1149 and JJG 1148",
  status: "recalled",
  mpePercent: { "1": "1", "2": "2" },
};
