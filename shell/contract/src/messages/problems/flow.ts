import { determinationProblems } from "./determination.ts";
import type { Sentence } from "../sentence.ts";

/** What `core/flow` declines, by code. */
export const flowProblems = {
  ...determinationProblems,
} as const satisfies Record<string, Sentence>;
