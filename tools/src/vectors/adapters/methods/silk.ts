import type { Compute } from "./compute.ts";

/** Published names of the methods and of their figures, mapped to the functions of cocoon and silk. */
export const silkMethods: Readonly<Record<string, Compute>> = {};
