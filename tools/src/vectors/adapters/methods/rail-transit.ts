import type { Compute } from "./compute.ts";

/** Published names of the methods and of their figures, mapped to the functions of rail transit. */
export const railTransitMethods: Readonly<Record<string, Compute>> = {};
