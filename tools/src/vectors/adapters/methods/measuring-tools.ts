import type { Compute } from "./compute.ts";

/** Published names of the methods and of their figures, mapped to the functions of measuring tools. */
export const measuringToolsMethods: Readonly<Record<string, Compute>> = {};
