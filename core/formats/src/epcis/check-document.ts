import { checkEvent } from "./check-event.ts";
import { EVENT_TYPES } from "./event.ts";
import { type Check, type EpcisProblem, fault } from "./problem.ts";
import { isObject, list, object } from "./shape-checks.ts";
import { address, anything, text, time, version } from "./value-checks.ts";

const events = list(checkEvent);
/** A context is an address, an object, or a list of them; it is not fetched. */
const context: Check = (value, at) =>
  typeof value === "string" || isObject(value) || Array.isArray(value) ? [] : fault("epcis-not-text", at);
const FRAME: Readonly<Record<string, Check>> = {
  "@context": context,
  id: address,
  type: text,
  schemaVersion: version,
  creationDate: time,
};
const captured = object({
  members: {
    ...FRAME,
    instanceIdentifier: text,
    sender: text,
    receiver: text,
    epcisHeader: object({ members: { epcisMasterData: anything } }),
    epcisBody: object({ members: { eventList: events }, required: ["eventList"] }),
  },
  required: ["@context", "schemaVersion", "creationDate", "epcisBody"],
});
const resultsBody = object({ members: { eventList: events, vocabularyList: anything }, required: ["eventList"] });
const queryResults = object({
  members: { queryName: text, subscriptionID: text, resultsBody },
  required: ["queryName", "resultsBody"],
});
const answered = object({
  members: { ...FRAME, epcisBody: object({ members: { queryResults }, required: ["queryResults"] }) },
  required: ["@context", "epcisBody"],
});

/**
 * What is wrong with a document of events or an answer to a query, or with a single event that brings its own context.
 *
 * @example checkDocument({ type: "EPCISDocumnt" }) // → [{ code: "epcis-type-unknown", at: "", found: "EPCISDocumnt" }]
 * @source EPCIS 2.0, JSON binding, as published with the REST bindings
 */
export function checkDocument(document: unknown): readonly EpcisProblem[] {
  if (!isObject(document)) return fault("epcis-not-an-object", "");
  if (document.type === "EPCISDocument") return captured(document, "");
  if (document.type === "EPCISQueryDocument") return answered(document, "");
  if (!EVENT_TYPES.some((type) => type === document.type)) {
    return fault("epcis-type-unknown", "", typeof document.type === "string" ? document.type : undefined);
  }
  const found = checkEvent(document);
  return Object.hasOwn(document, "@context") ? found : [...fault("epcis-member-missing", "", "@context"), ...found];
}
