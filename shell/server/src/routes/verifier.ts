import type { FastifyInstance } from "fastify";
import { VERIFIER_NAME, VERIFIER_PATH, type VerifierFile, verifierFile } from "../adapters/web/verifier-file.ts";
import { VISITOR } from "../auth/identity.ts";
import { contextFor } from "../house.ts";
import { refuse } from "../refusals.ts";
import type { TrustDesk } from "../services/attestation/trust.ts";
import { openToAll } from "./log.ts";

/** The verifier as one file with this house's trust inside, for whoever wants to verify without this house. */
export function verifierRoutes(app: FastifyInstance, trust: TrustDesk): void {
  const { house } = app;
  let kept: { readonly bundle: object; readonly file: VerifierFile } | undefined;

  /** @throws Refusal `not-found` while the pages are not built */
  const present = async (): Promise<VerifierFile> => {
    const page = house.pages.file(VERIFIER_PATH) ?? refuse("not-found");
    const bundle = await trust.bundle(contextFor(house, VISITOR));
    if (kept?.bundle !== bundle) kept = { bundle, file: verifierFile(page.bytes, bundle) };
    return kept.file;
  };

  app.get(VERIFIER_PATH, async (request, reply) => {
    const { bytes, sha256 } = await present();
    openToAll(reply, "no-cache");
    reply.headers({ etag: `"${sha256}"`, "content-disposition": `attachment; filename="${VERIFIER_NAME}"` });
    if (request.headers["if-none-match"] === `"${sha256}"`) return reply.code(304).send();
    return reply.type("text/html; charset=utf-8").send(bytes);
  });

  app.get(`${VERIFIER_PATH}.sha256`, async (_, reply) => {
    const { sha256 } = await present();
    openToAll(reply, "no-cache");
    return reply.type("text/plain; charset=utf-8").send(`${sha256}  ${VERIFIER_NAME}\n`);
  });
}
