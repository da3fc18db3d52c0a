import type { z } from "zod";
import type { Permission } from "./permission.ts";

/** One address of the API with everything that crosses the wire: the server validates by it, the web calls by it. */
export type RouteContract = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Fastify style: `/api/commissions/:id`. */
  readonly path: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Multipart instead of a JSON body: one part `file`, at most so many bytes; `body` then describes the text parts before it. */
  readonly upload?: { readonly maxBytes: number };
  /** Media type of an answer that is not JSON; the handler then answers bytes or a stream, and `response` is not applied. */
  readonly produces?: string;
  readonly response: z.ZodType;
  /** Status of success; 200 unless stated. */
  readonly status?: 200 | 201 | 202 | 204;
};

/** Keeps the literal types of a contract, so that client and server infer the same shapes. */
export function defineRoute<const Route extends RouteContract>(route: Route): Route {
  return route;
}
