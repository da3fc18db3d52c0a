import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { commandOf, fingerprint, isAlive } from "./process.ts";

/** How long a leftover server may take to write down what it holds, before it is ended without [ms]. */
const PATIENCE_MS = 15_000;

/**
 * Ends what a killed platform left running on a database folder, so that never two servers write to it.
 *
 * Only called with the folder's lock in hand: whatever runs there now is nobody's. A server that is asked politely first
 * shuts down cleanly; one that does not is killed, and the database recovers from its log.
 *
 * @returns whether the last server was cut off: its processes or its pid file were still there
 */
export async function endLeftovers(data: string): Promise<boolean> {
  const left = processesOn(data);
  const server = serverOf(data);
  if (server !== null && left.includes(server)) await end(server, "SIGINT");
  for (const pid of processesOn(data)) await end(pid, "SIGQUIT");
  // Its number may belong to a stranger by now, or to an ended process that nobody has buried; a new server would take
  // either for the old one.
  if (server !== null && isAlive(server)) await rm(join(data, "postmaster.pid"), { force: true });
  return left.length > 0 || server !== null;
}

/**
 * The processes of a server on this folder. On Linux they are known by where they work, even when their server is gone;
 * elsewhere only the server named in its pid file is known, and its helpers end with it.
 */
function processesOn(data: string): readonly number[] {
  if (process.platform === "linux") {
    const folder = realpathSync(data);
    return pids().filter((pid) => worksIn(pid, folder));
  }
  const server = serverOf(data);
  return server !== null && commandOf(server).includes("postgres") && fingerprint(server) !== null ? [server] : [];
}

function pids(): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function worksIn(pid: number, data: string): boolean {
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, ""));
    return program === "postgres" && readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch {
    return false;
  }
}

function serverOf(data: string): number | null {
  try {
    const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

async function end(pid: number, signal: "SIGINT" | "SIGQUIT"): Promise<void> {
  const which = fingerprint(pid);
  if (which === null) return;
  signalTo(pid, signal);
  for (const from = Date.now(); fingerprint(pid) === which; await wait(10)) {
    if (Date.now() - from > PATIENCE_MS) signalTo(pid, "SIGKILL");
  }
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
