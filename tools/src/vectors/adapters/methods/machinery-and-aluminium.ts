import type { Compute } from "./compute.ts";

/** Published names of the methods and of their figures, mapped to the functions of machinery and aluminium. */
export const machineryAndAluminiumMethods: Readonly<Record<string, Compute>> = {};
