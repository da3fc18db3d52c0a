import { execFile } from "node:child_process";
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import { refuseStart } from "./refusals.ts";
import type { ServerAccount } from "./server-account.ts";

const run = promisify(execFile);

/** The major version that the packages bring; a folder of another one must go through backup and restore. */
const VERSION = "18";

/** Whether a whole database lies in the folder: initialisation gives it its name last. */
export async function hasCluster(data: string): Promise<boolean> {
  const found = await readFile(join(data, "PG_VERSION"), "utf8").catch(() => null);
  if (found === null) return false;
  if (found.trim() !== VERSION)
    refuseStart("database-other-version", { folder: data, found: found.trim(), expected: VERSION });
  return true;
}

/**
 * Makes a new, empty database in a draft folder and then gives it its name, so that a kill in between leaves nothing half done.
 *
 * Texts are UTF-8 and compare by code point, on every machine alike.
 *
 * @param password of the superuser `postgres`
 */
export async function makeCluster(
  data: string,
  binaries: Binaries,
  account: ServerAccount | null,
  password: string,
): Promise<void> {
  await removeDrafts(data);
  // A folder of its own: whoever was killed while making a database may have left behind a maker that still works.
  const draft = await mkdtemp(`${data}.draft-`);
  const passwordFile = join(draft, "password");
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  const cluster = join(draft, "data");
  if (account) for (const path of [draft, passwordFile]) await chown(path, account.named.uid, account.named.gid);
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  await run(binaries.initdb, ["-D", cluster, ...access, ...locale, "-c", "scram_iterations=64"], {
    ...(account ? { uid: account.named.uid, gid: account.named.gid } : {}),
    cwd: draft,
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  }).catch((cause: Error & { stderr?: string }) => {
    throw new Error(`initdb failed: ${cause.stderr?.trim() || cause.message}`, { cause });
  });
  if (account) await give(cluster, account);
  await rename(cluster, data);
  await removeDrafts(data);
}

/** What still grows under an orphaned maker cannot be removed now; it is in nobody's way and goes the next time. */
async function removeDrafts(data: string): Promise<void> {
  const folder = dirname(data);
  const drafts = (await readdir(folder)).filter((name) => name.startsWith(`${basename(data)}.draft`));
  for (const name of drafts) {
    await rm(join(folder, name), { recursive: true, force: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY") throw error;
    });
  }
}

async function give(folder: string, { uid, gid }: ServerAccount): Promise<void> {
  await chown(folder, uid, gid);
  const entries = await readdir(folder, { recursive: true });
  await Promise.all(entries.map((entry) => chown(join(folder, entry), uid, gid)));
}
