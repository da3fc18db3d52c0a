import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { caliperBench } from "./bench/caliper-error.ts";
import { dialIndicatorBench } from "./bench/dial-indicator.ts";
import { gaugeBlockBench } from "./bench/gauge-block-comparison.ts";
import { flatnessBench } from "./bench/interference-flatness.ts";
import { micrometerBench } from "./bench/micrometer-error.ts";
import { threeWireBench } from "./bench/three-wire.ts";

/** The methods of measuring tools as the platform offers them, in the order in which the laboratory lists them. */
export const measuringToolsMethods: readonly MethodDefinition[] = [
  gaugeBlockBench,
  caliperBench,
  micrometerBench,
  flatnessBench,
  dialIndicatorBench,
  threeWireBench,
];
