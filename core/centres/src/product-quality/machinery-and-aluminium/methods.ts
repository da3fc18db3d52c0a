import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { compositionBench } from "./bench/composition.ts";
import { brinellBench, rockwellBench, vickersBench } from "./bench/hardness.ts";
import { soundPowerBench } from "./bench/sound-power.ts";
import { tensileBench } from "./bench/tensile-test.ts";
import { yieldPointBench } from "./bench/yield-point.ts";

/** The methods of machinery and aluminium as the platform offers them, in the order in which the laboratory lists them. */
export const machineryAndAluminiumMethods: readonly MethodDefinition[] = [
  tensileBench,
  yieldPointBench,
  compositionBench,
  brinellBench,
  vickersBench,
  rockwellBench,
  soundPowerBench,
];
