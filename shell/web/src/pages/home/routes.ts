import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  { path: route.home, permission: "public", load: page(() => import("./HomePage.tsx"), "HomePage") },
  { path: route.ask, permission: "public", load: page(() => import("./guided/AskPage.tsx"), "AskPage") },
];
