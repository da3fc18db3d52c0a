import type { Sentence } from "../../sentence.ts";

/** What the methods of industrial boilers decline, by code. */
export const boilersProblems = {} as const satisfies Record<string, Sentence>;
