import { DRAFT_KINDS } from "@quanheng/flow/selection/drafting/draft.ts";
import { DRAFT_STATES } from "@quanheng/flow/selection/drafting/step.ts";
import { z } from "zod";
import { defineRoute } from "../route.ts";
import { IsoDate, idOf, PageQuery, pageOf } from "../schemas/common.ts";
import {
  DraftComment,
  DraftDetail,
  DraftDifference,
  DraftEntry,
  DraftEvidence,
  DraftStanding,
  DraftSummary,
} from "../schemas/drafting.ts";

const ById = z.object({ id: idOf("dst") });
const Version = z.coerce.number().int().min(1).max(100_000);
const Reason = z.string().trim().min(5).max(500);

export const listDrafts = defineRoute({
  method: "GET",
  path: "/api/library/drafts",
  summary: "Drafts of standards that the reader may see, the newest first",
  permission: "public",
  query: PageQuery.extend({ kind: z.enum(DRAFT_KINDS).optional(), state: z.enum(DRAFT_STATES).optional() }),
  response: pageOf(DraftSummary),
});
export const getDraft = defineRoute({
  method: "GET",
  path: "/api/library/drafts/:id",
  summary: "One draft with its limits, rounds and versions; readers outside see the version that is commented on",
  permission: "public",
  params: ById,
  query: z.object({ version: Version.optional() }),
  response: DraftDetail,
});
export const beginDraft = defineRoute({
  method: "POST",
  path: "/api/library/drafts",
  summary: "Begin a draft of a regional, group or enterprise standard",
  permission: "standard.draft",
  body: DraftEntry,
  response: z.object({ id: idOf("dst") }),
  status: 201,
});
export const reviseDraft = defineRoute({
  method: "POST",
  path: "/api/library/drafts/:id/versions",
  summary: "Keep the next version of a draft",
  permission: "standard.draft",
  params: ById,
  /** `version` is the newest one as the author saw it. */
  body: z.object({ version: Version, draft: DraftEntry, reason: Reason }),
  response: z.object({ version: z.number().int() }),
  status: 201,
});
export const compareDraftVersions = defineRoute({
  method: "GET",
  path: "/api/library/drafts/:id/difference",
  summary: "What changed between two versions of a draft",
  permission: "public",
  params: ById,
  query: z.object({ from: Version, to: Version }),
  response: DraftDifference,
});
export const getDraftStandings = defineRoute({
  method: "GET",
  path: "/api/library/drafts/:id/standings",
  summary: "Each proposed limit beside the limits in force today in every market",
  permission: "public",
  params: ById,
  query: z.object({ version: Version.optional() }),
  response: z.object({ on: IsoDate, items: z.array(DraftStanding) }),
});
export const getDraftEvidence = defineRoute({
  method: "GET",
  path: "/api/library/drafts/:id/limits/:limitId/evidence",
  summary: "What the issued results of all enterprises say of a proposed limit, withheld where they are few",
  permission: "standard.draft",
  params: z.object({ id: idOf("dst"), limitId: idOf("dli") }),
  response: DraftEvidence,
});
export const openDraftRound = defineRoute({
  method: "POST",
  path: "/api/library/drafts/:id/rounds",
  summary: "Ask for comments on the newest version, of everybody or of those invited",
  permission: "standard.draft",
  params: ById,
  body: z.object({
    closesOn: IsoDate,
    /** Ids or unified social credit codes; empty asks everybody. */
    invited: z.array(z.string().trim().min(3).max(60)).max(200),
  }),
  response: z.object({ id: idOf("rnd") }),
  status: 201,
});
export const closeDraftRound = defineRoute({
  method: "POST",
  path: "/api/library/drafts/:id/rounds/close",
  summary: "End the round of comments; before its last day is over with a reason that everybody reads",
  permission: "standard.draft",
  params: ById,
  body: z.object({ reason: z.string().trim().max(500).nullable() }),
  response: z.object({ state: z.enum(DRAFT_STATES) }),
});
export const listDraftComments = defineRoute({
  method: "GET",
  path: "/api/library/drafts/:id/comments",
  summary: "Comments on a draft with their answers, the oldest first",
  permission: "public",
  params: ById,
  query: PageQuery.extend({ only: z.enum(["unanswered"]).optional() }),
  response: pageOf(DraftComment),
});
export const addDraftComment = defineRoute({
  method: "POST",
  path: "/api/library/drafts/:id/comments",
  summary: "Comment on a clause or limit while a round is open",
  permission: "standard.comment",
  params: ById,
  body: z.object({
    clause: z.string().trim().min(1).max(60),
    limitId: idOf("dli").nullable(),
    body: z.string().trim().min(5).max(4000),
    /** Whether the organisation is named to everybody; the drafting house always reads it. */
    named: z.boolean(),
  }),
  response: DraftComment,
  status: 201,
});
export const answerDraftComment = defineRoute({
  method: "POST",
  path: "/api/library/drafts/:id/comments/:commentId/answer",
  summary: "Answer a comment; a later answer corrects an earlier one",
  permission: "standard.draft",
  params: z.object({ id: idOf("dst"), commentId: idOf("cmt") }),
  body: z.object({
    outcome: z.enum(["accepted", "partly", "rejected"]),
    reason: z.string().trim().min(5).max(2000),
  }),
  response: DraftComment,
  status: 201,
});
export const moveDraft = defineRoute({
  method: "POST",
  path: "/api/library/drafts/:id/steps",
  summary: "Hand a draft in for approval, or withdraw it",
  permission: "standard.draft",
  params: ById,
  body: z.object({
    step: z.enum(["submit", "withdraw"]),
    version: Version,
    reason: z.string().trim().max(500).nullable(),
  }),
  response: z.object({ state: z.enum(DRAFT_STATES) }),
});
export const settleDraft = defineRoute({
  method: "POST",
  path: "/api/library/drafts/:id/settlement",
  summary: "Approve a draft that others wrote, or send it back",
  permission: "standard.approve",
  params: ById,
  body: z.object({
    step: z.enum(["approve", "send-back"]),
    version: Version,
    reason: z.string().trim().max(500).nullable(),
  }),
  response: z.object({ state: z.enum(DRAFT_STATES) }),
});
export const publishDraft = defineRoute({
  method: "POST",
  path: "/api/library/drafts/:id/publication",
  summary: "Enter an approved draft into the library: its document and rows wait there for a second person",
  permission: "standard.draft",
  params: ById,
  body: z.object({ published: IsoDate, effectiveFrom: IsoDate }),
  response: z.object({ document: z.string(), rows: z.array(z.string()) }),
});
export const exportDraft = defineRoute({
  method: "GET",
  path: "/api/library/drafts/:id/export",
  summary: "A draft as JSON, its limits as CSV, or its comments with their answers as CSV",
  permission: "public",
  params: ById,
  query: z.object({
    what: z.enum(["draft", "limits", "comments"]),
    version: Version.optional(),
    language: z.enum(["zh", "en"]).default("zh"),
  }),
  produces: "application/octet-stream",
  response: z.unknown(),
});

export const draftingRoutes = {
  listDrafts,
  getDraft,
  beginDraft,
  reviseDraft,
  compareDraftVersions,
  getDraftStandings,
  getDraftEvidence,
  openDraftRound,
  closeDraftRound,
  listDraftComments,
  addDraftComment,
  answerDraftComment,
  moveDraft,
  settleDraft,
  publishDraft,
  exportDraft,
} as const;
