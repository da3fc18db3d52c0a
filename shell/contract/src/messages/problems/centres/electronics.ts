import type { Sentence } from "../../sentence.ts";

/** What the methods of electronics decline, by code. */
export const electronicsProblems = {} as const satisfies Record<string, Sentence>;
