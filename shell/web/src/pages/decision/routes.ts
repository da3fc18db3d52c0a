import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  {
    path: route.decisions,
    permission: "decision.read",
    load: page(() => import("./AwaitingPage.tsx"), "AwaitingPage"),
  },
  { path: route.signing, permission: "decision.read", load: page(() => import("./SigningPage.tsx"), "SigningPage") },
];
