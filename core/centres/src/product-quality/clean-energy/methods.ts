import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { airDensityBench } from "./bench/air-density.ts";
import { annualEnergyBench } from "./bench/annual-energy.ts";
import { interpolatedPowerBench } from "./bench/interpolated-power.ts";
import { inverterEfficiencyBench } from "./bench/inverter-efficiency.ts";
import { nominalTemperatureBench } from "./bench/nominal-temperature.ts";
import { powerCurveBench } from "./bench/power-curve.ts";
import { powerLossBench, ratedPowerBench } from "./bench/rated-power.ts";
import { stcPowerBench } from "./bench/stc-power.ts";

/** The methods of clean energy as the platform offers them, in the order in which the laboratory lists them. */
export const cleanEnergyMethods: readonly MethodDefinition[] = [
  stcPowerBench,
  interpolatedPowerBench,
  ratedPowerBench,
  powerLossBench,
  nominalTemperatureBench,
  inverterEfficiencyBench,
  airDensityBench,
  powerCurveBench,
  annualEnergyBench,
];
