import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { refuseStart } from "./refusals.ts";
import { canReach, type ServerAccount } from "./server-account.ts";

/** Where the embedded server keeps its files. */
export type Home = {
  /** Holds `data`, `log` and `run`. */
  readonly folder: string;
  /** Where programs are copied to if the server's user cannot reach the packages. */
  readonly programs: string;
  /** Whether it lies beyond the data folder, because the server's user cannot reach that. */
  readonly outside: boolean;
};

/** For a platform that runs as root out of a home folder which only root may enter. */
const OUTSIDE = "/var/lib/quanheng";

/**
 * Chooses the server's home once and remembers it in the data folder.
 *
 * @throws Refusal `data-folder-foreign` when the data folder is not ours
 */
export async function findHome(dataDir: string, account: ServerAccount | null, outside = OUTSIDE): Promise<Home> {
  await mkdir(dataDir, { recursive: true, mode: account ? 0o711 : 0o700 });
  await requireOwn(dataDir);
  const remembered = await readFile(join(dataDir, "postgres-home"), "utf8").catch(() => null);
  if (remembered !== null) return outsideHome(remembered.trim());
  if (account !== null) await letPass(dataDir, account);
  if (account === null || canReach(resolve(dataDir), account)) {
    const folder = join(resolve(dataDir), "postgres");
    await make(folder, account);
    return { folder, programs: folder, outside: false };
  }
  const folder = join(outside, randomBytes(8).toString("hex"));
  await mkdir(outside, { recursive: true, mode: 0o755 });
  await make(folder, account);
  // Whoever finds the folder years later learns whose it is.
  await writeFile(join(folder, "belongs-to"), `${resolve(dataDir)}\n`, { mode: 0o600 });
  await writeFile(join(dataDir, "postgres-home"), `${folder}\n`);
  return outsideHome(folder);
}

/**
 * Where only the data folder itself stands in the way, the server's user may pass through it, and still lists nothing: what
 * else lies there is closed file by file.
 */
async function letPass(dataDir: string, account: ServerAccount): Promise<void> {
  const { mode } = await stat(dataDir);
  if ((mode & 0o001) === 0 && canReach(dirname(resolve(dataDir)), account))
    await chmod(dataDir, (mode & 0o777) | 0o001);
}

function outsideHome(folder: string): Home {
  return { folder, programs: dirname(folder), outside: true };
}

async function make(folder: string, account: ServerAccount | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: account ? 0o711 : 0o700 });
  if (account) await chown(folder, 0, 0);
}

async function requireOwn(folder: string): Promise<void> {
  const { uid: owner } = await stat(folder);
  const me = process.getuid?.() ?? owner;
  if (me !== 0 && me !== owner) refuseStart("data-folder-foreign", { folder, owner });
}
