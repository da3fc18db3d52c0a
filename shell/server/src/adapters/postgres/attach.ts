import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { DatabaseAccess } from "../../store/database.ts";
import { startEmbedded } from "./embedded.ts";
import { givenServer } from "./given.ts";
import type { OpenOptions } from "./open.ts";
import { accessTo, placeOf } from "./place.ts";
import { databaseSecrets } from "./secrets.ts";

/**
 * Reaches the platform's database as it is, without migrating it: beside a running platform, or by starting the packaged
 * server when none runs.
 */
export async function attachDatabase(options: OpenOptions): Promise<DatabaseAccess & { stop(): Promise<void> }> {
  if (options.databaseUrl) return givenServer(options.databaseUrl);
  try {
    return await startEmbedded(options);
  } catch (error) {
    const place =
      error instanceof Refusal && error.code === "data-folder-in-use" ? await placeOf(options.dataDir) : null;
    if (place === null) throw error;
    return { ...accessTo(place, await databaseSecrets(options.dataDir, true)), stop: async () => {} };
  }
}
