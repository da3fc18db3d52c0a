import { execFile } from "node:child_process";
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
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
  const draft = `${data}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
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
  await rm(draft, { recursive: true, force: true });
}

async function give(folder: string, { uid, gid }: ServerAccount): Promise<void> {
  await chown(folder, uid, gid);
  const entries = await readdir(folder, { recursive: true });
  await Promise.all(entries.map((entry) => chown(join(folder, entry), uid, gid)));
}
