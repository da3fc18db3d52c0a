import type { Sentence } from "../sentence.ts";

/** What `core/flow` declines, by code. */
export const flowProblems = {} as const satisfies Record<string, Sentence>;
