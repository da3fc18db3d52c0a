import type { Compute } from "./compute.ts";

/** Published names of the methods and of their figures, mapped to the functions of clean energy. */
export const cleanEnergyMethods: Readonly<Record<string, Compute>> = {};
