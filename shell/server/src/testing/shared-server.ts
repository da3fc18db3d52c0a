import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { invariant } from "@quanheng/kernel/refusal.ts";
import pg from "pg";
import type { DatabaseAccess } from "../store/database.ts";

type Superuser = { host: string; port: number; user: string; password: string; database: string };

/** A clone of the migrated template, with its own name. */
export type Clone = DatabaseAccess & { drop(): Promise<void> };

let cloned = 0;

/** Clones the run's template database, starting the run's server when this is the first clone. */
export async function cloneDatabase(): Promise<Clone> {
  const superuser = await sharedServer();
  const name = `bench_${process.pid}_${++cloned}`;
  await asSuperuser(superuser, `CREATE DATABASE ${name} TEMPLATE quanheng OWNER quanheng_owner`);
  return {
    connectionOf: (role) => ({
      ...superuser,
      database: name,
      options: [`-c role=${role}`, role === "quanheng_auth" ? "-c search_path=auth" : ""].join(" "),
    }),
    drop: () => asSuperuser(superuser, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** Where the run's server is, once it is there; whoever comes first starts it. */
async function sharedServer(): Promise<Superuser> {
  const folder = process.env["QUANHENG_TEST_FOLDER"];
  invariant(folder, "the test run has its folder (testing/global-setup.ts is the runner's global setup)");
  if (mayStart(folder)) startServer(folder);
  for (;;) {
    if (existsSync(join(folder, "ready"))) return JSON.parse(readFileSync(join(folder, "ready"), "utf8")) as Superuser;
    if (existsSync(join(folder, "failed"))) throw new Error(readFileSync(join(folder, "failed"), "utf8"));
    await wait(20);
  }
}

/** Making a folder succeeds for exactly one of all who try. */
function mayStart(folder: string): boolean {
  try {
    mkdirSync(join(folder, "starting"));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function startServer(folder: string): void {
  const output = openSync(join(folder, "output"), "a");
  const main = fileURLToPath(new URL("./server-main.ts", import.meta.url));
  spawn(process.execPath, [main], { detached: true, stdio: ["ignore", output, output], cwd: folder }).unref();
  closeSync(output);
}

async function asSuperuser(superuser: Superuser, statement: string): Promise<void> {
  const client = new pg.Client({ ...superuser, database: "postgres" });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
