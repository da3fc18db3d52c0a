import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { batchCapacityBench, chargeRetentionBench, repeatedCapacityBench } from "./bench/battery-capacity.ts";
import { batteryEnergyBench } from "./bench/battery-energy.ts";
import { chargingErrorBench, controlPilotBench } from "./bench/charging.ts";
import { consecutiveRangeBench } from "./bench/consecutive-range.ts";
import { isolationResistanceBench } from "./bench/isolation-resistance.ts";
import { shortenedRangeBench, shortenedRangeWltpBench } from "./bench/shortened-range.ts";
import { thermalPropagationBench } from "./bench/thermal-propagation.ts";
import { thermalRunawayBench } from "./bench/thermal-runaway.ts";

/** The methods of new energy vehicles as the platform offers them, in the order in which the laboratory lists them. */
export const newEnergyVehiclesMethods: readonly MethodDefinition[] = [
  consecutiveRangeBench,
  shortenedRangeBench,
  shortenedRangeWltpBench,
  batteryEnergyBench,
  batchCapacityBench,
  repeatedCapacityBench,
  chargeRetentionBench,
  thermalRunawayBench,
  thermalPropagationBench,
  isolationResistanceBench,
  controlPilotBench,
  chargingErrorBench,
];
