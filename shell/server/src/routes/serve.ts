import { PERMISSIONS, type Permission } from "@quanheng/contract/permission.ts";
import type { RouteContract } from "@quanheng/contract/route.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Context } from "../context.ts";
import { contextFor } from "../house.ts";
import { requirePermission } from "../permissions.ts";
import { discardRest, readUpload, type Upload } from "./upload.ts";
import { parseParts } from "./validation.ts";
import { requireVisible } from "./visible-text.ts";

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** One validated request. What the contract does not declare is `undefined`. */
export type Call<Route extends RouteContract> = {
  readonly context: Context;
  readonly params: Parsed<Route["params"]>;
  readonly query: Parsed<Route["query"]>;
  readonly body: Parsed<Route["body"]>;
  readonly upload: Route["upload"] extends { readonly maxBytes: number } ? Upload : undefined;
  /** For headers of an answer that is not JSON; the status is set from the contract. */
  readonly reply: FastifyReply;
  readonly request: FastifyRequest;
};

/** What a handler answers: the contract's shape, or bytes where the contract says which media type it produces. */
export type AnswerOf<Route extends RouteContract> = Route extends { readonly produces: string }
  ? Uint8Array | NodeJS.ReadableStream
  : z.output<Route["response"]>;

/**
 * Serves one contract: who asks and whether they may is settled before a byte of the body is read, then the request is
 * validated, then the handler translates to a service and nothing else.
 *
 * @throws when the contract names no known permission: such a route cannot be registered
 */
export function serve<const Route extends RouteContract>(
  app: FastifyInstance,
  route: Route,
  handle: (call: Call<Route>) => Promise<AnswerOf<Route>>,
): void {
  invariant(PERMISSIONS.includes(route.permission as Permission), `${route.method} ${route.path} names a permission`);

  app.route({
    method: route.method,
    url: route.path,
    config: { contract: route },
    schema: {
      ...(route.params && { params: route.params }),
      ...(route.query && { querystring: route.query }),
      ...(route.body && !route.upload && { body: route.body }),
      ...(!route.produces && { response: { [route.status ?? 200]: route.response } }),
    },
    onRequest: async (request) => {
      request.identified = await app.house.accounts.identify(request.headers, app.house.now());
      request.context = contextFor(app.house, request.identified);
      requirePermission(request.context.actor, route.permission);
    },
    ...(route.upload && {
      onError: async (request) => discardRest(request),
    }),
    handler: async (request, reply) => {
      const { upload, fields } = route.upload ? await readUpload(request, route.upload.maxBytes) : NOTHING_UPLOADED;
      const body = route.upload ? parseParts(route.body, fields) : route.body && request.body;
      requireVisible(body);
      const call = {
        context: request.context,
        params: request.params,
        query: request.query,
        body,
        upload,
        reply,
        request,
      };

      reply.code(route.status ?? 200);
      if (route.produces) reply.header("content-type", route.produces);
      const answer = await handle(call as unknown as Call<Route>);
      upload?.stream.resume();
      return route.produces && answer instanceof Uint8Array
        ? Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength)
        : answer;
    },
  });
}

const NOTHING_UPLOADED = { upload: undefined, fields: undefined };
