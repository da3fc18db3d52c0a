import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { refuseStart } from "./refusals.ts";
import { canReach, type ServerAccount } from "./server-account.ts";

/** Where the embedded server keeps its files. */
export type Home = {
  /** Holds `data`, `log` and, where needed, copied programs. */
  readonly folder: string;
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
  if (remembered !== null) return { folder: remembered.trim(), outside: true };
  if (account === null || canReach(resolve(dataDir), account))
    return make(join(resolve(dataDir), "postgres"), false, account);
  const folder = join(outside, randomBytes(8).toString("hex"));
  await mkdir(outside, { recursive: true, mode: 0o755 });
  const home = await make(folder, true, account);
  await writeFile(join(dataDir, "postgres-home"), `${folder}\n`);
  return home;
}

async function make(folder: string, outside: boolean, account: ServerAccount | null): Promise<Home> {
  await mkdir(folder, { recursive: true, mode: account ? 0o711 : 0o700 });
  if (account) await chown(folder, 0, 0);
  return { folder, outside };
}

async function requireOwn(folder: string): Promise<void> {
  const { uid: owner } = await stat(folder);
  const me = process.getuid?.() ?? owner;
  if (me !== 0 && me !== owner) refuseStart("data-folder-foreign", { folder, owner });
}
