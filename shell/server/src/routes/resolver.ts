import { LINKSET_CONTEXT } from "@quanheng/centres/article-numbering/resolver/linkset.ts";
import {
  exportLinkset,
  getResolverItem,
  importLinkset,
  listResolverItems,
  recordResolverItem,
} from "@quanheng/contract/routes/resolver.ts";
import type { FastifyInstance } from "fastify";
import { VISITOR } from "../auth/identity.ts";
import { contextFor } from "../house.ts";
import { publicOrigin } from "../public-origin.ts";
import { openCatalogue } from "../services/resolver/catalogue.ts";
import { LINKSET_CONTEXT_PATH, resolverDescription } from "../services/resolver/description.ts";
import { importLinks } from "../services/resolver/import-linkset.ts";
import { exportItems, getItem, pageItems, recordItem } from "../services/resolver/items.ts";
import { openToAll } from "./log.ts";
import { isResolverAddress, resolve } from "./resolver/resolve.ts";
import { serve } from "./serve.ts";

/** Where codes lead, for whoever scans one, and the links for whoever owns the code. */
export function resolverRoutes(app: FastifyInstance): void {
  const { house } = app;
  const origin = publicOrigin(house.settings);
  const catalogue = openCatalogue(() => contextFor(house, VISITOR), origin);

  serve(app, listResolverItems, ({ context, query }) => pageItems(context, query));
  serve(app, getResolverItem, ({ context, query }) => getItem(context, query.path));
  serve(app, recordResolverItem, async ({ context, body }) => {
    const item = await recordItem(context, body);
    catalogue.forget([item.path]);
    return item;
  });
  serve(app, exportLinkset, async ({ context, reply }) => {
    reply.header("content-disposition", 'attachment; filename="linkset.json"');
    return exportItems(context, origin);
  });
  serve(app, importLinkset, async ({ context, body }) => {
    const { paths, ...outcome } = await importLinks(context, body);
    catalogue.forget(paths);
    return outcome;
  });

  app.get("/.well-known/gs1resolver", async (_, reply) => {
    openToAll(reply, "public, max-age=3600");
    return reply.type("application/json").send(JSON.stringify(resolverDescription(origin)));
  });
  app.get(LINKSET_CONTEXT_PATH, async (_, reply) => {
    openToAll(reply, "public, max-age=86400");
    return reply.type("application/ld+json").send(JSON.stringify(LINKSET_CONTEXT));
  });

  // Before the routes, because a key may stand behind any stem; pages and the API keep their addresses.
  app.addHook("onRequest", async (request, reply) => {
    const { url: pattern } = request.routeOptions;
    if (!isResolverAddress(request.url, pattern === undefined || pattern === "/*")) return;
    if (await resolve(request, reply, { catalogue, origin })) return reply;
  });
}
