import type { Compute } from "./compute.ts";

/** Published names of the methods and of their figures, mapped to the functions of urban energy metering. */
export const urbanEnergyMethods: Readonly<Record<string, Compute>> = {};
