import { z } from "zod";
import { defineRoute } from "../route.ts";
import { IsoDate, idOf, MarketCode, PageQuery, pageOf } from "../schemas/common.ts";
import { DecisionRule } from "../schemas/decision-rule.ts";
import {
  AddMarketsAnswer,
  Evidence,
  EvidenceDraft,
  PlanProgress,
  PlanQuestion,
  WhatIfAnswer,
} from "../schemas/planning.ts";
import {
  COMMISSION_STATES,
  CommissionDetail,
  CommissionDraft,
  CommissionSummary,
  DecisionRuleChoice,
  PlanAnswer,
  RequirementAnswer,
} from "../schemas/selection.ts";

const ById = z.object({ id: idOf("com") });

export const listCommissions = defineRoute({
  method: "GET",
  path: "/api/commissions",
  summary: "Commissions the reader takes part in, newest first",
  permission: "commission.read",
  query: PageQuery.extend({
    state: z.enum(COMMISSION_STATES).optional(),
    text: z.string().max(100).optional(),
    late: z.stringbool().optional(),
    /** Only those that wait for the reader's laboratory to accept an agreement, the first or a further one. */
    awaiting: z.stringbool().optional(),
  }),
  response: pageOf(CommissionSummary),
});
export const createCommission = defineRoute({
  method: "POST",
  path: "/api/commissions",
  summary: "Open a draft",
  permission: "commission.create",
  body: CommissionDraft,
  response: CommissionDetail,
  status: 201,
});
export const getCommission = defineRoute({
  method: "GET",
  path: "/api/commissions/:id",
  summary: "One commission with progress",
  permission: "commission.read",
  params: ById,
  response: CommissionDetail,
});
export const updateCommission = defineRoute({
  method: "PUT",
  path: "/api/commissions/:id",
  summary: "Change a draft",
  permission: "commission.create",
  params: ById,
  body: z.object({ version: z.number().int(), draft: CommissionDraft }),
  response: CommissionDetail,
});
export const cancelCommission = defineRoute({
  method: "POST",
  path: "/api/commissions/:id/cancel",
  summary: "Cancel with a reason",
  permission: "commission.cancel",
  params: ById,
  body: z.object({ version: z.number().int(), reason: z.string().min(3).max(500) }),
  response: CommissionDetail,
});

/** Answers before anything is stored, so that the form can show it while it is filled in. */
export const askRequirements = defineRoute({
  method: "POST",
  path: "/api/selection/requirements",
  summary: "Every requirement on a product in chosen markets on a day, and the strictest limits",
  permission: "public",
  body: z.object({
    product: z.string().min(1).max(60),
    markets: z.array(MarketCode).min(1).max(16),
    claims: z.record(z.string().max(40), z.string().max(60)).default({}),
    on: IsoDate,
  }),
  response: RequirementAnswer,
});
export const getRequirements = defineRoute({
  method: "GET",
  path: "/api/commissions/:id/requirements",
  summary: "The requirements of a commission: live while a draft, frozen once agreed",
  permission: "commission.read",
  params: ById,
  response: RequirementAnswer,
});

export const makePlans = defineRoute({
  method: "POST",
  path: "/api/commissions/:id/plans",
  summary: "Compute the cheapest, fastest and balanced accepted plan, and each market alone",
  permission: "commission.plan",
  params: ById,
  body: z.object({ version: z.number().int() }),
  response: PlanAnswer,
  status: 201,
});
export const getPlans = defineRoute({
  method: "GET",
  path: "/api/commissions/:id/plans",
  summary: "The plans of the current version, if computed",
  permission: "commission.plan",
  params: ById,
  response: z.object({ answer: PlanAnswer.nullable() }),
});
export const getPlanProgress = defineRoute({
  method: "GET",
  path: "/api/commissions/:id/plans/progress",
  summary: "How far the computation of plans is; null when none is under way",
  permission: "commission.plan",
  params: ById,
  response: z.object({ progress: PlanProgress.nullable() }),
});
export const stopPlanning = defineRoute({
  method: "POST",
  path: "/api/commissions/:id/plans/stop",
  summary: "End the search and keep the best plans found so far, with how far they may be from the best",
  permission: "commission.plan",
  params: ById,
  response: z.object({ stopped: z.boolean() }),
});
export const askWhatIf = defineRoute({
  method: "POST",
  path: "/api/commissions/:id/what-if",
  summary: "One market less, another deadline, one limit less: what the plan would then cost and take",
  permission: "commission.plan",
  params: ById,
  body: z.object({ version: z.number().int(), kind: z.enum(["cheapest", "fastest", "balanced"]) }),
  response: WhatIfAnswer,
});
/** The guided question: anybody may ask what testing would cost and take; nothing is stored. */
export const askPlans = defineRoute({
  method: "POST",
  path: "/api/public/selection/plans",
  summary: "Plans for a product and its markets, before anything is stored",
  permission: "public",
  body: PlanQuestion,
  response: PlanAnswer.omit({ commissionVersion: true }),
});

export const planMarkets = defineRoute({
  method: "POST",
  path: "/api/commissions/:id/markets/plans",
  summary: "Plan further markets for a commission under way: what is agreed counts, the rest is bought beside it",
  permission: "commission.plan",
  params: ById,
  body: z.object({
    version: z.number().int(),
    markets: z.array(MarketCode).min(1).max(16),
    claims: z.record(z.string().max(40), z.string().max(60)),
  }),
  response: AddMarketsAnswer,
  status: 201,
});
export const addMarkets = defineRoute({
  method: "POST",
  path: "/api/commissions/:id/markets",
  summary: "Agree to a plan for further markets; in force once all its laboratories have accepted",
  permission: "commission.agree",
  params: ById,
  body: z.object({ version: z.number().int(), planId: idOf("pln") }),
  response: CommissionDetail,
  status: 201,
});

export const listEvidence = defineRoute({
  method: "GET",
  path: "/api/commissions/:id/evidence",
  summary: "Reports already held that the client states as evidence",
  permission: "commission.read",
  params: ById,
  response: z.object({ items: z.array(Evidence), bodies: z.array(z.string()) }),
});
export const stateEvidence = defineRoute({
  method: "POST",
  path: "/api/commissions/:id/evidence",
  summary: "State a report already held; plans made before no longer count",
  permission: "commission.create",
  params: ById,
  body: z.object({ version: z.number().int(), evidence: EvidenceDraft }),
  response: CommissionDetail,
  status: 201,
});
export const takeBackEvidence = defineRoute({
  method: "POST",
  path: "/api/commissions/:id/evidence/:evidenceId/take-back",
  summary: "Take a stated report back while the commission is a draft",
  permission: "commission.create",
  params: ById.extend({ evidenceId: idOf("evd") }),
  body: z.object({ version: z.number().int() }),
  response: CommissionDetail,
});

export const getDecisionRules = defineRoute({
  method: "GET",
  path: "/api/commissions/:id/decision-rules",
  summary: "The decision rules to choose from, in plain words",
  permission: "commission.plan",
  params: ById,
  response: z.object({ choices: z.array(DecisionRuleChoice) }),
});
/** Freezes plan, rule and editions and hands the commission to the laboratories of the plan for their contract review. */
export const agree = defineRoute({
  method: "POST",
  path: "/api/commissions/:id/agreement",
  summary: "Agree to a plan and a decision rule",
  permission: "commission.agree",
  params: ById,
  body: z.object({ version: z.number().int(), planId: idOf("pln"), rule: DecisionRule }),
  response: CommissionDetail,
  status: 201,
});

export const selectionRoutes = {
  listCommissions,
  createCommission,
  getCommission,
  updateCommission,
  cancelCommission,
  askRequirements,
  getRequirements,
  makePlans,
  getPlans,
  getPlanProgress,
  stopPlanning,
  askWhatIf,
  askPlans,
  planMarkets,
  addMarkets,
  listEvidence,
  stateEvidence,
  takeBackEvidence,
  getDecisionRules,
  agree,
} as const;
