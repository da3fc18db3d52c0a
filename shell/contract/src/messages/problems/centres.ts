import type { Sentence } from "../sentence.ts";

/** What `core/centres` declines, by code. */
export const centresProblems = {} as const satisfies Record<string, Sentence>;
