import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  {
    path: route.commissions,
    permission: "commission.read",
    load: page(() => import("./CommissionsPage.tsx"), "CommissionsPage"),
  },
  {
    path: route.newCommission,
    permission: "commission.create",
    load: page(() => import("./NewCommissionPage.tsx"), "NewCommissionPage"),
  },
  {
    path: route.commission,
    permission: "commission.read",
    load: page(() => import("./CommissionPage.tsx"), "CommissionPage"),
  },
  {
    path: route.editCommission,
    permission: "commission.create",
    load: page(() => import("./EditCommissionPage.tsx"), "EditCommissionPage"),
  },
  {
    path: route.commissionRequirements,
    permission: "commission.read",
    load: page(() => import("./CommissionRequirementsPage.tsx"), "CommissionRequirementsPage"),
  },
  {
    path: route.addMarkets,
    permission: "commission.agree",
    load: page(() => import("./AddMarketsPage.tsx"), "AddMarketsPage"),
  },
  { path: route.plans, permission: "commission.plan", load: page(() => import("./PlansPage.tsx"), "PlansPage") },
];
