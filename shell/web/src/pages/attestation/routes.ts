import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  { path: route.verify, permission: "public", load: page(() => import("./VerifyPage.tsx"), "VerifyPage") },
  { path: route.statement, permission: "public", load: page(() => import("./StatementPage.tsx"), "StatementPage") },
  {
    path: route.documentLink,
    permission: "public",
    load: page(() => import("./StatementPage.tsx"), "StatementPage"),
  },
  {
    path: route.transparencyLog,
    permission: "public",
    load: page(() => import("./TransparencyLogPage.tsx"), "TransparencyLogPage"),
  },
  {
    path: route.attestations,
    permission: "attestation.read",
    load: page(() => import("./AttestationsPage.tsx"), "AttestationsPage"),
  },
  {
    path: route.reportDesign,
    permission: "attestation.sign",
    load: page(() => import("./ReportDesignPage.tsx"), "ReportDesignPage"),
  },
  {
    path: route.attestation,
    permission: "attestation.read",
    load: page(() => import("./AttestationPage.tsx"), "AttestationPage"),
  },
];
