import { Refusal } from "@quanheng/kernel/refusal.ts";
import { connectDatabase, type Database, type DatabaseAccess } from "../../store/database.ts";
import { migrate } from "../../store/migrate.ts";
import { bootstrapGiven, ROLES_SQL } from "./bootstrap.ts";
import { type EmbeddedOptions, searchPathOf, startEmbedded } from "./embedded.ts";
import { refuseStart } from "./refusals.ts";

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

async function givenServer(databaseUrl: string): Promise<DatabaseAccess & { stop(): Promise<void> }> {
  const connection = { connectionString: databaseUrl };
  await bootstrapGiven(connection).catch((error: Error & { code?: string }) => {
    if (error.code === INSUFFICIENT_PRIVILEGE)
      refuseStart("database-roles-missing", { why: error.message, sql: ROLES_SQL });
    if (error instanceof Refusal) throw error;
    refuseStart("database-unreachable", { why: error.message });
  });
  return {
    connectionOf: (role) => ({
      ...connection,
      options: [`-c role=${role}`, searchPathOf(role).options].filter(Boolean).join(" "),
    }),
    stop: async () => {},
  };
}

const INSUFFICIENT_PRIVILEGE = "42501";
