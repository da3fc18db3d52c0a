import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

/** Whether the database answers. @throws the driver's error when it does not */
export async function ping(db: Kysely<Tables>): Promise<void> {
  await sql`SELECT 1`.execute(db);
}
