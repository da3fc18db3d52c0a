import { z } from "zod";
import { defineRoute } from "../route.ts";
import { ReportLanguage } from "../schemas/attestation.ts";
import { idOf } from "../schemas/common.ts";

const LanguageView = z.object({ language: ReportLanguage, mayChoose: z.boolean() });
const OfCommission = z.object({ id: idOf("com") });

export const getReportLanguage = defineRoute({
  method: "GET",
  path: "/api/commissions/:id/report-language",
  summary: "Which language stands beside Chinese on the documents of a commission",
  permission: "commission.read",
  params: OfCommission,
  response: LanguageView,
});
export const chooseReportLanguage = defineRoute({
  method: "POST",
  path: "/api/commissions/:id/report-language",
  summary: "Choose the language beside Chinese for what is issued from now on",
  permission: "commission.agree",
  params: OfCommission,
  body: z.object({ language: ReportLanguage }),
  response: LanguageView,
  status: 201,
});

export const ReportDesignView = z.object({
  accent: z.string(),
  footerZh: z.string(),
  footerEn: z.string(),
  /** The logo as a data address; null for none. */
  logo: z.string().nullable(),
});
export type ReportDesignView = z.infer<typeof ReportDesignView>;

export const getReportDesign = defineRoute({
  method: "GET",
  path: "/api/report-design",
  summary: "How the documents of the own institution look",
  permission: "attestation.sign",
  response: ReportDesignView,
});
export const changeReportDesign = defineRoute({
  method: "POST",
  path: "/api/report-design",
  summary: "Change colour and foot of the own institution's documents, or take the logo away",
  permission: "attestation.sign",
  body: z.object({
    accent: z.string().max(20),
    footerZh: z.string().max(120),
    footerEn: z.string().max(160),
    keepLogo: z.boolean(),
  }),
  response: ReportDesignView,
  status: 201,
});
export const changeReportLogo = defineRoute({
  method: "POST",
  path: "/api/report-design/logo",
  summary: "Put a logo on the own institution's documents",
  permission: "attestation.sign",
  upload: { maxBytes: 256 * 1024 },
  response: ReportDesignView,
  status: 201,
});

export const reportStyleRoutes = {
  getReportLanguage,
  chooseReportLanguage,
  getReportDesign,
  changeReportDesign,
  changeReportLogo,
} as const;
