import type { Compute } from "./compute.ts";

/** Published names of the methods and of their figures, mapped to the functions of new energy vehicles. */
export const newEnergyVehiclesMethods: Readonly<Record<string, Compute>> = {};
