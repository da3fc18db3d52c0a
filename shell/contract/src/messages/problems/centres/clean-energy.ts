import type { Sentence } from "../../sentence.ts";

/** What the methods of clean energy decline, by code. */
export const cleanEnergyProblems = {} as const satisfies Record<string, Sentence>;
