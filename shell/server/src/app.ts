import { randomBytes } from "node:crypto";
import multipart from "@fastify/multipart";
import type { RouteContract } from "@quanheng/contract/route.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerFactory,
  LogController,
} from "fastify";
import { serveAccounts } from "./auth/account-routes.ts";
import type { Identified } from "./auth/identity.ts";
import { rateLimiter } from "./auth/rate-limit.ts";
import { requireKnownHost, requireSameOrigin } from "./auth/same-origin.ts";
import type { Context } from "./context.ts";
import type { House } from "./house.ts";
import { languageOf } from "./language.ts";
import { answerFor } from "./problems.ts";
import { registerRoutes } from "./routes/all.ts";
import { serveHealth } from "./routes/health.ts";
import { jsonBody } from "./routes/json-body.ts";
import { serveOpenApi } from "./routes/openapi.ts";
import { requireContract } from "./routes/require-contract.ts";
import { securityHeaders } from "./routes/security-headers.ts";
import { serializerCompiler, validatorCompiler } from "./routes/validation.ts";
import { serveWeb } from "./routes/web.ts";

declare module "fastify" {
  interface FastifyInstance {
    readonly house: House;
    /** Every contract that is served, in order of registration. */
    readonly served: RouteContract[];
  }
  interface FastifyRequest {
    /** Who sent it, and what a service gets for it; set for every route that has a contract. */
    identified: Identified;
    context: Context;
  }
  interface FastifyContextConfig {
    contract?: RouteContract;
    /** Why a route under `/api/` has no contract; only the house itself has such routes. */
    uncontracted?: string;
  }
}

/** More JSON than any form of the platform sends. */
const BODY_LIMIT_BYTES = 1024 * 1024;

/**
 * Builds the HTTP side of the platform.
 *
 * Guards stand in the order of their cost: known host, own origin, rate, then per route permission, body, schema, service.
 *
 * @param serverFactory hands in a server that listens already; without it the platform is asked from within only
 */
export async function buildApp(house: House, serverFactory?: FastifyServerFactory): Promise<FastifyInstance> {
  const { settings, now } = house;
  const app = Fastify({
    ...(serverFactory && { serverFactory }),
    bodyLimit: BODY_LIMIT_BYTES,
    // Only behind a proxy of our own does another address than the peer's count.
    trustProxy: settings.origin === null ? false : ["loopback", "linklocal", "uniquelocal"],
    // To standard error: standard output belongs to whoever started the platform.
    logger: settings.logLevel === "silent" ? false : { level: settings.logLevel, stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 400 },
    forceCloseConnections: "idle",
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
  });

  app.decorate("house", house);
  app.decorate("served", []);
  app.decorateRequest("identified");
  app.decorateRequest("context");
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) => sendProblem(new Refusal("not-found"), request, reply));
  app.addHook("onRoute", (route) => requireContract(app, route));
  app.addHook("onRequest", securityHeaders(settings));
  app.addHook("onRequest", requireKnownHost(settings));
  app.addHook("onRequest", requireSameOrigin(settings));
  app.addHook("onRequest", rateLimiter(settings.limits, now));
  jsonBody(app, BODY_LIMIT_BYTES);
  await app.register(multipart);

  serveHealth(app);
  serveOpenApi(app);
  serveAccounts(app);
  registerRoutes(app);
  serveWeb(app);
  return app;
}

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request.query, request.headers["accept-language"]);
  const { problem, incident } = answerFor(error, language, () => randomBytes(4).toString("hex"));
  if (incident)
    request.log.error({ err: error, incident, method: request.method, url: request.routeOptions.url }, "incident");
  const seconds = problem.facts["seconds"];
  if (typeof seconds === "number") reply.header("retry-after", seconds);
  reply.headers({ "content-language": language, vary: "accept-language", "cache-control": "no-store" });
  // Sent as bytes: the route's own schema describes its answer, not its problems.
  return reply
    .code(problem.status)
    .type("application/problem+json")
    .send(Buffer.from(JSON.stringify(problem)));
}
