import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { measuringToolsMethods } from "./metrology/measuring-tools/methods.ts";
import { urbanEnergyMethods } from "./metrology/urban-energy/methods.ts";
import { biomedicineMethods } from "./product-quality/biomedicine/methods.ts";
import { cleanEnergyMethods } from "./product-quality/clean-energy/methods.ts";
import { eCommerceMethods } from "./product-quality/e-commerce/methods.ts";
import { electronicsMethods } from "./product-quality/electronics/methods.ts";
import { machineryAndAluminiumMethods } from "./product-quality/machinery-and-aluminium/methods.ts";
import { newEnergyVehiclesMethods } from "./product-quality/new-energy-vehicles/methods.ts";
import { petrochemicalsMethods } from "./product-quality/petrochemicals/methods.ts";
import { railTransitMethods } from "./product-quality/rail-transit/methods.ts";
import { silkMethods } from "./product-quality/silk/methods.ts";
import { conductivityAshBench } from "./product-quality/sugar-and-food/bench/conductivity-ash.ts";
import { crystalColourBench } from "./product-quality/sugar-and-food/bench/crystal-colour.ts";
import { insolublesBench } from "./product-quality/sugar-and-food/bench/insolubles.ts";
import { invertSugarEdtaBench } from "./product-quality/sugar-and-food/bench/invert-sugar-edta.ts";
import { lossOnDryingBench } from "./product-quality/sugar-and-food/bench/loss-on-drying.ts";
import { mitesBench } from "./product-quality/sugar-and-food/bench/mites.ts";
import { polarizationBench } from "./product-quality/sugar-and-food/bench/polarization.ts";
import { reducingSugarsBench } from "./product-quality/sugar-and-food/bench/reducing-sugars.ts";
import { solutionColourBench } from "./product-quality/sugar-and-food/bench/solution-colour.ts";
import { sulphurDioxideBench } from "./product-quality/sugar-and-food/bench/sulphur-dioxide.ts";
import { arsenicBench, leadBench } from "./product-quality/sugar-and-food/bench/trace-element.ts";
import { turbidityBench } from "./product-quality/sugar-and-food/bench/turbidity.ts";
import { boilersMethods } from "./special-equipment/boilers/methods.ts";

/** Every method that can be carried out on the platform, in the order in which a laboratory lists them. */
export const methodDefinitions: readonly MethodDefinition[] = [
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
  ...boilersMethods,
  ...urbanEnergyMethods,
  ...petrochemicalsMethods,
  ...silkMethods,
  ...measuringToolsMethods,
  ...machineryAndAluminiumMethods,
  ...electronicsMethods,
  ...biomedicineMethods,
  ...cleanEnergyMethods,
  ...railTransitMethods,
  ...newEnergyVehiclesMethods,
  ...eCommerceMethods,
];

/** The method with this id, e.g. "sugar.polarization". */
export function definitionById(id: string): MethodDefinition | undefined {
  return methodDefinitions.find((definition) => definition.id === id);
}

/** The methods that determine a characteristic, ids as in `data/requirements/characteristics.json`. */
export function definitionsOf(characteristic: string): readonly MethodDefinition[] {
  return methodDefinitions.filter((definition) => definition.output.characteristic === characteristic);
}

/** The method that carries out a method document for a characteristic, ids as in `data/requirements/methods.json`. */
export function definitionFor(characteristic: string, methodDocument: string): MethodDefinition | undefined {
  return definitionsOf(characteristic).find((definition) => definition.normative.includes(methodDocument));
}
