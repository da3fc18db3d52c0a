import {
  createQuery,
  deleteQuery,
  eventsOfQuery,
  getQuery,
  getSubscription,
  listQueries,
  listSubscriptions,
  subscribe,
  unsubscribe,
} from "@quanheng/contract/routes/event-queries.ts";
import type { FastifyInstance } from "fastify";
import { openSecretBox } from "../adapters/webhook/secret-box.ts";
import { askQuery, forgetQuery, nameQuery, pageQueries, queryOf } from "../services/traceability/named-queries.ts";
import {
  endSubscription,
  pageSubscriptions,
  subscribeTo,
  subscriptionOf,
} from "../services/traceability/subscriptions.ts";
import { linkNext, versions } from "./epcis-headers.ts";
import { serve } from "./serve.ts";

/** Named queries of events, and those who are told of what they find. */
export function eventQueryRoutes(app: FastifyInstance): void {
  const { settings, keys } = app.house;
  const desk = { places: settings.webhooks ?? "public", box: openSecretBox(() => keys.webhookSigner()) } as const;
  serve(app, createQuery, async ({ context, body, reply }) => {
    versions(reply).header("location", `/api/epcis/queries/${body.name}/events`);
    return nameQuery(context, body);
  });
  serve(app, listQueries, ({ context, query }) => pageQueries(context, query));
  serve(app, getQuery, ({ context, params }) => queryOf(context, params.queryName));
  serve(app, deleteQuery, ({ context, params }) => forgetQuery(context, params.queryName));
  serve(app, eventsOfQuery, async ({ context, params, query, reply, request }) => {
    const { document, next } = await askQuery(context, params.queryName, query);
    linkNext(reply, request.url, next);
    return document;
  });
  serve(app, subscribe, async ({ context, params, body, reply }) => {
    const made = await subscribeTo(context, desk, params.queryName, body);
    const address = `/api/epcis/queries/${params.queryName}/subscriptions/${made.subscriptionID}`;
    versions(reply).header("location", address);
    return made;
  });
  serve(app, listSubscriptions, ({ context, params, query }) => pageSubscriptions(context, params.queryName, query));
  serve(app, getSubscription, ({ context, params }) =>
    subscriptionOf(context, params.queryName, params.subscriptionID),
  );
  serve(app, unsubscribe, ({ context, params }) => endSubscription(context, params.queryName, params.subscriptionID));
}
