import type { Sentence } from "../../sentence.ts";

/** What the methods of urban energy metering decline, by code. */
export const urbanEnergyProblems = {} as const satisfies Record<string, Sentence>;
