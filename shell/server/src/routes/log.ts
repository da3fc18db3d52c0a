import type { FastifyInstance, FastifyReply } from "fastify";
import { VISITOR } from "../auth/identity.ts";
import { contextFor } from "../house.ts";
import { refuse } from "../refusals.ts";
import { publicNames } from "../services/attestation/names.ts";
import { readTileFile } from "../services/attestation/serve-log.ts";
import { signedCheckpoint } from "../services/attestation/signed-checkpoint.ts";

/** The transparency log as files, for monitors and witnesses. @source C2SP tlog-tiles v0.1.0 */
export function logRoutes(app: FastifyInstance): void {
  const { house } = app;
  const visitor = () => contextFor(house, VISITOR);

  app.get("/log/checkpoint", async (_, reply) => {
    const checkpoint = await signedCheckpoint(visitor(), house.keys, publicNames(house.settings));
    if (checkpoint === undefined) return refuse("not-found");
    openToAll(reply, "public, max-age=5");
    return reply.type("text/plain; charset=utf-8").send(checkpoint.note);
  });

  app.get<{ Params: { "*": string } }>("/log/tile/*", async (request, reply) => {
    const bytes = await readTileFile(visitor(), `tile/${request.params["*"]}`);
    openToAll(reply, "public, max-age=31536000, immutable");
    return reply.type("application/octet-stream").send(Buffer.from(bytes));
  });
}

/** What the whole world may read, pages of other origins may read too. */
export function openToAll(reply: FastifyReply, cache: string): void {
  reply.headers({
    "cache-control": cache,
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  });
}
