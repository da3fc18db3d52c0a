import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { noPages, openPages } from "./adapters/web/pages.ts";
import { type Doorstep, openDoorstep } from "./doorstep.ts";
import { type Settings, USUAL_LIMITS } from "./settings.ts";
import type { RunningServer, StartOptions } from "./start-options.ts";

export type { RunningServer, StartOptions };

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
    ...(options.signing && { signing: options.signing }),
    logLevel: options.logLevel ?? "warn",
  };
}
