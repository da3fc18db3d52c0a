import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { buildingEnergyBench } from "./bench/building.ts";
import { electricityBenches } from "./bench/electricity.ts";
import { gasConversionBench, gasMeterBench } from "./bench/gas.ts";
import { heatMeterBench } from "./bench/heat.ts";
import { waterMeterBench } from "./bench/water.ts";

/** The methods of urban energy metering as the platform offers them, in the order in which the laboratory lists them. */
export const urbanEnergyMethods: readonly MethodDefinition[] = [
  ...electricityBenches,
  waterMeterBench,
  heatMeterBench,
  gasMeterBench,
  gasConversionBench,
  buildingEnergyBench,
];
