import { z } from "zod";
import { defineRoute } from "../route.ts";
import { IsoDate, idOf, PageQuery, pageOf } from "../schemas/common.ts";
import {
  Allocation,
  ApplicationDecision,
  KeyImport,
  KeyImportOutcome,
  Licence,
  LicenceRenewal,
  NewAllocation,
  NewApplication,
  NumberApplication,
  NumberedKey,
  NumberedKind,
  Product,
  ProductChange,
} from "../schemas/numbering.ts";

export const listLicences = defineRoute({
  method: "GET",
  path: "/api/numbering/licences",
  summary: "Company prefixes of the reader's party with how long their numbers last; the centre sees all",
  permission: "numbering.read",
  response: z.object({ items: z.array(Licence) }),
});
export const listNumberApplications = defineRoute({
  method: "GET",
  path: "/api/numbering/applications",
  summary: "Applications for a company prefix, newest first; the centre sees all",
  permission: "numbering.read",
  query: PageQuery,
  response: pageOf(NumberApplication),
});
export const applyForNumbers = defineRoute({
  method: "POST",
  path: "/api/numbering/applications",
  summary: "Apply for a company prefix",
  permission: "numbering.apply",
  body: NewApplication,
  response: z.object({ id: idOf("apl") }),
  status: 201,
});
export const decideApplication = defineRoute({
  method: "POST",
  path: "/api/numbering/applications/:id/decision",
  summary: "Grant a company prefix or decline, with a reason",
  permission: "numbering.grant",
  params: z.object({ id: idOf("apl") }),
  body: ApplicationDecision,
  response: z.object({ licenceId: idOf("lic").nullable() }),
});
export const renewLicence = defineRoute({
  method: "POST",
  path: "/api/numbering/licences/:id/terms",
  summary: "Renew a company prefix to a later day",
  permission: "numbering.grant",
  params: z.object({ id: idOf("lic") }),
  body: LicenceRenewal,
  response: z.object({ validTo: IsoDate }),
  status: 201,
});
export const allocateKeys = defineRoute({
  method: "POST",
  path: "/api/numbering/licences/:id/allocations",
  summary: "Hand out the next keys of a kind, without gaps and never twice",
  permission: "numbering.allocate",
  params: z.object({ id: idOf("lic") }),
  body: NewAllocation,
  response: Allocation,
  status: 201,
});
export const importKeys = defineRoute({
  method: "POST",
  path: "/api/numbering/licences/:id/imports",
  summary: "Take over keys that are in use already; looked at first, kept only if every row is good",
  permission: "numbering.allocate",
  params: z.object({ id: idOf("lic") }),
  body: KeyImport,
  response: KeyImportOutcome,
});
export const listNumberedKeys = defineRoute({
  method: "GET",
  path: "/api/numbering/keys",
  summary: "Keys of the reader's party, by number",
  permission: "numbering.read",
  query: PageQuery.extend({ kind: NumberedKind.optional(), text: z.string().max(100).optional() }),
  response: pageOf(NumberedKey),
});
export const withdrawKey = defineRoute({
  method: "POST",
  path: "/api/numbering/withdrawals",
  summary: "Withdraw a key: it stands for nothing any more and is not handed out again",
  permission: "numbering.allocate",
  body: z.object({
    ai: z.string().regex(/^\d{2,4}$/),
    value: z.string().min(4).max(90),
    reason: z.string().trim().min(1).max(1000),
  }),
  response: z.object({ withdrawn: z.literal(true) }),
});
export const getAllocationCertificate = defineRoute({
  method: "GET",
  path: "/api/numbering/allocations/:id/certificate",
  summary: "Certificate of the keys that were handed out together, as PDF",
  permission: "numbering.read",
  params: z.object({ id: idOf("alc") }),
  produces: "application/pdf",
  response: z.unknown(),
});
export const listNumberedProducts = defineRoute({
  method: "GET",
  path: "/api/numbering/products",
  summary: "Products behind the GTINs of the reader's party, with how good their data are",
  permission: "numbering.read",
  query: PageQuery,
  response: pageOf(Product),
});
export const recordProduct = defineRoute({
  method: "PUT",
  path: "/api/numbering/products",
  summary: "Say what stands behind a GTIN",
  permission: "numbering.allocate",
  body: ProductChange,
  response: Product,
});

export const findConsignment = defineRoute({
  method: "GET",
  path: "/api/numbering/consignments/:ginc",
  summary: "The commission that a GINC names",
  permission: "commission.read",
  params: z.object({ ginc: z.string().min(5).max(30) }),
  response: z.object({ id: idOf("com"), number: z.string(), ginc: z.string() }),
});

export const numberingRoutes = {
  findConsignment,
  listLicences,
  listNumberApplications,
  applyForNumbers,
  decideApplication,
  renewLicence,
  allocateKeys,
  importKeys,
  listNumberedKeys,
  withdrawKey,
  getAllocationCertificate,
  listNumberedProducts,
  recordProduct,
} as const;
