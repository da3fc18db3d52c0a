import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmbedded } from "../adapters/postgres/embedded.ts";
import { isAlive } from "../adapters/postgres/process.ts";
import { connectDatabase } from "../store/database.ts";
import { migrate } from "../store/migrate.ts";
import { insertPeople } from "./people.ts";

// One database server for a whole test run, in a process of its own: the run's workers come and go. It ends when asked to,
// or when the run that it belongs to is gone.
const folder = process.env["QUANHENG_TEST_FOLDER"] ?? "";
const run = Number(process.env["QUANHENG_TEST_RUN"]);

/** Speed instead of durability: what is lost here is made again in a second. */
const THROW_AWAY = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_connections: "200",
  wal_level: "minimal",
  max_wal_senders: "0",
};

writeFileSync(join(folder, "pid"), String(process.pid));
try {
  const server = await startEmbedded({ dataDir: join(folder, "data"), settings: THROW_AWAY });
  await migrate(server);
  const template = connectDatabase(server);
  await insertPeople(template.owner);
  await template.close();
  writeFileSync(join(folder, "ready.draft"), JSON.stringify(server.superuser("quanheng")), { mode: 0o600 });
  renameSync(join(folder, "ready.draft"), join(folder, "ready"));

  const end = async (): Promise<void> => {
    clearInterval(watch);
    await server.stop();
    if (!isAlive(run)) rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  };
  const watch = setInterval(() => isAlive(run) || void end(), 1000);
  process.once("SIGTERM", () => void end());
} catch (error) {
  writeFileSync(join(folder, "failed"), error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
}
