import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { reelingBench } from "./bench/cocoon.ts";
import { conditionedMassBench } from "./bench/conditioned-mass.ts";
import { silkGradeBench } from "./bench/grade.ts";
import { cleannessBench, evennessBench, neatnessBench } from "./bench/panels.ts";
import { conditionedSizeBench, sizeBench } from "./bench/size.ts";
import { cohesionBench, tenacityBench } from "./bench/strength.ts";

/** The methods of cocoon and silk as the platform offers them, in the order in which the laboratory lists them. */
export const silkMethods: readonly MethodDefinition[] = [
  sizeBench,
  conditionedSizeBench,
  conditionedMassBench,
  evennessBench,
  cleannessBench,
  neatnessBench,
  tenacityBench,
  cohesionBench,
  silkGradeBench,
  reelingBench,
];
