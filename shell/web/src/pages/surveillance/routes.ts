import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  {
    path: route.notifications,
    permission: "notification.read",
    load: page(() => import("./NotificationsPage.tsx"), "NotificationsPage"),
  },
  {
    path: route.clusterDashboard,
    permission: "dashboard.cluster",
    load: page(() => import("./ClusterDashboardPage.tsx"), "ClusterDashboardPage"),
  },
  {
    path: route.regulatorDashboard,
    permission: "dashboard.regulator",
    load: page(() => import("./RegulatorDashboardPage.tsx"), "RegulatorDashboardPage"),
  },
];
