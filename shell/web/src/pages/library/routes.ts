import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  {
    path: route.requirements,
    permission: "public",
    load: page(() => import("./RequirementsPage.tsx"), "RequirementsPage"),
  },
  {
    path: route.requirement,
    permission: "public",
    load: page(() => import("./RequirementPage.tsx"), "RequirementPage"),
  },
  {
    path: route.documents,
    permission: "public",
    load: page(() => import("./documents/DocumentsPage.tsx"), "DocumentsPage"),
  },
  {
    path: route.document,
    permission: "public",
    load: page(() => import("./documents/DocumentPage.tsx"), "DocumentPage"),
  },
  {
    path: route.standardsFlags,
    permission: "public",
    load: page(() => import("./documents/FlagsPage.tsx"), "FlagsPage"),
  },
  {
    path: route.libraryQueue,
    permission: "requirement.verify",
    load: page(() => import("./editing/QueuePage.tsx"), "QueuePage"),
  },
  {
    path: route.proposeRequirement,
    permission: "requirement.propose",
    load: page(() => import("./editing/ProposePage.tsx"), "ProposePage"),
  },
  {
    path: route.libraryImports,
    permission: "requirement.propose",
    load: page(() => import("./editing/ImportsPage.tsx"), "ImportsPage"),
  },
  {
    path: route.libraryImport,
    permission: "requirement.propose",
    load: page(() => import("./editing/ImportPage.tsx"), "ImportPage"),
  },
  {
    path: route.scopeImports,
    permission: "scope.read",
    load: page(() => import("./scope/ScopeImportsPage.tsx"), "ScopeImportsPage"),
  },
  {
    path: route.scopeImport,
    permission: "scope.read",
    load: page(() => import("./scope/ScopeImportPage.tsx"), "ScopeImportPage"),
  },
  { path: route.methods, permission: "public", load: page(() => import("./methods/MethodsPage.tsx"), "MethodsPage") },
  { path: route.method, permission: "public", load: page(() => import("./methods/MethodPage.tsx"), "MethodPage") },
  {
    path: route.institutions,
    permission: "public",
    load: page(() => import("./InstitutionsPage.tsx"), "InstitutionsPage"),
  },
  {
    path: route.institution,
    permission: "public",
    load: page(() => import("./InstitutionPage.tsx"), "InstitutionPage"),
  },
];
