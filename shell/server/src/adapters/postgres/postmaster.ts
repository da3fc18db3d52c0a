import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { refuseStart } from "./refusals.ts";
import type { ServerAccount } from "./server-account.ts";

export type ServerOptions = {
  readonly postgres: string;
  readonly data: string;
  readonly log: string;
  readonly account: ServerAccount | null;
  /** A folder for the socket, which only the server's user and root can enter; on Windows a loopback port instead. */
  readonly endpoint: { readonly socketFolder: string } | { readonly port: number };
  /** Extra settings, e.g. for throw-away databases of tests. */
  readonly settings?: Readonly<Record<string, string>>;
};

export type Postmaster = {
  readonly pid: number;
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Lets running statements go, writes everything down and ends. */
  stop(): Promise<void>;
};

/** Durable by default; small, because many things share a laptop; nothing listens beyond the private endpoint. */
const SETTINGS: Readonly<Record<string, string>> = {
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  max_connections: "60",
  shared_buffers: "64MB",
  io_method: "sync",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  password_encryption: "scram-sha-256",
  scram_iterations: "64",
  unix_socket_permissions: "0700",
  logging_collector: "off",
  log_min_messages: "warning",
  log_line_prefix: "%m [%p] ",
};

/** How long a server may take to end cleanly before it ends at once and recovers at the next start [ms]. */
const STOP_MS = 20_000;

/**
 * Starts the server and waits until it takes connections; after a crash that includes its recovery.
 *
 * It runs in a process group of its own: a Ctrl-C on the console reaches only the platform, which stops it in order.
 *
 * @throws Refusal `database-cannot-start`
 */
export async function startPostmaster(options: ServerOptions): Promise<Postmaster> {
  clearSocket(options.endpoint);
  const output = openSync(options.log, "a", 0o600);
  const child = spawn(options.postgres, ["-D", options.data, ...argumentsOf(options)], {
    stdio: ["ignore", output, output],
    detached: process.platform !== "win32",
    windowsHide: true,
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    ...(options.account ? { uid: options.account.uid, gid: options.account.gid } : {}),
  });
  closeSync(output);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  // The last resort for a platform that ends without stopping: then the server ends too, cleanly.
  const onExit = () => child.kill("SIGINT");
  process.once("exit", onExit);
  void ended.then(() => process.off("exit", onExit));
  await untilReady(child, options);
  child.unref();
  return { pid: child.pid!, ended, stop: () => stop(child, ended) };
}

/** Nothing runs on the folder when a server is started; a socket that is there belongs to one that was killed. */
function clearSocket(endpoint: ServerOptions["endpoint"]): void {
  if (!("socketFolder" in endpoint)) return;
  for (const name of [".s.PGSQL.5432", ".s.PGSQL.5432.lock"])
    rmSync(join(endpoint.socketFolder, name), { force: true });
}

function argumentsOf({ endpoint, settings }: ServerOptions): readonly string[] {
  const where: Readonly<Record<string, string>> =
    "port" in endpoint
      ? { listen_addresses: "127.0.0.1", port: String(endpoint.port), unix_socket_directories: "" }
      : { listen_addresses: "", port: "5432", unix_socket_directories: endpoint.socketFolder };
  return Object.entries({ ...SETTINGS, ...settings, ...where }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** The server writes its state into line 8 of its pid file. */
async function untilReady(child: ChildProcess, { data, log }: ServerOptions): Promise<void> {
  let failure: string | null = null;
  child.once("error", (error) => (failure = error.message));
  for (;;) {
    if (stateIn(data, child.pid) === "ready") return;
    if (failure !== null || child.exitCode !== null || child.signalCode !== null) {
      refuseStart("database-cannot-start", { why: failure ?? lastLineOf(log), log });
    }
    await wait(10);
  }
}

function stateIn(data: string, pid: number | undefined): string | null {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === pid ? (lines[7]?.trim() ?? null) : null;
  } catch {
    return null;
  }
}

function lastLineOf(log: string): string {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  const told = lines.findLast((line) => /FATAL|ERROR|PANIC/.test(line)) ?? lines.at(-1) ?? "";
  return told.replace(/^.*?\b(FATAL|ERROR|PANIC):\s*/, "");
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGQUIT"), STOP_MS);
  await ended;
  clearTimeout(late);
}
