import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { conductivityAshBench } from "./bench/conductivity-ash.ts";
import { crystalColourBench } from "./bench/crystal-colour.ts";
import { insolublesBench } from "./bench/insolubles.ts";
import { invertSugarEdtaBench } from "./bench/invert-sugar-edta.ts";
import { lossOnDryingBench } from "./bench/loss-on-drying.ts";
import { mitesBench } from "./bench/mites.ts";
import { polarizationBench } from "./bench/polarization.ts";
import { reducingSugarsBench } from "./bench/reducing-sugars.ts";
import { solutionColourBench } from "./bench/solution-colour.ts";
import { sulphurDioxideBench } from "./bench/sulphur-dioxide.ts";
import { arsenicBench, leadBench } from "./bench/trace-element.ts";
import { turbidityBench } from "./bench/turbidity.ts";
import { ORDINARY_READINGS } from "./ordinary-readings.ts";

/** The methods of sugar and processed food as the platform offers them, in the order in which the laboratory lists them. */
export const sugarAndFoodMethods: readonly MethodDefinition[] = [
  polarizationBench,
  reducingSugarsBench,
  invertSugarEdtaBench,
  conductivityAshBench,
  lossOnDryingBench,
  solutionColourBench,
  turbidityBench,
  insolublesBench,
  sulphurDioxideBench,
  leadBench,
  arsenicBench,
  crystalColourBench,
  mitesBench,
].map((definition) => ({ ...definition, example: ORDINARY_READINGS[definition.id] ?? {} }));
