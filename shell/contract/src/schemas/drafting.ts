import { DRAFT_KINDS, LIMIT_FIELDS } from "@quanheng/flow/selection/drafting/draft.ts";
import { DRAFT_STATES, DRAFT_STEPS } from "@quanheng/flow/selection/drafting/step.ts";
import { z } from "zod";
import { RowProblem } from "../routes/library-editing.ts";
import { Bilingual, IsoDate, IsoTime, idOf } from "./common.ts";

const Title = z.object({ zh: z.string().trim().min(2).max(300), en: z.string().trim().min(2).max(300) });
const Scope = z.object({ zh: z.string().trim().max(4000), en: z.string().trim().max(4000) });
export const LimitTexts = z.partialRecord(z.enum(LIMIT_FIELDS), z.string().max(2000));

/** A limit as its author types it; a new one has no id yet. */
export const DraftLimitEntry = z.object({
  id: idOf("dli").nullable(),
  texts: LimitTexts,
  rationale: z.string().trim().max(2000),
});
/** What an author states of a draft: the whole text of its next version. */
export const DraftEntry = z.object({
  kind: z.enum(DRAFT_KINDS),
  number: z.string().trim().min(1).max(60),
  title: Title,
  products: z.array(z.string().max(60)).min(1).max(20),
  scope: Scope,
  limits: z.array(DraftLimitEntry).max(200),
});
export type DraftEntry = z.infer<typeof DraftEntry>;

/** Why a thing may not be done; a permit as buttons read it. */
export const Permit = z.object({ allowed: z.boolean(), reason: Bilingual.nullable() });

export const DraftLimitView = z.object({
  id: idOf("dli"),
  texts: LimitTexts,
  rationale: z.string(),
  characteristicName: Bilingual,
  productName: Bilingual,
  /** The limit in words; null while it does not check out. */
  limitText: Bilingual.nullable(),
  unit: z.string().nullable(),
  problems: z.array(RowProblem),
  /** No method of test is named. */
  methodless: z.boolean(),
});
export const DraftRound = z.object({
  id: idOf("rnd"),
  number: z.number().int(),
  version: z.number().int(),
  audience: z.enum(["public", "invited"]),
  /** How many parties are invited; which they are, only the drafting house reads. */
  invited: z.array(z.string()).nullable(),
  opensOn: IsoDate,
  closesOn: IsoDate,
  /** Whether comments are taken today. */
  open: z.boolean(),
  closedAt: IsoTime.nullable(),
  closedReason: z.string().nullable(),
  comments: z.number().int(),
  unanswered: z.number().int(),
});
export const DraftSummary = z.object({
  id: idOf("dst"),
  kind: z.enum(DRAFT_KINDS),
  number: z.string(),
  title: Bilingual,
  state: z.enum(DRAFT_STATES),
  institution: Bilingual,
  createdAt: IsoTime,
  changedAt: IsoTime,
});
export const DraftDetail = DraftSummary.extend({
  /** The version shown: the newest for the drafting house, that of the newest round for its readers. */
  version: z.number().int(),
  newest: z.number().int(),
  /** The reader belongs to the drafting house. */
  own: z.boolean(),
  products: z.array(z.object({ id: z.string(), name: Bilingual })),
  scope: Bilingual,
  limits: z.array(DraftLimitView),
  rounds: z.array(DraftRound),
  versions: z.array(z.object({ number: z.number().int(), reason: z.string(), by: Bilingual, at: IsoTime })),
  /** What was done, oldest first; empty for readers outside. */
  steps: z.array(z.object({ step: z.string(), reason: z.string().nullable(), by: Bilingual, at: IsoTime })),
  permits: z.record(z.enum(DRAFT_STEPS), Permit),
  mayComment: Permit,
});
export type DraftDetail = z.infer<typeof DraftDetail>;

export const DraftStanding = z.object({
  limitId: idOf("dli"),
  standings: z.array(
    z.object({
      market: z.string(),
      rowId: z.string(),
      document: z.string(),
      clause: z.string(),
      variant: z.record(z.string(), z.string()).nullable(),
      limitText: Bilingual,
      unit: z.string().nullable(),
      force: z.string(),
      status: z.enum(["read", "recalled", "proposed", "verified", "retired"]),
      relation: z.enum(["stricter", "equal", "looser", "incomparable"]),
      below: z.boolean(),
    }),
  ),
  /** Markets that say nothing on the characteristic of this product. */
  silent: z.array(z.string()),
});

export const DraftEvidence = z.object({
  withheld: z.enum(["few", "one-enterprise"]).nullable(),
  /** What is needed before anything is shown. */
  needed: z.object({ enterprises: z.number().int(), results: z.number().int() }),
  results: z.number().int().nullable(),
  enterprises: z.number().int().nullable(),
  quartiles: z.array(z.string()).nullable(),
  complyingPercent: z.number().nullable(),
  unit: z.string().nullable(),
  bars: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), percent: z.number() })),
  name: Bilingual,
});

export const DraftComment = z.object({
  id: idOf("cmt"),
  round: z.number().int(),
  clause: z.string(),
  limitId: idOf("dli").nullable(),
  body: z.string(),
  /** Whose comment it is; null where the commenter chose not to be named and the reader is not of the drafting house. */
  party: Bilingual.nullable(),
  /** The person, for the drafting house and for themselves. */
  by: Bilingual.nullable(),
  named: z.boolean(),
  mine: z.boolean(),
  createdAt: IsoTime,
  answer: z.object({ outcome: z.enum(["accepted", "partly", "rejected"]), reason: z.string(), at: IsoTime }).nullable(),
});
export type DraftComment = z.infer<typeof DraftComment>;

const TextChange = z.object({ field: z.string(), before: z.string(), after: z.string() });
export const DraftDifference = z.object({
  from: z.number().int(),
  to: z.number().int(),
  head: z.array(TextChange),
  limits: z.array(
    z.object({
      id: idOf("dli"),
      clause: z.string(),
      characteristic: z.string(),
      change: z.enum(["added", "removed", "changed"]),
      fields: z.array(TextChange),
    }),
  ),
});
