import { invariant } from "@quanheng/kernel/refusal.ts";
import type { FastifyInstance, RouteOptions } from "fastify";

/**
 * Lets no route of the API be registered that is not a contract, and so names its permission, or says why it is none.
 */
export function requireContract(app: FastifyInstance, { url, method, config }: RouteOptions): void {
  if (!url.startsWith("/api/")) return;
  invariant(config?.contract || config?.uncontracted, `${String(method)} ${url} has a contract`);
  if (config.contract && method !== "HEAD") app.served.push(config.contract);
}
