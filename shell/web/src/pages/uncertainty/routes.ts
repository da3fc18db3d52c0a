import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  {
    path: route.uncertainty,
    permission: "public",
    load: page(() => import("./UncertaintyPage.tsx"), "UncertaintyPage"),
  },
];
