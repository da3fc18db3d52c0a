import type { Sentence } from "../sentence.ts";
import { attestationProblems } from "./attestation.ts";
import { determinationProblems } from "./determination.ts";
import { draftingProblems } from "./drafting.ts";
import { libraryProblems } from "./library.ts";
import { selectionProblems } from "./selection.ts";

/** What `core/flow` declines, by code. */
export const flowProblems = {
  ...attestationProblems,
  ...determinationProblems,
  ...draftingProblems,
  ...libraryProblems,
  ...selectionProblems,
} as const satisfies Record<string, Sentence>;
