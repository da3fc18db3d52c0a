import { SCOPE_FIELDS } from "@quanheng/flow/selection/scope/scope-line.ts";
import { z } from "zod";
import { defineRoute } from "../route.ts";
import { Bilingual, IsoTime, idOf, PageQuery, pageOf } from "../schemas/common.ts";
import { ScopeLine } from "../schemas/party.ts";

export const SCOPE_FILE_BYTES = 5 * 1024 * 1024;
export const SCOPE_KINDS = ["new", "changed", "ended", "same", "bad"] as const;

/** A scope file laid beside the scope that holds, and what became of it. */
export const ScopeImport = z.object({
  id: idOf("sci"),
  accreditation: z.object({ id: z.string(), body: z.string(), number: z.string() }),
  fileName: z.string(),
  by: Bilingual,
  own: z.boolean(),
  state: z.enum(["ready", "confirmed", "declined"]),
  counts: z.record(z.enum(SCOPE_KINDS), z.number().int()),
  /** Open commissions whose agreed tests rest on lines that would change or end. */
  inUse: z.number().int(),
  reason: z.string().nullable(),
  decidedBy: Bilingual.nullable(),
  createdAt: IsoTime,
});

export const listScope = defineRoute({
  method: "GET",
  path: "/api/library/institutions/:id/scope",
  summary: "The scope of an institution, line by line",
  permission: "public",
  params: z.object({ id: idOf("ins") }),
  query: PageQuery.extend({ text: z.string().max(100).optional() }),
  response: pageOf(ScopeLine),
});
export const startScopeImport = defineRoute({
  method: "POST",
  path: "/api/library/accreditations/:accreditationId/scope-imports",
  summary:
    "Lay a CSV or XLSX file of the whole scope beside the one that holds; nothing changes before it is confirmed",
  permission: "scope.propose",
  params: z.object({ accreditationId: z.string().min(1).max(60) }),
  upload: { maxBytes: SCOPE_FILE_BYTES },
  body: z.object({}),
  response: ScopeImport,
  status: 201,
});
export const listScopeImports = defineRoute({
  method: "GET",
  path: "/api/library/scope-imports",
  summary: "Scope files of one's own house, newest first",
  permission: "scope.read",
  query: PageQuery,
  response: pageOf(ScopeImport),
});
const ById = z.object({ id: idOf("sci") });
export const getScopeImport = defineRoute({
  method: "GET",
  path: "/api/library/scope-imports/:id",
  summary: "What a scope file would change",
  permission: "scope.read",
  params: ById,
  response: ScopeImport,
});
const Cell = z.enum(SCOPE_FIELDS);
export const ScopeImportRow = z.object({
  serial: z.number().int(),
  /** Line of the file; null for what the file does not hold any more. */
  line: z.number().int().nullable(),
  kind: z.enum(SCOPE_KINDS),
  /** The line as it holds or would hold; null for one that cannot be read. */
  shown: z.record(Cell, z.string().nullable()).nullable(),
  changes: z.array(z.object({ field: Cell, before: z.string(), after: z.string() })),
  problems: z.array(z.object({ field: Cell, code: z.string(), sentence: Bilingual })),
  inUse: z.number().int(),
});
export const listScopeImportRows = defineRoute({
  method: "GET",
  path: "/api/library/scope-imports/:id/rows",
  summary: "The lines of a scope file with their differences or problems",
  permission: "scope.read",
  params: ById,
  query: PageQuery.extend({ kind: z.enum(SCOPE_KINDS) }),
  response: pageOf(ScopeImportRow),
});
const Decided = z.object({ reason: z.string().trim().min(5).max(500) });
export const confirmScopeImport = defineRoute({
  method: "POST",
  path: "/api/library/scope-imports/:id/confirm",
  summary: "Put the good lines of a scope file into force, as a second person: all of them, or none",
  permission: "scope.confirm",
  params: ById,
  body: Decided,
  response: ScopeImport,
});
export const declineScopeImport = defineRoute({
  method: "POST",
  path: "/api/library/scope-imports/:id/decline",
  summary: "Give a scope file up",
  permission: "scope.confirm",
  params: ById,
  body: Decided,
  response: ScopeImport,
});

export const scopeRoutes = {
  listScope,
  startScopeImport,
  listScopeImports,
  getScopeImport,
  listScopeImportRows,
  confirmScopeImport,
  declineScopeImport,
} as const;
