import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  { path: route.compare, permission: "public", load: page(() => import("./ComparePage.tsx"), "ComparePage") },
  {
    path: route.acceptance,
    permission: "public",
    load: page(() => import("./AcceptancePage.tsx"), "AcceptancePage"),
  },
  {
    path: route.tradeNotifications,
    permission: "public",
    load: page(() => import("./TradeNotificationsPage.tsx"), "TradeNotificationsPage"),
  },
];
