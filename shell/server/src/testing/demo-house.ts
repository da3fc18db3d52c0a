import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import type { z } from "zod";
import { noPages } from "../adapters/web/pages.ts";
import { buildApp } from "../app.ts";
import { accountsOf } from "../auth/accounts.ts";
import { openLibrary } from "../auth/library.ts";
import { OWN_HEADER } from "../auth/same-origin.ts";
import type { House } from "../house.ts";
import { publicNames } from "../services/attestation/names.ts";
import { signAndIssue } from "../services/attestation/sign-and-issue.ts";
import { getSigning } from "../services/decision/signing.ts";
import { authDatabase } from "../store/account.ts";
import { approvedCommission } from "./demo-approved.ts";
import { openDemoBench } from "./demo-bench.ts";
import { HANDS } from "./demo-journey.ts";
import { TEST_PASSWORD } from "./house.ts";
import { openIssuingDesk, presentFor } from "./issuing-desk.ts";

/** The demonstration behind its HTTP side, with one report issued. */
export type DemoHouse = {
  readonly app: FastifyInstance;
  readonly database: Awaited<ReturnType<typeof openDemoBench>>["database"];
  readonly issued: z.infer<typeof AttestationDetail>;
  readonly pdf: Buffer;
  /** Headers of a person's signed-in session. */
  as(personId: string): Promise<Record<string, string>>;
  /** Hands a file in for verification. */
  handIn(name: string, bytes: Uint8Array): Promise<LightMyRequestResponse>;
};

export async function openDemoHouse(owner: Parameters<typeof openIssuingDesk>[0]): Promise<DemoHouse> {
  const bench = await openDemoBench();
  owner.onTestFinished(bench.close);
  const dataDir = await mkdtemp(join(tmpdir(), "quanheng-demo-house-"));
  owner.onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const limits = { signIn: null, account: null, publicApi: null };
  const settings = {
    dataDir,
    host: "127.0.0.1",
    port: 8088,
    origin: null,
    demo: true,
    limits,
    logLevel: "silent",
  } as const;
  const { now, newId } = bench.as(HANDS.mill);
  const desk = { ...(await openIssuingDesk(owner, now)), names: publicNames(settings) };
  const library = await openLibrary({
    pool: bench.database.auth,
    secret: "5d2f0b3e9c7a41d8b6e0f3a2c9d47158",
    settings,
  });
  const accounts = accountsOf({ library, db: authDatabase(bench.database.auth), demo: true });
  const { keys, objects, typesetter } = desk;
  const databaseAnswers = async () => true;
  const house: House = {
    settings,
    db: bench.database.app,
    databaseAnswers,
    accounts,
    objects,
    keys,
    typesetter,
    pages: noPages(),
    now,
    newId,
  };
  const app = await buildApp(house);
  await app.ready();
  owner.onTestFinished(() => app.close());

  const { id, laboratories } = await approvedCommission(bench);
  const [laboratory] = laboratories;
  invariant(laboratory, "the plan has a laboratory");
  const { context, token } = await presentFor(bench.as(HANDS[laboratory].signatory, "signatory"));
  const { shownSha256 } = await getSigning(context, id);
  const issued = await signAndIssue(context, desk, id, {
    reauthentication: token,
    shownSha256,
    meaning: "authorise-issue",
    statement: null,
  });
  const sha256 = issued.documents.find(({ role }) => role === "pdf")?.sha256 ?? "";
  return {
    app,
    database: bench.database,
    issued,
    pdf: await objects.read(sha256),
    async as(personId) {
      const email = `${personId.slice(4)}@example.org`;
      const userId = await accounts.add({ email, name: personId, passwordHash: await accounts.hash(TEST_PASSWORD) });
      await bench.database.owner.updateTable("person").set({ user_id: userId }).where("id", "=", personId).execute();
      const answer = await app.inject({
        method: "POST",
        url: "/api/auth/sign-in/email",
        headers: { [OWN_HEADER]: "test" },
        payload: { email, password: TEST_PASSWORD },
      });
      invariant(answer.statusCode === 200, `${personId} signs in (${answer.body})`);
      return { cookie: answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ") };
    },
    handIn(name, bytes) {
      const boundary = "----a-boundary-of-the-test";
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`;
      return app.inject({
        method: "POST",
        url: "/api/public/verify",
        headers: { [OWN_HEADER]: "test", "content-type": `multipart/form-data; boundary=${boundary}` },
        payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
      });
    },
  };
}
