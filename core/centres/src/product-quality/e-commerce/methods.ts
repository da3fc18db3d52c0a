import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { interspaceRatioBench } from "./bench/interspace-ratio.ts";
import { labelChecklistBench } from "./bench/label-checklist.ts";
import { netContentBench } from "./bench/net-content.ts";

/** The methods of goods sold online as the platform offers them, in the order in which the laboratory lists them. */
export const eCommerceMethods: readonly MethodDefinition[] = [
  netContentBench,
  interspaceRatioBench,
  labelChecklistBench,
];
