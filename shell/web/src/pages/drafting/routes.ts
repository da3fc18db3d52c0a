import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  { path: route.drafts, permission: "public", load: page(() => import("./DraftsPage.tsx"), "DraftsPage") },
  {
    path: route.newDraft,
    permission: "standard.draft",
    load: page(() => import("./NewDraftPage.tsx"), "NewDraftPage"),
  },
  { path: route.draft, permission: "public", load: page(() => import("./DraftPage.tsx"), "DraftPage") },
  {
    path: route.editDraft,
    permission: "standard.draft",
    load: page(() => import("./EditDraftPage.tsx"), "EditDraftPage"),
  },
];
