import type { Sentence } from "../../sentence.ts";

/** What the methods of rail transit decline, by code. */
export const railTransitProblems = {} as const satisfies Record<string, Sentence>;
