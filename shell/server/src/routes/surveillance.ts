import {
  getClusterDashboard,
  getNextSteps,
  getRegulatorDashboard,
  listNotifications,
  readNotification,
} from "@quanheng/contract/routes/surveillance.ts";
import type { FastifyInstance } from "fastify";
import { clusterDashboard, regulatorDashboard } from "../services/surveillance/dashboards.ts";
import { getNextSteps as nextSteps } from "../services/surveillance/next-steps.ts";
import { pageNotifications, readNotification as read } from "../services/surveillance/notifications.ts";
import { serve } from "./serve.ts";

/** News, what to do next, and how the whole is doing. */
export function surveillanceRoutes(app: FastifyInstance): void {
  serve(app, listNotifications, ({ context, query }) => pageNotifications(context, query));
  serve(app, readNotification, ({ context, params }) => read(context, params.id));
  serve(app, getNextSteps, ({ context }) => nextSteps(context));
  serve(app, getClusterDashboard, ({ context }) => clusterDashboard(context));
  serve(app, getRegulatorDashboard, ({ context }) => regulatorDashboard(context));
}
