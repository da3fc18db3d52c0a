import type { Sentence } from "../../sentence.ts";

/** What the methods of petrochemicals decline, by code. */
export const petrochemicalsProblems = {} as const satisfies Record<string, Sentence>;
