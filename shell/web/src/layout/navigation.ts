import type { Permission } from "@quanheng/contract/permission.ts";
import type { commonText } from "../i18n/common.ts";
import { type RouteName, route } from "../paths.ts";

export type NavEntry = {
  readonly page: RouteName;
  readonly label: (typeof commonText)["keys"][number];
  readonly permission: Permission;
  /** Pages that are reached from this entry although their address begins elsewhere. */
  readonly also?: readonly RouteName[];
};

/** The side navigation in the order of the flow. A reader sees the entries that the present role has a right to. */
export const NAVIGATION: readonly NavEntry[] = [
  { page: "home", label: "nav.home", permission: "session.use" },
  { page: "clusterDashboard", label: "nav.dashboard", permission: "dashboard.cluster" },
  { page: "regulatorDashboard", label: "nav.oversight", permission: "dashboard.regulator" },
  { page: "commissions", label: "nav.commissions", permission: "commission.read" },
  { page: "contractReviews", label: "nav.contract-reviews", permission: "contract.review", also: ["contractReview"] },
  { page: "samples", label: "nav.samples", permission: "sample.read", also: ["sampleLink"] },
  { page: "tasks", label: "nav.tasks", permission: "task.read" },
  { page: "reviews", label: "nav.reviews", permission: "review.record", also: ["review"] },
  { page: "decisions", label: "nav.decisions", permission: "decision.read", also: ["signing"] },
  { page: "attestations", label: "nav.attestations", permission: "attestation.read" },
  { page: "reportDesign", label: "nav.report-design", permission: "attestation.sign" },
  { page: "requirements", label: "nav.requirements", permission: "public" },
  { page: "documents", label: "nav.documents", permission: "public", also: ["standardsFlags"] },
  {
    page: "libraryQueue",
    label: "nav.library-queue",
    permission: "requirement.verify",
    also: ["proposeRequirement", "libraryImports"],
  },
  { page: "drafts", label: "nav.drafts", permission: "public" },
  { page: "compare", label: "nav.compare", permission: "public" },
  { page: "acceptance", label: "nav.acceptance", permission: "public" },
  { page: "tradeNotifications", label: "nav.trade-notifications", permission: "public" },
  { page: "methods", label: "nav.methods", permission: "public" },
  { page: "institutions", label: "nav.institutions", permission: "public" },
  { page: "scopeImports", label: "nav.scope-imports", permission: "scope.read" },
  { page: "numbering", label: "nav.numbering", permission: "numbering.read", also: ["numberedProducts"] },
  { page: "labels", label: "nav.labels", permission: "label.print" },
  { page: "resolverLinks", label: "nav.resolver-links", permission: "resolver.manage" },
  { page: "traceability", label: "nav.traceability", permission: "trace.read" },
  { page: "checkCodes", label: "nav.check-codes", permission: "public" },
  { page: "uncertainty", label: "nav.uncertainty", permission: "public" },
  { page: "verify", label: "nav.verify", permission: "public", also: ["documentLink", "transparencyLog"] },
];

/**
 * The entry that an address belongs to: the one with the longest address that leads to it.
 *
 * @param entries those that the reader sees; a page whose own entry is not among them falls to the next one up
 */
export function entryAt(pathname: string, entries: readonly NavEntry[] = NAVIGATION): NavEntry | undefined {
  return entries
    .map((entry) => ({ entry, length: Math.max(...addressesOf(entry).map((address) => reach(pathname, address))) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)[0]?.entry;
}

function addressesOf({ page, also = [] }: NavEntry): readonly string[] {
  return [page, ...also].map((name) => route[name]);
}

/** How many parts of the pathname an address accounts for, 0 when it leads elsewhere. The start page leads only to itself. */
function reach(pathname: string, address: string): number {
  if (address === "/") return pathname === "/" ? 1 : 0;
  const here = pathname.split("/");
  const parts = address.split("/");
  const leads = parts.every((part, at) => (part.startsWith("$") ? Boolean(here[at]) : part === here[at]));
  return leads ? parts.length : 0;
}
