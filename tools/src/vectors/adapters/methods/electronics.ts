import type { Compute } from "./compute.ts";

/** Published names of the methods and of their figures, mapped to the functions of electronics. */
export const electronicsMethods: Readonly<Record<string, Compute>> = {};
