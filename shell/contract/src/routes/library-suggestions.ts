import { z } from "zod";
import { defineRoute } from "../route.ts";
import { Bilingual, PageQuery, pageOf } from "../schemas/common.ts";

export const SUGGESTED = ["characteristic", "product", "method", "document"] as const;

/** One thing that a form may name. */
export const Suggestion = z.object({
  id: z.string(),
  name: Bilingual,
  /** The usual unit of a characteristic, as a UCUM code. */
  unit: z.string().nullable(),
});
export const listSuggestions = defineRoute({
  method: "GET",
  path: "/api/library/suggestions/:kind",
  summary: "Characteristics, products, methods or documents that a typed text may stand for, the nearest first",
  permission: "public",
  params: z.object({ kind: z.enum(SUGGESTED) }),
  query: PageQuery.extend({ text: z.string().max(100).optional() }),
  response: pageOf(Suggestion),
});

export const librarySuggestionRoutes = { listSuggestions } as const;
