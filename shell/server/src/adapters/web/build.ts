import { spawn } from "node:child_process";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sourceHash } from "./sources.ts";

/** Where the last build left its pages, and the hash of what they were built from. */
const DIST = "shell/web/dist";
const STAMP = ".stamp";

/**
 * The folder of pages that match their sources, built now if need be (about three seconds).
 *
 * Built beside and moved into place, so that a build that is interrupted or runs twice leaves no half of one.
 *
 * @throws with the end of the build's output when it fails
 */
export async function builtPages(root: string): Promise<string> {
  const dist = join(root, DIST);
  const hash = await sourceHash(root);
  if ((await stampOf(dist)) === hash) return dist;

  const fresh = `${dist}.${process.pid}`;
  await runVite(root, fresh);
  await writeFile(join(fresh, STAMP), hash);
  const former = `${fresh}.former`;
  await rename(dist, former).catch(ignoreMissing);
  await rename(fresh, dist);
  await rm(former, { recursive: true, force: true });
  return dist;
}

async function stampOf(dist: string): Promise<string | null> {
  return (await readFile(join(dist, STAMP), "utf8").catch(ignoreMissing)) ?? null;
}

function ignoreMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  return undefined;
}

/** Lines of the build's output that an error keeps. */
const KEPT_CHARACTERS = 4000;

async function runVite(root: string, outDir: string): Promise<void> {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const child = spawn(process.execPath, [vite, "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"], {
    cwd: join(root, "shell/web"),
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = () => child.kill();
  process.once("exit", stop);
  let output = "";
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-KEPT_CHARACTERS);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  process.off("exit", stop);
  if (code !== 0) throw new Error(`the pages could not be built (exit ${code}):\n${output}`);
}
