import { z } from "zod";
import { defineRoute } from "../route.ts";
import { idOf, PageQuery, pageOf } from "../schemas/common.ts";
import { EventQuery } from "../schemas/event-query.ts";
import {
  MadeSubscription,
  NamedQuery,
  NewSubscription,
  QueryName,
  Subscription,
} from "../schemas/event-subscription.ts";

const Named = z.object({ queryName: QueryName });
const OfQuery = Named.extend({ subscriptionID: idOf("sub") });

export const createQuery = defineRoute({
  method: "POST",
  path: "/api/epcis/queries",
  summary: "Name a query of events",
  permission: "trace.read",
  body: NamedQuery,
  response: NamedQuery,
  status: 201,
});
export const listQueries = defineRoute({
  method: "GET",
  path: "/api/epcis/queries",
  summary: "Named queries of the reader's party",
  permission: "trace.read",
  query: PageQuery,
  response: pageOf(NamedQuery),
});
export const getQuery = defineRoute({
  method: "GET",
  path: "/api/epcis/queries/:queryName",
  summary: "One named query",
  permission: "trace.read",
  params: Named,
  response: NamedQuery,
});
export const deleteQuery = defineRoute({
  method: "DELETE",
  path: "/api/epcis/queries/:queryName",
  summary: "Take a named query away, with its subscriptions",
  permission: "trace.read",
  params: Named,
  response: z.unknown(),
  status: 204,
});
export const eventsOfQuery = defineRoute({
  method: "GET",
  path: "/api/epcis/queries/:queryName/events",
  summary: "What a named query finds, page by page",
  permission: "trace.read",
  params: Named,
  query: z.strictObject({ perPage: EventQuery.shape.perPage, nextPageToken: EventQuery.shape.nextPageToken }),
  response: z.unknown(),
});
export const subscribe = defineRoute({
  method: "POST",
  path: "/api/epcis/queries/:queryName/subscriptions",
  summary: "Be told of what a named query finds: at once (stream) or by a schedule, signed, at an address of your own",
  permission: "trace.read",
  params: Named,
  body: NewSubscription,
  response: MadeSubscription,
  status: 201,
});
export const listSubscriptions = defineRoute({
  method: "GET",
  path: "/api/epcis/queries/:queryName/subscriptions",
  summary: "Subscriptions to a named query, and how the last telling went",
  permission: "trace.read",
  params: Named,
  query: PageQuery,
  response: pageOf(Subscription),
});
export const getSubscription = defineRoute({
  method: "GET",
  path: "/api/epcis/queries/:queryName/subscriptions/:subscriptionID",
  summary: "One subscription",
  permission: "trace.read",
  params: OfQuery,
  response: Subscription,
});
export const unsubscribe = defineRoute({
  method: "DELETE",
  path: "/api/epcis/queries/:queryName/subscriptions/:subscriptionID",
  summary: "Be told no longer",
  permission: "trace.read",
  params: OfQuery,
  response: z.unknown(),
  status: 204,
});

export const eventQueryRoutes = {
  createQuery,
  listQueries,
  getQuery,
  deleteQuery,
  eventsOfQuery,
  subscribe,
  listSubscriptions,
  getSubscription,
  unsubscribe,
} as const;
