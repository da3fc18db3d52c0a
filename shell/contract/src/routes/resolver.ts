import { z } from "zod";
import { defineRoute } from "../route.ts";
import { PageQuery, pageOf } from "../schemas/common.ts";
import { ItemChange, ItemPath, LinksetImport, LinksetImportOutcome, ResolverItem } from "../schemas/resolver.ts";

export const listResolverItems = defineRoute({
  method: "GET",
  path: "/api/resolver/items",
  summary: "What hangs on the keys of the reader's party, by key",
  permission: "resolver.manage",
  query: PageQuery.extend({ text: z.string().max(200).optional() }),
  response: pageOf(ResolverItem),
});
export const getResolverItem = defineRoute({
  method: "GET",
  path: "/api/resolver/item",
  summary: "One level of a key of the reader's party",
  permission: "resolver.manage",
  query: z.object({ path: ItemPath }),
  response: ResolverItem,
});
export const recordResolverItem = defineRoute({
  method: "PUT",
  path: "/api/resolver/item",
  summary: "Say where a level of a key leads, or that it is withdrawn",
  permission: "resolver.manage",
  body: ItemChange,
  response: ResolverItem,
});
export const exportLinkset = defineRoute({
  method: "GET",
  path: "/api/resolver/linkset",
  summary: "All links of the reader's party as one linkset, for another resolver",
  permission: "resolver.manage",
  produces: "application/linkset+json",
  response: z.unknown(),
});
export const importLinkset = defineRoute({
  method: "POST",
  path: "/api/resolver/imports",
  summary: "Take links over from a linkset; looked at first, kept only if every item is good",
  permission: "resolver.manage",
  body: LinksetImport,
  response: LinksetImportOutcome,
});

export const resolverRoutes = {
  listResolverItems,
  getResolverItem,
  recordResolverItem,
  exportLinkset,
  importLinkset,
} as const;
