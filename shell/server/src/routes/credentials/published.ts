import type { FastifyInstance, FastifyReply } from "fastify";
import { VISITOR } from "../../auth/identity.ts";
import { contextFor } from "../../house.ts";
import { publicNames } from "../../services/attestation/names.ts";
import { anchorOf } from "../../services/credentials/anchor.ts";
import { publishedCriterion, publishedProfile, publishedScheme } from "../../services/credentials/vocabulary.ts";
import { openToAll } from "../log.ts";

/** What credentials point to: the rules by which was judged, and the accreditation of who judged. */
export function publishedRoutes(app: FastifyInstance): void {
  const { house } = app;
  const visitor = () => contextFor(house, VISITOR);
  const names = () => publicNames(house.settings);
  const send = (reply: FastifyReply, value: unknown) => {
    openToAll(reply, "public, max-age=300");
    return reply.type("application/ld+json").send(JSON.stringify(value));
  };

  app.get<{ Params: { market: string } }>("/vocabulary/schemes/:market", async ({ params }, reply) =>
    send(reply, await publishedScheme(visitor(), names(), params.market)),
  );
  app.get<{ Params: { market: string; product: string } }>(
    "/vocabulary/profiles/:market/:product",
    async ({ params }, reply) => send(reply, await publishedProfile(visitor(), names(), params.market, params.product)),
  );
  app.get<{ Params: { id: string } }>("/vocabulary/criteria/:id", async ({ params }, reply) =>
    send(reply, await publishedCriterion(visitor(), names(), params.id)),
  );
  app.get<{ Params: { id: string } }>("/institutions/:id/identity-anchor", async ({ params }, reply) => {
    const jwt = await anchorOf(visitor(), house.keys, names(), params.id);
    openToAll(reply, "public, max-age=300");
    return reply.type("application/vc+jwt").send(jwt);
  });
}
