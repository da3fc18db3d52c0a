import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DatabaseAccess, DatabaseRole } from "../../store/database.ts";
import { DATABASE } from "./bootstrap.ts";
import type { DatabaseSecrets } from "./secrets.ts";

/** Where a server takes connections: the folder of its socket, or the loopback address with a port. */
export type Place = { readonly host: string; readonly port: number };

/** How each role connects to an embedded server. */
export function accessTo(place: Place, secrets: DatabaseSecrets): DatabaseAccess {
  return {
    connectionOf: (role) => ({
      ...place,
      user: role,
      password: secrets[role],
      database: DATABASE,
      ...searchPathOf(role),
    }),
  };
}

/** The sign-in library writes table names without a schema. */
export function searchPathOf(role: DatabaseRole): { options?: string } {
  return role === "quanheng_auth" ? { options: "-c search_path=auth" } : {};
}

/** Leaves word in the data folder where the running server is, for a backup that is made beside it. */
export async function tellPlace(dataDir: string, place: Place): Promise<void> {
  await writeFile(join(dataDir, "database-place"), JSON.stringify(place), { mode: 0o600 });
}

export async function forgetPlace(dataDir: string): Promise<void> {
  await rm(join(dataDir, "database-place"), { force: true });
}

/** @returns null when no server left word */
export async function placeOf(dataDir: string): Promise<Place | null> {
  const text = await readFile(join(dataDir, "database-place"), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as Place);
}
