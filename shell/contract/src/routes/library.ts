import { FACETS } from "@quanheng/flow/selection/library/search-index.ts";
import { z } from "zod";
import { defineRoute } from "../route.ts";
import { Bilingual, IsoDate, IsoTime, idOf, MarketCode, PageQuery, pageOf } from "../schemas/common.ts";
import { Accreditation, Institution, ScopeLine } from "../schemas/party.ts";
import { ApplicableRequirement } from "../schemas/selection.ts";

export const Market = z.object({ code: MarketCode, name: Bilingual });
export const Product = z.object({
  id: z.string(),
  name: Bilingual,
  centre: z.string(),
  markets: z.array(MarketCode),
  /** Claims the rows of this product know, by market, e.g. CN.grade: superior, first, second. */
  claims: z.array(z.object({ market: MarketCode, key: z.string(), values: z.array(z.string()) })),
  /** Whether laboratories of the cluster offer bench methods for it. */
  offered: z.boolean(),
});

export const listMarkets = defineRoute({
  method: "GET",
  path: "/api/library/markets",
  summary: "Markets the library knows",
  permission: "public",
  response: z.object({ items: z.array(Market) }),
});
export const listProducts = defineRoute({
  method: "GET",
  path: "/api/library/products",
  summary: "Products with requirements",
  permission: "public",
  response: z.object({ items: z.array(Product) }),
});

export const listRequirements = defineRoute({
  method: "GET",
  path: "/api/library/requirements",
  summary: "Requirements as they applied on one day and were known on another",
  permission: "public",
  query: PageQuery.extend({
    product: z.string().max(60).optional(),
    market: MarketCode.optional(),
    document: z.string().max(120).optional(),
    characteristic: z.string().max(60).optional(),
    text: z.string().max(100).optional(),
    /** `open` lists what nobody has compared with its document yet, `settled` the rest. */
    status: z.enum(["open", "settled"]).optional(),
    on: IsoDate.optional(),
    knownOn: IsoTime.optional(),
  }),
  response: pageOf(ApplicableRequirement).extend({
    total: z.number().int(),
    /** How many rows each other choice would find. */
    facets: z.record(
      z.enum(FACETS),
      z.array(z.object({ value: z.string(), name: Bilingual, count: z.number().int() })),
    ),
  }),
});

export const RequirementVersion = ApplicableRequirement.extend({
  recordedAt: IsoTime,
  recordedBy: Bilingual.nullable(),
  verifiedBy: Bilingual.nullable(),
  verifiedOn: IsoDate.nullable(),
  /** What the version was compared with, where a person did. */
  verification: z
    .object({ edition: z.string(), clause: z.string(), comparedOn: IsoDate, note: z.string().nullable() })
    .nullable(),
  reason: z.string(),
});
export const getRequirement = defineRoute({
  method: "GET",
  path: "/api/library/requirements/:rowId",
  summary: "Every version of one requirement",
  permission: "public",
  params: z.object({ rowId: z.string().max(120) }),
  response: z.object({
    rowId: z.string(),
    versions: z.array(RequirementVersion),
    mayVerify: z.object({ allowed: z.boolean(), reason: Bilingual.nullable() }),
  }),
});

/** A named person has compared the row with the document; from now on it may decide. */
export const verifyRequirement = defineRoute({
  method: "POST",
  path: "/api/library/requirements/:rowId/verify",
  summary: "Record that a requirement was compared with its document",
  permission: "requirement.verify",
  params: z.object({ rowId: z.string().max(120) }),
  body: z.object({
    versionId: idOf("req"),
    /** The official text that was compared: edition, page or address. */
    source: z.string().min(5).max(500),
    /** Clause or table of that text. */
    clause: z.string().min(1).max(200),
    /** The day of the comparison, not in the future. */
    comparedOn: IsoDate,
    reason: z.string().min(5).max(500),
  }),
  response: RequirementVersion,
  status: 201,
});

export const listInstitutions = defineRoute({
  method: "GET",
  path: "/api/library/institutions",
  summary: "The institutions of the cluster and its partners",
  permission: "public",
  query: PageQuery.extend({ kind: z.string().max(30).optional(), text: z.string().max(100).optional() }),
  response: pageOf(Institution),
});
export const getInstitution = defineRoute({
  method: "GET",
  path: "/api/library/institutions/:id",
  summary: "One institution with its accreditations and scope",
  permission: "public",
  params: z.object({ id: idOf("ins") }),
  response: Institution.extend({
    accreditations: z.array(Accreditation),
    scope: z.array(ScopeLine),
    children: z.array(Institution),
  }),
});

export const libraryRoutes = {
  listMarkets,
  listProducts,
  listRequirements,
  getRequirement,
  verifyRequirement,
  listInstitutions,
  getInstitution,
} as const;
