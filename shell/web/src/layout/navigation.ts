import type { Permission } from "@quanheng/contract/permission.ts";
import type { commonText } from "../i18n/common.ts";
import { type RouteName, route } from "../paths.ts";

export type NavEntry = {
  readonly page: RouteName;
  readonly label: (typeof commonText)["keys"][number];
  readonly permission: Permission;
};

/** The side navigation in the order of the flow. A reader sees the entries that the present role has a right to. */
export const NAVIGATION: readonly NavEntry[] = [
  { page: "home", label: "nav.home", permission: "session.use" },
  { page: "clusterDashboard", label: "nav.dashboard", permission: "dashboard.cluster" },
  { page: "regulatorDashboard", label: "nav.oversight", permission: "dashboard.regulator" },
  { page: "commissions", label: "nav.commissions", permission: "commission.read" },
  { page: "contractReviews", label: "nav.contract-reviews", permission: "contract.review" },
  { page: "samples", label: "nav.samples", permission: "sample.read" },
  { page: "tasks", label: "nav.tasks", permission: "task.read" },
  { page: "reviews", label: "nav.reviews", permission: "review.record" },
  { page: "decisions", label: "nav.decisions", permission: "decision.read" },
  { page: "attestations", label: "nav.attestations", permission: "attestation.read" },
  { page: "requirements", label: "nav.requirements", permission: "library.read" },
  { page: "institutions", label: "nav.institutions", permission: "library.read" },
  { page: "verify", label: "nav.verify", permission: "public" },
];

/** The entry that an address belongs to: the longest that leads to it. */
export function entryAt(pathname: string): NavEntry | undefined {
  return NAVIGATION.filter(({ page }) => isWithin(pathname, route[page])).sort(
    (a, b) => route[b.page].length - route[a.page].length,
  )[0];
}

function isWithin(pathname: string, entry: string): boolean {
  return pathname === entry || (entry !== "/" && pathname.startsWith(`${entry}/`));
}
