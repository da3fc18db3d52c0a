import type { Draft } from "@quanheng/flow/selection/drafting/draft.ts";
import type { DraftState } from "@quanheng/flow/selection/drafting/step.ts";
import type { Generated } from "kysely";
import type { Day, Instant, Json, MaybeInstant } from "./column.ts";

/** Drafts of standards: versions, steps, rounds of comments and their answers. */
export type DraftingTables = {
  draft_standard: {
    id: string;
    institution_id: string;
    kind: Draft["kind"];
    number: string;
    title_zh: string;
    title_en: string;
    state: DraftState;
    version: number;
    author_id: string;
    approved_by: string | null;
    created_at: Instant;
    changed_at: Instant;
  };
  draft_version: {
    draft_id: string;
    institution_id: string;
    number: number;
    content: Json<Draft>;
    reason: string;
    recorded_by: string;
    recorded_at: Instant;
  };
  draft_step: {
    serial: Generated<number>;
    draft_id: string;
    institution_id: string;
    step: string;
    reason: string | null;
    person_id: string;
    at: Instant;
  };
  draft_round: {
    id: string;
    draft_id: string;
    institution_id: string;
    number: number;
    version: number;
    audience: "public" | "invited";
    invited: string[];
    opens_on: Day;
    closes_on: Day;
    closed_at: MaybeInstant;
    closed_reason: string | null;
  };
  draft_comment: {
    id: string;
    draft_id: string;
    round_id: string;
    institution_id: string;
    person_id: string;
    party_id: string;
    party_zh: string;
    party_en: string;
    named: boolean;
    clause: string;
    limit_id: string | null;
    body: string;
    created_at: Instant;
  };
  draft_answer: {
    serial: Generated<number>;
    comment_id: string;
    draft_id: string;
    institution_id: string;
    outcome: "accepted" | "partly" | "rejected";
    reason: string;
    person_id: string;
    at: Instant;
  };
};
