import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { flashPointBench, sulphurBench, vapourPressureBench } from "./bench/corrections.ts";
import { densityBench } from "./bench/density.ts";
import { distillationBench } from "./bench/distillation.ts";
import { antiKnockBench, octaneBenches } from "./bench/octane.ts";
import { kinematicViscosityBench, viscosityIndexBench } from "./bench/viscosity.ts";

/** The methods of petrochemicals as the platform offers them, in the order in which the laboratory lists them. */
export const petrochemicalsMethods: readonly MethodDefinition[] = [
  densityBench,
  distillationBench,
  ...octaneBenches,
  antiKnockBench,
  vapourPressureBench,
  sulphurBench,
  kinematicViscosityBench,
  viscosityIndexBench,
  flashPointBench,
];
