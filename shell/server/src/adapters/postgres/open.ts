import { connectDatabase, type Database } from "../../store/database.ts";
import { migrate } from "../../store/migrate.ts";
import { type EmbeddedOptions, startEmbedded } from "./embedded.ts";
import { givenServer } from "./given.ts";

export type OpenOptions = EmbeddedOptions & {
  /** `postgres://…` of a server of your own; without it the packaged one runs on the data folder. */
  readonly databaseUrl?: string | undefined;
};

/**
 * Opens the platform's database at its newest migration.
 *
 * @returns the open database; closing it also stops a server that was started for it
 * @throws Refusal with a code of `StartRefusal`
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const server = options.databaseUrl ? await givenServer(options.databaseUrl) : await startEmbedded(options);
  try {
    await migrate(server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const database = connectDatabase(server);
  return {
    ...database,
    async close() {
      await database.close();
      await server.stop();
    },
  };
}
