import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  {
    path: route.requirements,
    permission: "library.read",
    load: page(() => import("./RequirementsPage.tsx"), "RequirementsPage"),
  },
  {
    path: route.requirement,
    permission: "library.read",
    load: page(() => import("./RequirementPage.tsx"), "RequirementPage"),
  },
  { path: route.methods, permission: "public", load: page(() => import("./methods/MethodsPage.tsx"), "MethodsPage") },
  { path: route.method, permission: "public", load: page(() => import("./methods/MethodPage.tsx"), "MethodPage") },
  {
    path: route.institutions,
    permission: "library.read",
    load: page(() => import("./InstitutionsPage.tsx"), "InstitutionsPage"),
  },
  {
    path: route.institution,
    permission: "library.read",
    load: page(() => import("./InstitutionPage.tsx"), "InstitutionPage"),
  },
];
