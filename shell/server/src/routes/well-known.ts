import { QUALITY_CONTEXT_PATH, qualityContext } from "@quanheng/formats/credential/context.ts";
import { STATUS_PURPOSES, type StatusPurpose, statusListUrl } from "@quanheng/formats/credential/status-list.ts";
import type { FastifyInstance } from "fastify";
import { VISITOR } from "../auth/identity.ts";
import { contextFor } from "../house.ts";
import { refuse } from "../refusals.ts";
import { houseDocument, institutionDocument } from "../services/attestation/did-documents.ts";
import { publicNames } from "../services/attestation/names.ts";
import type { StatusRegister } from "../services/attestation/status-lists.ts";
import { openToAll } from "./log.ts";

/** What verifiers of other houses fetch by the addresses in a document: keys, states, terms. */
export function wellKnownRoutes(app: FastifyInstance, register: StatusRegister): void {
  const { house } = app;
  const visitor = () => contextFor(house, VISITOR);
  const names = () => publicNames(house.settings);

  app.get("/.well-known/did.json", async (_, reply) => {
    openToAll(reply, "public, max-age=300");
    return reply.type("application/did+json").send(JSON.stringify(await houseDocument(house.keys, names())));
  });

  app.get<{ Params: { id: string } }>("/institutions/:id/did.json", async ({ params }, reply) => {
    const document = await institutionDocument(visitor(), house.keys, names(), params.id);
    openToAll(reply, "public, max-age=300");
    return reply.type("application/did+json").send(JSON.stringify(document));
  });

  app.get<{ Params: { purpose: string; list: string } }>("/status/:purpose/:list", async ({ params }, reply) => {
    const purpose = STATUS_PURPOSES.find((known) => known === params.purpose) ?? refuse("not-found");
    const jwt = (await register(visitor())).lists[urlOf(names().origin, purpose, params.list)] ?? refuse("not-found");
    openToAll(reply, "public, max-age=60");
    return reply.type("application/vc+jwt").send(jwt);
  });

  app.get(QUALITY_CONTEXT_PATH, async (_, reply) => {
    openToAll(reply, "public, max-age=86400");
    return reply.type("application/ld+json").send(JSON.stringify(qualityContext(names().origin)));
  });
}

function urlOf(origin: string, purpose: StatusPurpose, list: string): string {
  return /^(0|[1-9]\d{0,5})$/.test(list) ? statusListUrl(origin, purpose, Number(list)) : refuse("not-found");
}
