import type { Sentence } from "../../sentence.ts";

/** What the methods of new energy vehicles decline, by code. */
export const newEnergyVehiclesProblems = {} as const satisfies Record<string, Sentence>;
