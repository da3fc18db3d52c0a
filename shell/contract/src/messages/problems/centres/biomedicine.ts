import type { Sentence } from "../../sentence.ts";

/** What the methods of biomedicine decline, by code. */
export const biomedicineProblems = {} as const satisfies Record<string, Sentence>;
