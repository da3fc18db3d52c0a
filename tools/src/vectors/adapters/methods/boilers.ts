import type { Compute } from "./compute.ts";

/** Published names of the methods and of their figures, mapped to the functions of industrial boilers. */
export const boilersMethods: Readonly<Record<string, Compute>> = {};
