import { chmod, chown, mkdir, mkdtemp, rm, stat, truncate } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseAccess } from "../../store/database.ts";
import { findBinaries } from "./binaries.ts";
import { bootstrap } from "./bootstrap.ts";
import { hasCluster, makeCluster } from "./cluster.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { findHome, type Home } from "./home.ts";
import { keepRunning } from "./keeper.ts";
import { endLeftovers } from "./leftovers.ts";
import { accessTo, forgetPlace, tellPlace } from "./place.ts";
import type { ServerOptions } from "./postmaster.ts";
import { databaseSecrets } from "./secrets.ts";
import { type ServerAccount, serverAccount } from "./server-account.ts";

/** What the start is busy with, for whoever waits for it. */
export type StartStep = "database-making" | "database-recovering" | "database-elsewhere" | "database-restarted";

export type EmbeddedOptions = {
  readonly dataDir: string;
  readonly tell?: (step: StartStep, facts: Readonly<Record<string, string | number>>) => void;
  /** Extra settings of the server, e.g. for throw-away databases of tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where the server lives when it cannot reach the data folder. */
  readonly outside?: string;
};

export type EmbeddedServer = DatabaseAccess & {
  /** How the superuser connects to one database; for tests and backups. */
  readonly superuser: (database: string) => {
    host: string;
    port: number;
    user: string;
    password: string;
    database: string;
  };
  readonly pid: () => number;
  stop(): Promise<void>;
};

/**
 * Starts the PostgreSQL that came with the packages on a data folder, first making the database where there is none.
 *
 * It survives whatever happened before: leftovers of a killed platform are ended, the database recovers by itself, and a
 * server that dies later is started again.
 *
 * @throws Refusal with a code of `StartRefusal`
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDir, tell = () => {} } = options;
  const account = serverAccount();
  const home = await findHome(dataDir, account, options.outside);
  const locks: FolderLock[] = [await lockFolder(dataDir)];
  try {
    if (home.outside) {
      locks.push(await lockFolder(home.folder));
      tell("database-elsewhere", { folder: home.folder });
    }
    return await start(options, home, account, locks, tell);
  } catch (error) {
    for (const lock of locks) await lock.release();
    throw error;
  }
}

async function start(
  options: EmbeddedOptions,
  home: Home,
  account: ServerAccount | null,
  locks: readonly FolderLock[],
  tell: NonNullable<EmbeddedOptions["tell"]>,
): Promise<EmbeddedServer> {
  const data = join(home.folder, "data");
  const log = join(home.folder, "log");
  const exists = await hasCluster(data);
  const secrets = await databaseSecrets(options.dataDir, exists);
  const binaries = await findBinaries(account, home.programs);
  if (!exists) {
    tell("database-making", {});
    await makeCluster(data, binaries, account, secrets.postgres);
  } else if (await endLeftovers(data)) tell("database-recovering", {});
  await keepSmall(log);
  const endpoint = await makeEndpoint(home.folder, account);
  const server: ServerOptions = {
    postgres: binaries.postgres,
    data,
    log,
    account,
    endpoint,
    ...(options.settings ? { settings: options.settings } : {}),
  };
  const keeper = await keepRunning(server, tell);
  const place =
    "port" in endpoint ? { host: "127.0.0.1", port: endpoint.port } : { host: endpoint.socketFolder, port: 5432 };
  const superuser = (database: string) => ({ ...place, user: "postgres", password: secrets.postgres, database });
  await bootstrap(superuser("postgres"), secrets);
  await tellPlace(options.dataDir, place);
  return {
    superuser,
    pid: keeper.pid,
    ...accessTo(place, secrets),
    async stop() {
      await keeper.stop();
      await forgetPlace(options.dataDir);
      if ("socketFolder" in endpoint) await rm(endpoint.socketFolder, { recursive: true, force: true });
      for (const lock of locks) await lock.release();
    },
  };
}

/** A socket's path may have about 100 bytes; a data folder that lies deeper has its socket in the system's temporary folder. */
const SOCKET_PATH_BYTES = 100;

/** A folder that only the server's user (and root) can enter; a free loopback port where there are no such sockets. */
async function makeEndpoint(home: string, account: ServerAccount | null): Promise<ServerOptions["endpoint"]> {
  if (process.platform === "win32") return { port: await freePort() };
  const own = join(home, "run");
  const fits = Buffer.byteLength(join(own, ".s.PGSQL.5432.lock")) <= SOCKET_PATH_BYTES;
  if (fits) await mkdir(own, { recursive: true, mode: 0o700 });
  const socketFolder = fits ? own : await mkdtemp(join(tmpdir(), "quanheng-"));
  await chmod(socketFolder, 0o700);
  if (account) await chown(socketFolder, account.uid, account.gid);
  return { socketFolder };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** The server's log is for the last weeks, not for good. */
const LOG_BYTES = 4 * 1024 * 1024;

async function keepSmall(log: string): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_BYTES) await truncate(log);
}
