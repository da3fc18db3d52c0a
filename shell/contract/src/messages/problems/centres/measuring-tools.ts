import type { Sentence } from "../../sentence.ts";

/** What the methods of measuring tools decline, by code. */
export const measuringToolsProblems = {} as const satisfies Record<string, Sentence>;
