import type { MethodRefusal } from "./method-refusals.ts";
import type { MeasuringToolsRefusal } from "./metrology/measuring-tools/refusals.ts";
import type { UrbanEnergyRefusal } from "./metrology/urban-energy/refusals.ts";
import type { BiomedicineRefusal } from "./product-quality/biomedicine/refusals.ts";
import type { CleanEnergyRefusal } from "./product-quality/clean-energy/refusals.ts";
import type { ECommerceRefusal } from "./product-quality/e-commerce/refusals.ts";
import type { ElectronicsRefusal } from "./product-quality/electronics/refusals.ts";
import type { MachineryAndAluminiumRefusal } from "./product-quality/machinery-and-aluminium/refusals.ts";
import type { NewEnergyVehiclesRefusal } from "./product-quality/new-energy-vehicles/refusals.ts";
import type { PetrochemicalsRefusal } from "./product-quality/petrochemicals/refusals.ts";
import type { RailTransitRefusal } from "./product-quality/rail-transit/refusals.ts";
import type { SilkRefusal } from "./product-quality/silk/refusals.ts";
import type { SugarAndFoodRefusal } from "./product-quality/sugar-and-food/refusals.ts";
import type { BoilersRefusal } from "./special-equipment/boilers/refusals.ts";

/** What the centres decline, and why: the codes any method may use, and those of each laboratory. */
export type CentresRefusal =
  | MethodRefusal
  | SugarAndFoodRefusal
  | BoilersRefusal
  | UrbanEnergyRefusal
  | PetrochemicalsRefusal
  | SilkRefusal
  | MeasuringToolsRefusal
  | MachineryAndAluminiumRefusal
  | ElectronicsRefusal
  | BiomedicineRefusal
  | CleanEnergyRefusal
  | RailTransitRefusal
  | NewEnergyVehiclesRefusal
  | ECommerceRefusal;
