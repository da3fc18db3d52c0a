import type { Sentence } from "../../sentence.ts";

/** What the methods of machinery and aluminium decline, by code. */
export const machineryAndAluminiumProblems = {} as const satisfies Record<string, Sentence>;
