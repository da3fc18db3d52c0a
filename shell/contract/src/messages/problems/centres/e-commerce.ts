import type { Sentence } from "../../sentence.ts";

/** What the methods of goods sold online decline, by code. */
export const eCommerceProblems = {} as const satisfies Record<string, Sentence>;
