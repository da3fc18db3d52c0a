import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { FastifyReply } from "fastify";
import { LARGEST_DOCUMENT } from "../services/traceability/document-stream.ts";
import { isRequestError } from "./validation.ts";

/** @source EPCIS 2.0 REST bindings, response headers */
export function versions(reply: FastifyReply): FastifyReply {
  return reply.headers({
    "gs1-epcis-version": "2.0.0",
    "gs1-cbv-version": "2.0.0",
    "gs1-epcis-capture-file-size-limit": String(LARGEST_DOCUMENT),
  });
}

/** The address of the next page. @source RFC 8288; EPCIS 2.0 REST bindings */
export function linkNext(reply: FastifyReply, asked: string, next: string | null): void {
  versions(reply);
  if (next === null) return;
  const address = new URL(asked, "http://localhost");
  address.searchParams.set("nextPageToken", next);
  reply.header("link", `<${address.pathname}${address.search}>; rel="next"`);
}

/**
 * A parameter of a query that is not known, or whose value cannot be read, is a bad request by the bindings, where the
 * platform has 422 elsewhere.
 *
 * @source EPCIS 2.0 REST bindings, response 400QueryIssues
 */
export function asQueryProblem(error: unknown): unknown {
  if (!isRequestError(error) || error.validationContext !== "querystring") return error;
  const [first] = error.issues;
  const parameter = (first?.code === "unrecognized_keys" ? first.keys[0] : first?.path.join(".")) ?? "";
  return new Refusal("epcis-parameter", { parameter: parameter.slice(0, 100) });
}
