import type { Sentence } from "../sentence.ts";

/** What `core/formats` declines, by code. */
export const formatsProblems = {} as const satisfies Record<string, Sentence>;
