import type { Compute } from "./compute.ts";

/** Published names of the methods and of their figures, mapped to the functions of petrochemicals. */
export const petrochemicalsMethods: Readonly<Record<string, Compute>> = {};
