import type { DatabaseAccess } from "../../store/database.ts";
import { bootstrapGiven, ROLES_SQL } from "./bootstrap.ts";
import { searchPathOf } from "./place.ts";
import { refuseStart } from "./refusals.ts";

const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * A server named by `DATABASE_URL`: its user takes on one of the three roles with each connection.
 *
 * @throws Refusal `database-roles-missing`, `database-unreachable`
 */
export async function givenServer(databaseUrl: string): Promise<DatabaseAccess & { stop(): Promise<void> }> {
  const connection = { connectionString: databaseUrl };
  await bootstrapGiven(connection).catch((error: Error & { code?: string }) => {
    if (error.code === INSUFFICIENT_PRIVILEGE)
      refuseStart("database-roles-missing", { why: error.message, sql: ROLES_SQL });
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
