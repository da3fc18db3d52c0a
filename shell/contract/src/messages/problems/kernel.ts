import type { Sentence } from "../sentence.ts";

/** What `core/kernel` declines, by code. */
export const kernelProblems = {} as const satisfies Record<string, Sentence>;
