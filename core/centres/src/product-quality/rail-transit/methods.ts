import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { noiseSeriesBench } from "./bench/noise-series.ts";
import { passByNoiseBench } from "./bench/pass-by-noise.ts";
import { completeComfortBench, meanComfortBench } from "./bench/ride-comfort.ts";
import { rideIndexBench } from "./bench/ride-index.ts";
import { stoppingDistanceBench } from "./bench/stopping-distance.ts";
import { trackDeviationBench, trackQualityBench } from "./bench/track-quality.ts";
import { vibrationTestBench } from "./bench/vibration-test.ts";
import { vibrationTotalBench } from "./bench/vibration-total.ts";

/** The methods of rail transit as the platform offers them, in the order in which the laboratory lists them. */
export const railTransitMethods: readonly MethodDefinition[] = [
  passByNoiseBench,
  noiseSeriesBench,
  meanComfortBench,
  completeComfortBench,
  vibrationTotalBench,
  rideIndexBench,
  vibrationTestBench,
  trackDeviationBench,
  trackQualityBench,
  stoppingDistanceBench,
];
