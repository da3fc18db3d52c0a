import { randomBytes } from "node:crypto";
import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { DatabaseRole } from "../../store/database.ts";
import { refuseStart } from "./refusals.ts";

/** The passwords of the embedded server's roles; nobody ever types them. */
export type DatabaseSecrets = Readonly<Record<DatabaseRole | "postgres", string>>;

/**
 * Reads the passwords from the data folder, or makes them for a database that is still to be made.
 *
 * @throws Refusal `database-secret-missing` when there is a database but no file
 */
export async function databaseSecrets(dataDir: string, databaseExists: boolean): Promise<DatabaseSecrets> {
  const path = join(dataDir, "database.json");
  const kept = await readFile(path, "utf8").catch(() => null);
  if (kept !== null) return JSON.parse(kept) as DatabaseSecrets;
  if (databaseExists) refuseStart("database-secret-missing", { file: path });
  const word = () => randomBytes(32).toString("base64url");
  const secrets = { postgres: word(), quanheng_owner: word(), quanheng_app: word(), quanheng_auth: word() };
  await writeSafely(path, JSON.stringify(secrets, null, 2));
  return secrets;
}

/** Whole or not at all, also when the power fails; readable by its owner only. */
async function writeSafely(path: string, text: string): Promise<void> {
  const file = await open(`${path}.draft`, "w", 0o600);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(`${path}.draft`, path);
}
