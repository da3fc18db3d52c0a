import {
  callBack,
  captureEvent,
  captureEvents,
  eventsOfThing,
  getCapture,
  getEvent,
  getJourney,
  listCaptures,
  listRecalls,
  listShares,
  listTraceEvents,
  queryEvents,
  remindHolders,
  shareEvents,
} from "@quanheng/contract/routes/traceability.ts";
import type { FastifyInstance } from "fastify";
import { refuse } from "../refusals.ts";
import { captureDocument, captureOne, getCaptureOf, pageCaptures } from "../services/traceability/capture.ts";
import { LARGEST_DOCUMENT } from "../services/traceability/document-stream.ts";
import { eventOf, pageEvents, queryEventsOf } from "../services/traceability/query.ts";
import { callLotBack, pageRecalls, tellAgain } from "../services/traceability/recalls.ts";
import { pageShares, setShare } from "../services/traceability/shares.ts";
import { journeyOf } from "../services/traceability/trace.ts";
import { asQueryProblem, linkNext, versions } from "./epcis-headers.ts";
import { eventQueryRoutes } from "./event-queries.ts";
import { serve } from "./serve.ts";

/** Events of traceability, for machines as EPCIS has it and for pages. */
export function traceabilityRoutes(app: FastifyInstance): void {
  // Documents are read while they arrive; nothing here is parsed before the service sees it.
  app.register(async (inner) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser(["application/json", "application/ld+json"], (_, body, done) => done(null, body));
    serve(inner, captureEvents, async ({ context, request, reply }) => {
      const body: unknown = request.body;
      if (!isStream(body)) return refuse("epcis-empty");
      if (Number(request.headers["content-length"] ?? 0) > LARGEST_DOCUMENT) refuse("too-large", { limit: "100 MB" });
      const behaviour = request.headers["gs1-capture-error-behaviour"] === "proceed" ? "proceed" : "rollback";
      const job = await captureDocument(context, body, behaviour);
      versions(reply).header("location", `/api/epcis/capture/${job.captureID}`);
      return job;
    });
  });
  app.register(async (inner) => {
    inner.setErrorHandler((error) => {
      throw asQueryProblem(error);
    });
    machineRoutes(inner);
    eventQueryRoutes(inner);
  });
  pageRoutes(app);
}

/** The REST bindings of EPCIS. */
function machineRoutes(app: FastifyInstance): void {
  serve(app, listCaptures, ({ context, query }) => pageCaptures(context, query));
  serve(app, getCapture, async ({ context, params, reply }) => {
    versions(reply);
    return getCaptureOf(context, params.id);
  });
  serve(app, captureEvent, async ({ context, body, reply }) => {
    const kept = await captureOne(context, body);
    versions(reply).header("location", `/api/epcis/events/${encodeURIComponent(kept.eventID)}`);
    return kept;
  });
  serve(app, queryEvents, async ({ context, query, reply, request }) => {
    const { document, next } = await queryEventsOf(context, query);
    linkNext(reply, request.url, next);
    return document;
  });
  serve(app, getEvent, async ({ context, params, reply }) => {
    versions(reply);
    return eventOf(context, params.eventID);
  });
  serve(app, eventsOfThing, async ({ context, params, query, reply, request }) => {
    const { document, next } = await queryEventsOf(context, query, params.epc);
    linkNext(reply, request.url, next);
    return document;
  });
}

/** What pages show. */
function pageRoutes(app: FastifyInstance): void {
  serve(app, listTraceEvents, ({ context, query }) => pageEvents(context, query));
  serve(app, getJourney, ({ context, query }) => journeyOf(context, query.key));
  serve(app, listRecalls, ({ context, query }) => pageRecalls(context, query));
  serve(app, callBack, ({ context, body }) => callLotBack(context, body));
  serve(app, remindHolders, ({ context, params }) => tellAgain(context, params.id));
  serve(app, listShares, ({ context, query }) => pageShares(context, query));
  serve(app, shareEvents, ({ context, body }) => setShare(context, body));
}

function isStream(value: unknown): value is AsyncIterable<Uint8Array> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
