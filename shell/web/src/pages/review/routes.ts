import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  { path: route.reviews, permission: "review.record", load: page(() => import("./ReviewsPage.tsx"), "ReviewsPage") },
  { path: route.review, permission: "review.read", load: page(() => import("./ReviewPage.tsx"), "ReviewPage") },
];
