import { z } from "zod";
import { defineRoute } from "../route.ts";
import { Dashboard, Notification } from "../schemas/attestation.ts";
import { Bilingual, IsoTime, idOf, MarketCode, PageQuery, pageOf } from "../schemas/common.ts";

export const listNotifications = defineRoute({
  method: "GET",
  path: "/api/notifications",
  summary: "News for the reader's party and role",
  permission: "notification.read",
  query: PageQuery,
  response: pageOf(Notification).extend({ unread: z.number().int() }),
});
export const readNotification = defineRoute({
  method: "POST",
  path: "/api/notifications/:id/read",
  summary: "Mark as read",
  permission: "notification.read",
  params: z.object({ id: idOf("ntf") }),
  response: z.object({ unread: z.number().int() }),
});

/** What waits for this person now; the start page shows it first. */
export const NEXT_STEPS = [
  "state-product",
  "choose-plan",
  "follow-commission",
  "review-contract",
  "receive-sample",
  "enter-readings",
  "correct-readings",
  "review-results",
  "sign-report",
  "verify-requirement",
  "watch-late",
  "read-report",
] as const;
export const getNextSteps = defineRoute({
  method: "GET",
  path: "/api/next-steps",
  summary: "What waits for the reader, most urgent first",
  permission: "session.use",
  response: z.object({
    items: z.array(
      z.object({
        step: z.enum(NEXT_STEPS),
        count: z.number().int(),
        first: z
          .object({
            kind: z.enum(["commission", "sample", "task", "attestation", "requirement"]),
            id: z.string(),
            title: Bilingual,
          })
          .nullable(),
      }),
    ),
  }),
});

export const getClusterDashboard = defineRoute({
  method: "GET",
  path: "/api/dashboards/cluster",
  summary: "Commissions by state, turnaround, late work, verdicts by market",
  permission: "dashboard.cluster",
  response: Dashboard,
});
export const RegulatorDashboard = z.object({
  issued: z.number().int(),
  byStatus: z.array(z.object({ status: z.string(), count: z.number().int() })),
  verdictsByMarket: z.array(
    z.object({
      market: MarketCode,
      pass: z.number().int(),
      conditional: z.number().int(),
      fail: z.number().int(),
      undecided: z.number().int(),
    }),
  ),
  failing: z.array(
    z.object({
      attestationId: idOf("att"),
      number: z.string(),
      itemName: Bilingual,
      institutionName: Bilingual,
      market: MarketCode,
      characteristics: z.array(Bilingual),
      issuedAt: IsoTime,
    }),
  ),
  statusChanges: z.array(
    z.object({ attestationId: idOf("att"), number: z.string(), status: z.string(), reason: z.string(), at: IsoTime }),
  ),
});
export const getRegulatorDashboard = defineRoute({
  method: "GET",
  path: "/api/dashboards/regulator",
  summary: "What a regulator may see: statements, verdicts, failures, withdrawals; no prices, no readings",
  permission: "dashboard.regulator",
  response: RegulatorDashboard,
});

export const surveillanceRoutes = {
  listNotifications,
  readNotification,
  getNextSteps,
  getClusterDashboard,
  getRegulatorDashboard,
} as const;
