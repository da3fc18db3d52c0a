import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { FastifyInstance } from "fastify";
import { openKeyStore } from "./adapters/keys/key-store.ts";
import { openObjectStore } from "./adapters/objects/object-store.ts";
import { type OpenOptions, openDatabase } from "./adapters/postgres/open.ts";
import { refuseStart } from "./adapters/postgres/refusals.ts";
import { openTypesetter } from "./adapters/typst/typesetter.ts";
import { noPages, openPages, type Pages } from "./adapters/web/pages.ts";
import { buildApp } from "./app.ts";
import { accountsOf } from "./auth/accounts.ts";
import { loadLibrary, openLibrary } from "./auth/library.ts";
import { sessionSecret } from "./auth/secret.ts";
import { freePort } from "./free-port.ts";
import { freshIds } from "./fresh-ids.ts";
import type { House } from "./house.ts";
import { isEmpty, seedDemo } from "./services/demo/seed.ts";
import { loadLibrary as loadRules } from "./services/library/load-library.ts";
import { startCourier } from "./services/surveillance/deliver.ts";
import { type Limits, type Settings, USUAL_LIMITS } from "./settings.ts";
import { authDatabase } from "./store/account.ts";
import type { Database } from "./store/database.ts";
import { ping } from "./store/ping.ts";

export type StartOptions = {
  readonly port: number;
  /** What to listen on; `127.0.0.1` unless a proxy or a network shall reach it. */
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly demo: boolean;
  /** The address the platform is known by, when a proxy stands before it. */
  readonly origin?: string | undefined;
  /** Signs cookies; without it one is made and kept in the data folder. */
  readonly secret?: string | undefined;
  /** Opens the signing keys (`QUANHENG_KEY`); without it they are locked by a file of the data folder. */
  readonly keyPassphrase?: string | undefined;
  readonly limits?: Limits;
  readonly logLevel?: Settings["logLevel"];
  /** False serves the API alone. */
  readonly pages?: boolean;
  /** What the start is busy with, for whoever waits for it. */
  readonly tell?: OpenOptions["tell"];
};

export type RunningServer = { readonly url: string; readonly house: House; close(): Promise<void> };

/** The folder of the repository, from which pages are built. */
const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[\\/]$/, "");

/**
 * Opens the whole platform: database, accounts, pages, HTTP. Pages are built and the sign-in library is loaded while the
 * database starts.
 *
 * @throws Refusal with a code of `StartRefusal`, `port-in-use` among them
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const settings = settingsOf({ ...options, port: options.port || (await freePort(options.host)) });
  // As root the database's own user passes through to its folders; nobody lists anything.
  await mkdir(settings.dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const pages = options.pages === false ? noPages() : openPages(ROOT, (error) => console.error(error));
  // Only started here; whoever needs it awaits it and hears of a failure.
  loadLibrary().catch(() => {});
  const database = await openDatabase({
    dataDir: settings.dataDir,
    databaseUrl: options.databaseUrl,
    ...(options.tell && { tell: options.tell }),
  });
  try {
    return await open(options, settings, database, pages);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function open(
  options: StartOptions,
  settings: Settings,
  database: Database,
  pages: Pages,
): Promise<RunningServer> {
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
    typesetter,
    pages,
    now,
    newId,
  };
  const app = await buildApp(house);
  const url = await listen(app, settings);
  typesetter.warm();
  const courier = startCourier({ owner: database.owner, now, newId }, NEWS_EVERY_MS, (error) => app.log.error(error));
  return {
    url,
    house,
    async close() {
      await app.close();
      await courier.stop();
      await typesetter.close();
      await database.close();
    },
  };
}

/** How soon after a change those concerned find the notice of it. */
const NEWS_EVERY_MS = 500;

async function listen(app: FastifyInstance, { host, port }: Settings): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") refuseStart("port-in-use", { port });
    throw error;
  }
}

function settingsOf(options: StartOptions): Settings {
  const { origin = null } = options;
  invariant(
    origin === null || new URL(origin).origin === origin,
    "QUANHENG_ORIGIN is scheme, host and port, without a path",
  );
  return {
    dataDir: resolve(options.dataDir),
    host: options.host,
    port: options.port,
    origin,
    demo: options.demo,
    limits: options.limits ?? USUAL_LIMITS,
    logLevel: options.logLevel ?? "warn",
  };
}
