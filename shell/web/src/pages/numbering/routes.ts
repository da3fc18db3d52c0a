import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  {
    path: route.numbering,
    permission: "numbering.read",
    load: page(() => import("./NumberingPage.tsx"), "NumberingPage"),
  },
  {
    path: route.numberedProducts,
    permission: "numbering.read",
    load: page(() => import("./ProductsPage.tsx"), "ProductsPage"),
  },
  {
    path: route.resolverLinks,
    permission: "resolver.manage",
    load: page(() => import("./LinksPage.tsx"), "LinksPage"),
  },
  {
    path: route.labels,
    permission: "label.print",
    load: page(() => import("./labels/LabelsPage.tsx"), "LabelsPage"),
  },
  {
    path: route.commissionLink,
    permission: "commission.read",
    load: page(() => import("./CommissionLinkPage.tsx"), "CommissionLinkPage"),
  },
  {
    path: route.checkCodes,
    permission: "public",
    load: page(() => import("./CheckCodesPage.tsx"), "CheckCodesPage"),
  },
];
