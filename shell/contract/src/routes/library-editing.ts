import { ROW_FIELDS } from "@quanheng/flow/selection/library/row-problem.ts";
import { z } from "zod";
import { defineRoute } from "../route.ts";
import { Bilingual, IsoDate, IsoTime, idOf, PageQuery, pageOf } from "../schemas/common.ts";
import { ApplicableRequirement } from "../schemas/selection.ts";
import { RequirementVersion } from "./library.ts";

/** A requirement as it is typed: every field a text, an absent one empty. */
export const RowTexts = z.partialRecord(z.enum(ROW_FIELDS), z.string().max(4000));
export const RowProblem = z.object({
  field: z.enum(ROW_FIELDS),
  code: z.string(),
  facts: z.record(z.string(), z.unknown()),
  sentence: Bilingual,
});
export const FieldChange = z.object({ field: z.enum(ROW_FIELDS), before: z.string(), after: z.string() });

export const checkProposal = defineRoute({
  method: "POST",
  path: "/api/library/proposals/check",
  summary: "What is wrong with a requirement as typed, and what it would change; nothing is recorded",
  permission: "requirement.propose",
  body: z.object({ row: RowTexts }),
  response: z.object({
    rowId: z.string().nullable(),
    kind: z.enum(["new", "changed", "same", "bad"]),
    /** The newest version that the row was compared with. */
    before: idOf("req").nullable(),
    changes: z.array(FieldChange),
    problems: z.array(RowProblem),
  }),
});
export const proposeRequirement = defineRoute({
  method: "POST",
  path: "/api/library/proposals",
  summary: "Propose a new requirement, or a new version of one",
  permission: "requirement.propose",
  body: z.object({
    row: RowTexts,
    /** The newest version as the proposer saw it; null for a row of its own. */
    before: idOf("req").nullable(),
    reason: z.string().min(5).max(500),
  }),
  response: RequirementVersion,
  status: 201,
});
export const declineRequirement = defineRoute({
  method: "POST",
  path: "/api/library/requirements/:rowId/decline",
  summary: "Decline a proposed version: the version before it holds again, a row of its own is retired",
  permission: "requirement.verify",
  params: z.object({ rowId: z.string().max(120) }),
  body: z.object({ versionId: idOf("req"), reason: z.string().min(5).max(500) }),
  response: RequirementVersion,
  status: 201,
});
/** A row as the form edits it. */
export const getRowTexts = defineRoute({
  method: "GET",
  path: "/api/library/requirements/:rowId/texts",
  summary: "The newest version of a requirement as the form and the file write it",
  permission: "requirement.propose",
  params: z.object({ rowId: z.string().max(120) }),
  response: z.object({ versionId: idOf("req"), row: RowTexts }),
});
export const listQueue = defineRoute({
  method: "GET",
  path: "/api/library/queue",
  summary: "Requirements that await a second person, proposed ones first",
  permission: "requirement.verify",
  query: PageQuery.extend({ status: z.enum(["proposed", "recalled"]).default("proposed") }),
  response: pageOf(
    ApplicableRequirement.extend({
      recordedBy: Bilingual.nullable(),
      recordedAt: IsoTime,
      reason: z.string(),
      own: z.boolean(),
    }),
  ),
});

export const IMPORT_BYTES = 20 * 1024 * 1024;
export const IMPORT_KINDS = ["new", "changed", "same", "bad"] as const;
export const LibraryImport = z.object({
  id: idOf("imp"),
  fileName: z.string(),
  by: Bilingual,
  own: z.boolean(),
  state: z.enum(["reading", "ready", "confirmed", "cancelled", "failed"]),
  total: z.number().int(),
  done: z.number().int(),
  counts: z.object({
    new: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    bad: z.number().int(),
  }),
  problem: z.object({ code: z.string(), sentence: Bilingual }).nullable(),
  createdAt: IsoTime,
  reason: z.string().nullable(),
});
export const startImport = defineRoute({
  method: "POST",
  path: "/api/library/imports",
  summary: "Read a CSV or XLSX file of requirements; nothing enters the library before it is confirmed",
  permission: "requirement.propose",
  upload: { maxBytes: IMPORT_BYTES },
  body: z.object({}),
  response: LibraryImport,
  status: 202,
});
export const listImports = defineRoute({
  method: "GET",
  path: "/api/library/imports",
  summary: "Imports, newest first",
  permission: "requirement.propose",
  query: PageQuery,
  response: pageOf(LibraryImport),
});
const ImportById = z.object({ id: idOf("imp") });
export const getImport = defineRoute({
  method: "GET",
  path: "/api/library/imports/:id",
  summary: "How far an import is, and what it would do",
  permission: "requirement.propose",
  params: ImportById,
  response: LibraryImport,
});
export const ImportRow = z.object({
  line: z.number().int(),
  kind: z.enum(IMPORT_KINDS),
  rowId: z.string().nullable(),
  changes: z.array(FieldChange),
  problems: z.array(RowProblem),
});
export const listImportRows = defineRoute({
  method: "GET",
  path: "/api/library/imports/:id/rows",
  summary: "The rows of an import with their differences or problems, by line",
  permission: "requirement.propose",
  params: ImportById,
  query: PageQuery.extend({ kind: z.enum(IMPORT_KINDS) }),
  response: pageOf(ImportRow),
});
export const confirmImport = defineRoute({
  method: "POST",
  path: "/api/library/imports/:id/confirm",
  summary: "Propose every good row of an import that changes something: all of them, or none",
  permission: "requirement.propose",
  params: ImportById,
  body: z.object({ reason: z.string().min(5).max(500) }),
  response: LibraryImport,
});
export const cancelImport = defineRoute({
  method: "POST",
  path: "/api/library/imports/:id/cancel",
  summary: "Stop reading, or drop what was read",
  permission: "requirement.propose",
  params: ImportById,
  body: z.object({}),
  response: LibraryImport,
});

export const StandardsFlag = z.object({
  kind: z.enum(["requirement", "scope-line"]),
  subject: z.string(),
  /** The institution of a scope line. */
  institutionId: idOf("ins").nullable(),
  name: Bilingual,
  document: z.string(),
  reason: z.enum(["withdrawn", "superseded"]),
  successor: z.string().nullable(),
  since: IsoDate.nullable(),
  foundAt: IsoTime,
});
export const listFlags = defineRoute({
  method: "GET",
  path: "/api/library/flags",
  summary: "Requirements and scope lines whose document is withdrawn or superseded",
  permission: "public",
  query: PageQuery.extend({ kind: z.enum(["requirement", "scope-line"]).optional() }),
  response: pageOf(StandardsFlag),
});

export const libraryEditingRoutes = {
  checkProposal,
  proposeRequirement,
  declineRequirement,
  getRowTexts,
  listQueue,
  startImport,
  listImports,
  getImport,
  listImportRows,
  confirmImport,
  cancelImport,
  listFlags,
} as const;
