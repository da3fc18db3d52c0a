import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  {
    path: route.traceability,
    permission: "trace.read",
    load: page(() => import("./TraceabilityPage.tsx"), "TraceabilityPage"),
  },
];
