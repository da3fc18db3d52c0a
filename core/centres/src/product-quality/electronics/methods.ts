import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import {
  earthContinuityBench,
  electricStrengthBench,
  leakageCurrentBench,
  powerInputBench,
} from "./bench/appliance.ts";
import { batteryCapacityBench, transportTestBench } from "./bench/battery.ts";
import { conductedEmissionBench } from "./bench/conducted-emission.ts";
import { powerSupplyBench } from "./bench/power-supply.ts";
import { radiatedEmissionBench } from "./bench/radiated-emission.ts";
import { windingCoolingBench, windingRiseBench } from "./bench/winding.ts";
import { screeningBenches } from "./bench/xrf-screening.ts";

/** The methods of electronic products as the platform offers them, in the order in which the laboratory lists them. */
export const electronicsMethods: readonly MethodDefinition[] = [
  conductedEmissionBench,
  radiatedEmissionBench,
  windingRiseBench,
  windingCoolingBench,
  powerInputBench,
  leakageCurrentBench,
  earthContinuityBench,
  electricStrengthBench,
  ...screeningBenches,
  batteryCapacityBench,
  transportTestBench,
  powerSupplyBench,
];
