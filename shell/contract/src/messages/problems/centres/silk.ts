import type { Sentence } from "../../sentence.ts";

/** What the methods of cocoon and silk decline, by code. */
export const silkProblems = {} as const satisfies Record<string, Sentence>;
