import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fingerprint } from "../adapters/postgres/process.ts";

/**
 * Gives one test run a folder of its own. The database server for it starts with the first workbench, so that a run
 * without one costs nothing, and ends here.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "quanheng-test-")));
  // The server's user passes through to its own folders; it can list nothing here.
  await chmod(folder, 0o711);
  process.env["QUANHENG_TEST_FOLDER"] = folder;
  process.env["QUANHENG_TEST_RUN"] = String(process.pid);
  return async () => {
    await endServer(join(folder, "pid"));
    rmSync(folder, { recursive: true, force: true });
  };
}

async function endServer(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8"));
  const which = fingerprint(pid);
  if (which === null) return;
  process.kill(pid, "SIGTERM");
  while (fingerprint(pid) === which) await wait(20);
}
