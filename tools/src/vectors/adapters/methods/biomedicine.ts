import type { Compute } from "./compute.ts";

/** Published names of the methods and of their figures, mapped to the functions of biomedicine. */
export const biomedicineMethods: Readonly<Record<string, Compute>> = {};
