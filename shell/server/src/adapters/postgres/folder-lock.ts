import { link, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint } from "./process.ts";
import { refuseStart } from "./refusals.ts";

export type FolderLock = { release(): Promise<void> };

type Holder = { readonly pid: number; readonly started: string };

/**
 * Takes a folder for this process. A lock left behind by a process that was killed is taken over.
 *
 * @throws Refusal `data-folder-in-use` while the process that holds it still runs
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, "lock");
  const mine = JSON.stringify({ pid: process.pid, started: fingerprint(process.pid) ?? "" } satisfies Holder);
  for (;;) {
    if (await create(path, mine)) return { release: () => release(path, mine) };
    const found = await textOf(path);
    if (found === null) continue;
    const holder = holderOf(found);
    if (holder && isRunning(holder)) refuseStart("data-folder-in-use", { folder, pid: holder.pid });
    await clear(path, found);
  }
}

/** Written in full before it gets its name, so that nobody ever reads half a lock. */
async function create(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${process.pid}`;
  const file = await open(draft, "w", 0o644);
  await file.writeFile(text);
  await file.close();
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function isRunning(holder: Holder): boolean {
  return fingerprint(holder.pid) === holder.started;
}

/** Moves the stale lock aside; whoever finds that it moved a fresh one instead puts it back. */
async function clear(path: string, stale: string): Promise<void> {
  const aside = `${path}.stale.${process.pid}`;
  try {
    await rename(path, aside);
    if ((await textOf(aside)) !== stale) await link(aside, path);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

async function release(path: string, mine: string): Promise<void> {
  if ((await textOf(path)) === mine) await rm(path, { force: true });
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function holderOf(text: string): Holder | null {
  try {
    const { pid, started } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === "number" && typeof started === "string" ? { pid, started } : null;
  } catch {
    return null;
  }
}
