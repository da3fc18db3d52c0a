import { biomedicineProblems } from "./centres/biomedicine.ts";
import { boilersProblems } from "./centres/boilers.ts";
import { cleanEnergyProblems } from "./centres/clean-energy.ts";
import { eCommerceProblems } from "./centres/e-commerce.ts";
import { electronicsProblems } from "./centres/electronics.ts";
import { machineryAndAluminiumProblems } from "./centres/machinery-and-aluminium.ts";
import { measuringToolsProblems } from "./centres/measuring-tools.ts";
import { methodProblems } from "./centres/method.ts";
import { newEnergyVehiclesProblems } from "./centres/new-energy-vehicles.ts";
import { petrochemicalsProblems } from "./centres/petrochemicals.ts";
import { railTransitProblems } from "./centres/rail-transit.ts";
import { silkProblems } from "./centres/silk.ts";
import { sugarAndFoodProblems } from "./centres/sugar-and-food.ts";
import { urbanEnergyProblems } from "./centres/urban-energy.ts";

/** What `core/centres` declines, by code. */
export const centresProblems = {
  ...methodProblems,
  ...sugarAndFoodProblems,
  ...boilersProblems,
  ...urbanEnergyProblems,
  ...petrochemicalsProblems,
  ...silkProblems,
  ...measuringToolsProblems,
  ...machineryAndAluminiumProblems,
  ...electronicsProblems,
  ...biomedicineProblems,
  ...cleanEnergyProblems,
  ...railTransitProblems,
  ...newEnergyVehiclesProblems,
  ...eCommerceProblems,
};
