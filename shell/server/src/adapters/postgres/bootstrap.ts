import pg from "pg";
import type { DatabaseRole } from "../../store/database.ts";

/** The roles and what they are; the migrations say what each may do. None is a superuser or passes row-level security by. */
const ROLES = ["quanheng_owner", "quanheng_app", "quanheng_auth"] as const satisfies readonly DatabaseRole[];

export const DATABASE = "quanheng";

/**
 * Makes the roles and the database of the embedded server, or puts right what an interrupted first start left out.
 *
 * @param superuser a connection of the superuser to the database `postgres`
 */
export async function bootstrap(
  superuser: pg.ClientConfig,
  passwords: Readonly<Record<DatabaseRole, string>>,
): Promise<void> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname = $1", [
      DATABASE,
    ]);
    if (rows.length > 0) return;
    for (const role of ROLES) {
      await client.query(`DO $$ BEGIN CREATE ROLE ${role} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
      await client.query(
        `ALTER ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${client.escapeLiteral(passwords[role])}`,
      );
    }
    await client.query(`CREATE DATABASE ${DATABASE} OWNER quanheng_owner`);
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO quanheng_app, quanheng_auth`);
  } finally {
    await client.end();
  }
}

/** What an administrator runs on a server of their own when the platform's user may not. */
export const ROLES_SQL = ROLES.map((role) => `CREATE ROLE ${role};`).join(" ");

/**
 * Makes the roles on a server named by `DATABASE_URL` where they are missing, and lets its user act as them.
 *
 * @throws the server's error when its user may not
 */
export async function bootstrapGiven(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    for (const role of ROLES) {
      await client.query(`DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role}; END IF;
        IF NOT pg_has_role(current_user, '${role}', 'SET') THEN EXECUTE format('GRANT ${role} TO %I', current_user); END IF;
      END $$`);
    }
    await client.query(`DO $$ BEGIN
      IF NOT has_schema_privilege('quanheng_owner', 'public', 'CREATE') THEN GRANT CREATE, USAGE ON SCHEMA public TO quanheng_owner; END IF;
      IF NOT has_database_privilege('quanheng_owner', current_database(), 'CREATE') THEN
        EXECUTE format('GRANT CREATE ON DATABASE %I TO quanheng_owner', current_database());
      END IF;
    END $$`);
  } finally {
    await client.end();
  }
}
