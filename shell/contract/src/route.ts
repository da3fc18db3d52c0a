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
  readonly response: z.ZodType;
  /** Status of success; 200 unless stated. */
  readonly status?: 200 | 201 | 202 | 204;
};

/** Keeps the literal types of a contract, so that client and server infer the same shapes. */
export function defineRoute<const Route extends RouteContract>(route: Route): Route {
  return route;
}
