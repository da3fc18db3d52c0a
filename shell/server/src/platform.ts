import type { RequestListener } from "node:http";
import { join } from "node:path";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { FastifyInstance } from "fastify";
import { openKeyStore } from "./adapters/keys/key-store.ts";
import { openObjectStore } from "./adapters/objects/object-store.ts";
import { openSignatureServices } from "./adapters/signing/signature-services.ts";
import { openTypesetter } from "./adapters/typst/typesetter.ts";
import { useNativeArithmetic } from "./adapters/verifying/native-arithmetic.ts";
import type { Pages } from "./adapters/web/pages.ts";
import { openHook } from "./adapters/webhook/post.ts";
import { openSecretBox } from "./adapters/webhook/secret-box.ts";
import { buildApp } from "./app.ts";
import { accountsOf } from "./auth/accounts.ts";
import { VISITOR } from "./auth/identity.ts";
import { openLibrary } from "./auth/library.ts";
import { sessionSecret } from "./auth/secret.ts";
import type { Doorstep } from "./doorstep.ts";
import { freshIds } from "./fresh-ids.ts";
import { contextFor, type House } from "./house.ts";
import { startWitnessing } from "./services/attestation/ask-witnesses.ts";
import { publicNames } from "./services/attestation/names.ts";
import { isEmpty, seedDemo } from "./services/demo/seed.ts";
import { loadLibrary as loadRules } from "./services/library/load-library.ts";
import { startStandardsWatch } from "./services/library/watch.ts";
import { startCourier } from "./services/surveillance/deliver.ts";
import { startTelling } from "./services/traceability/tell-subscribers.ts";
import type { Settings } from "./settings.ts";
import type { RunningServer, StartOptions } from "./start-options.ts";
import { authDatabase } from "./store/account.ts";
import type { Database } from "./store/database.ts";
import { ping } from "./store/ping.ts";

/** What the platform is opened with: the doorstep listens, the database is at its newest migration. */
export type Parts = {
  readonly options: Pick<StartOptions, "secret" | "keyPassphrase">;
  readonly settings: Settings;
  readonly door: Doorstep;
  readonly database: Database;
  readonly pages: Pages;
};

/** Puts the platform together and lets it answer at the door, which says until then that it is starting. */
export async function openPlatform({ options, settings, door, database, pages }: Parts): Promise<RunningServer> {
  useNativeArithmetic();
  const secret = await sessionSecret(settings.dataDir, options.secret);
  const library = await openLibrary({ pool: database.auth, secret, settings });
  const accounts = accountsOf({ library, db: authDatabase(database.auth), demo: settings.demo });
  const now = () => new Date();
  const newId = freshIds(now);
  await loadRules({ owner: database.owner, now, newId });
  if (settings.demo && (await isEmpty(database.owner))) await seedDemo({ owner: database.owner, accounts, now, newId });

  const objects = await openObjectStore(join(settings.dataDir, "objects"));
  const keys = openKeyStore({
    folder: join(settings.dataDir, "keys"),
    passphrase: options.keyPassphrase ?? null,
    demonstration: settings.demo,
    now,
  });
  const signing = settings.signing && (await openSignatureServices(settings.signing));
  const databaseAnswers = () =>
    ping(database.app).then(
      () => true,
      () => false,
    );
  const typesetter = openTypesetter();
  const house: House = {
    settings,
    db: database.app,
    databaseAnswers,
    accounts,
    objects,
    keys,
    ...(signing && { signing }),
    typesetter,
    pages,
    now,
    newId,
  };
  const app = await openApp(house, door);
  typesetter.warm();
  const courier = startCourier({ owner: database.owner, now, newId }, NEWS_EVERY_MS, (error) => app.log.error(error));
  const standards = startStandardsWatch({ owner: database.owner, now, newId }, (error) => app.log.error(error));
  const witnessing = startWitnessing(
    { context: contextFor(house, VISITOR), keys, names: publicNames(settings), fetch },
    WITNESSES_EVERY_MS,
    (error) => app.log.error(error),
  );
  const telling = startTelling(
    {
      owner: database.owner,
      context: contextFor(house, VISITOR),
      box: openSecretBox(() => keys.webhookSigner()),
      post: openHook(settings.webhooks ?? "public"),
    },
    SUBSCRIBERS_EVERY_MS,
    (error) => app.log.error(error),
  );
  return {
    url: door.url,
    house,
    async close() {
      await door.close();
      await app.close();
      await witnessing.stop();
      await telling.stop();
      await courier.stop();
      await standards.stop();
      await typesetter.close();
      await database.close();
    },
  };
}

/** How soon after a change those concerned find the notice of it. */
const NEWS_EVERY_MS = 500;

/** How soon after a capture its subscribers are told. */
const SUBSCRIBERS_EVERY_MS = 1000;

/** How soon after a new checkpoint the witnesses are asked, and how often those that were away. */
const WITNESSES_EVERY_MS = 1000;

/** The door is opened to the platform only when all of its routes are there. */
async function openApp(house: House, { server, admit }: Doorstep): Promise<FastifyInstance> {
  let answer: RequestListener | undefined;
  const app = await buildApp(house, (listener) => {
    answer = listener;
    return server;
  });
  await app.ready();
  invariant(answer, "whoever builds the HTTP side gives its listener to the server");
  admit(answer);
  return app;
}
