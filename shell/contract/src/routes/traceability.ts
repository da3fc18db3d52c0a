import { z } from "zod";
import { defineRoute } from "../route.ts";
import { idOf, PageQuery, pageOf } from "../schemas/common.ts";
import { EventQuery } from "../schemas/event-query.ts";
import { CaptureJob, Journey, Key, RecallRecord, Share, TraceEvent } from "../schemas/traceability.ts";

export const captureEvents = defineRoute({
  method: "POST",
  path: "/api/epcis/capture",
  summary: "Capture a document of events (EPCIS 2.0, JSON); read while it arrives",
  permission: "trace.capture",
  response: CaptureJob,
  status: 202,
});
export const listCaptures = defineRoute({
  method: "GET",
  path: "/api/epcis/capture",
  summary: "Captures of the reader's party, the newest first",
  permission: "trace.capture",
  query: PageQuery,
  response: pageOf(CaptureJob),
});
export const getCapture = defineRoute({
  method: "GET",
  path: "/api/epcis/capture/:id",
  summary: "How far a capture has come, and what was wrong",
  permission: "trace.capture",
  params: z.object({ id: idOf("cap") }),
  response: CaptureJob,
});
export const captureEvent = defineRoute({
  method: "POST",
  path: "/api/epcis/events",
  summary: "Capture one event that brings its own context",
  permission: "trace.capture",
  body: z.record(z.string(), z.unknown()),
  response: z.object({ eventID: z.string(), known: z.boolean() }),
  status: 201,
});
export const queryEvents = defineRoute({
  method: "GET",
  path: "/api/epcis/events",
  summary: "Events by the parameters of the simple event query, page by page",
  permission: "trace.read",
  query: EventQuery,
  response: z.unknown(),
});
export const getEvent = defineRoute({
  method: "GET",
  path: "/api/epcis/events/:eventID",
  summary: "The event of an identity, and what declares it wrong",
  permission: "trace.read",
  params: z.object({ eventID: z.string().min(3).max(400) }),
  response: z.unknown(),
});
export const eventsOfThing = defineRoute({
  method: "GET",
  path: "/api/epcis/epcs/:epc/events",
  summary: "Events about one thing",
  permission: "trace.read",
  params: z.object({ epc: z.string().min(3).max(400) }),
  query: EventQuery,
  response: z.unknown(),
});

export const listTraceEvents = defineRoute({
  method: "GET",
  path: "/api/trace/events",
  summary: "Events for a page, the newest first",
  permission: "trace.read",
  query: PageQuery.extend({ key: z.string().max(2000).optional(), step: z.string().max(100).optional() }),
  response: pageOf(TraceEvent),
});
export const getJourney = defineRoute({
  method: "GET",
  path: "/api/trace/journey",
  summary: "Where a lot comes from, where it went, its certificates and who has it",
  permission: "trace.read",
  query: z.object({ key: Key }),
  response: Journey,
});
export const listRecalls = defineRoute({
  method: "GET",
  path: "/api/trace/recalls",
  summary: "Recalls that the reader called, is told of, or oversees",
  permission: "trace.read",
  query: PageQuery,
  response: pageOf(RecallRecord),
});
export const callBack = defineRoute({
  method: "POST",
  path: "/api/trace/recalls",
  summary: "Call a lot back: everything made from it, and a notice to every holder on the platform",
  permission: "trace.recall",
  body: z.object({ key: Key, reason: z.string().trim().min(1).max(1000) }),
  response: RecallRecord,
  status: 201,
});
export const remindHolders = defineRoute({
  method: "POST",
  path: "/api/trace/recalls/:id/notices",
  summary: "Tell the holders of a recall again: the party that called it, or a regulator",
  permission: "trace.remind",
  params: z.object({ id: idOf("rcl") }),
  response: z.object({ told: z.number().int() }),
});
export const listShares = defineRoute({
  method: "GET",
  path: "/api/trace/shares",
  summary: "Who reads the events of the reader's party",
  permission: "trace.read",
  query: PageQuery,
  response: pageOf(Share),
});
export const shareEvents = defineRoute({
  method: "POST",
  path: "/api/trace/shares",
  summary: "Let an institution or enterprise read the own events, or no longer",
  permission: "trace.capture",
  body: z.object({ readerId: z.string().regex(/^(ins|ent)-[0-9a-z]{4,40}$/), shared: z.boolean() }),
  response: z.object({ shared: z.boolean() }),
});

export const traceabilityRoutes = {
  captureEvents,
  listCaptures,
  getCapture,
  captureEvent,
  queryEvents,
  getEvent,
  eventsOfThing,
  listTraceEvents,
  getJourney,
  listRecalls,
  callBack,
  remindHolders,
  listShares,
  shareEvents,
} as const;
