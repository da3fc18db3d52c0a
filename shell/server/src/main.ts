import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { OpenOptions } from "./adapters/postgres/open.ts";
import { noPages, openPages } from "./adapters/web/pages.ts";
import { type Doorstep, openDoorstep } from "./doorstep.ts";
import type { House } from "./house.ts";
import { type Limits, type Settings, USUAL_LIMITS } from "./settings.ts";

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
 * Opens the whole platform: the port first, then database, accounts, pages, HTTP.
 *
 * Whoever comes early reads that it is starting. Little is imported above, so that the port is open within a moment; the
 * platform's code is loaded and its pages are built while the database starts.
 *
 * @throws Refusal with a code of `StartRefusal`, `port-in-use` among them
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const asked = settingsOf(options);
  const door = await openDoorstep(asked);
  try {
    return await open(options, { ...asked, port: door.port }, door);
  } catch (error) {
    await door.close();
    throw error;
  }
}

async function open(options: StartOptions, settings: Settings, door: Doorstep): Promise<RunningServer> {
  // As root the database's own user passes through to its folders; nobody lists anything.
  await mkdir(settings.dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const pages = options.pages === false ? noPages() : openPages(ROOT, (error) => console.error(error));
  // Only begun here; whoever needs them awaits them below and hears of a failure.
  const code = import("./platform.ts");
  code
    .then(() => import("./auth/library.ts"))
    .then(({ loadLibrary }) => loadLibrary())
    .catch(() => {});
  const { openDatabase } = await import("./adapters/postgres/open.ts");
  const database = await openDatabase({
    dataDir: settings.dataDir,
    databaseUrl: options.databaseUrl,
    ...(options.tell && { tell: options.tell }),
  });
  try {
    const { openPlatform } = await code;
    return await openPlatform({ options, settings, door, database, pages });
  } catch (error) {
    await database.close();
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
