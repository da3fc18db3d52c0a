import type { Compute } from "./compute.ts";

/** Published names of the methods and of their figures, mapped to the functions of goods sold online. */
export const eCommerceMethods: Readonly<Record<string, Compute>> = {};
