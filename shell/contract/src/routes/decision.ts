import { z } from "zod";
import { defineRoute } from "../route.ts";
import { SigningView } from "../schemas/attestation.ts";
import { idOf, PageQuery, pageOf } from "../schemas/common.ts";
import { CommissionSummary } from "../schemas/selection.ts";

export const listAwaitingDecision = defineRoute({
  method: "GET",
  path: "/api/decisions/awaiting",
  summary: "Commissions whose results of this laboratory are all reviewed and not yet decided",
  permission: "decision.read",
  query: PageQuery,
  response: pageOf(CommissionSummary),
});
export const getSigning = defineRoute({
  method: "GET",
  path: "/api/commissions/:id/signing",
  summary: "All that a signatory decides on, with the verdict per requirement and market",
  permission: "decision.read",
  params: z.object({ id: idOf("com") }),
  response: SigningView,
});

export const decisionRoutes = { listAwaitingDecision, getSigning } as const;
