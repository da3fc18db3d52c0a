import { invariant } from "@quanheng/kernel/refusal.ts";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Tables } from "./tables.ts";

/** The three roles of the database; what each may do stands in the migrations. */
export type DatabaseRole = "quanheng_owner" | "quanheng_app" | "quanheng_auth";

/** How to connect as each role: the embedded server and a `DATABASE_URL` differ in nothing else. */
export type DatabaseAccess = { readonly connectionOf: (role: DatabaseRole) => pg.PoolConfig };

/** One open database with a pool per role. */
export type Database = {
  /** What services use: row-level security applies to every statement. */
  readonly app: Kysely<Tables>;
  /** What seeds and jobs of the house itself use: it sees every row and is never handed to a request. */
  readonly owner: Kysely<Tables>;
  /** What the sign-in library uses; its search path is the schema `auth`. */
  readonly auth: pg.Pool;
  readonly access: DatabaseAccess;
  close(): Promise<void>;
};

/** Connections that are kept at most. A request holds one while its transaction runs. */
const POOL = { quanheng_app: 16, quanheng_owner: 4, quanheng_auth: 6 } as const satisfies Record<DatabaseRole, number>;

/** Opens pools; nothing connects before the first query. */
export function connectDatabase(access: DatabaseAccess): Database {
  const app = poolOf(access, "quanheng_app", exactTypes);
  const owner = poolOf(access, "quanheng_owner", exactTypes);
  const auth = poolOf(access, "quanheng_auth");
  const kysely = (pool: pg.Pool) => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const databases = { app: kysely(app), owner: kysely(owner) };
  let closed: Promise<unknown> | null = null;
  return {
    ...databases,
    auth,
    access,
    async close() {
      closed ??= Promise.all([databases.app.destroy(), databases.owner.destroy(), auth.end()]);
      await closed;
    },
  };
}

/** A request that hangs gives its locks back before others notice. The house's own long work is not cut off. [ms] */
const PATIENCE = { statement_timeout: 60_000, lock_timeout: 15_000, idle_in_transaction_session_timeout: 60_000 };

function poolOf(access: DatabaseAccess, role: DatabaseRole, types?: pg.CustomTypesConfig): pg.Pool {
  const pool = new pg.Pool({
    max: POOL[role],
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: role,
    ...(role === "quanheng_owner" ? {} : PATIENCE),
    ...(types ? { types } : {}),
    ...access.connectionOf(role),
  });
  // An idle connection that the server drops (restart, failover) is replaced by the next query; without a listener it would end the process.
  pool.on("error", () => {});
  return pool;
}

const BIGINT = 20;
const DATE = 1082;

/** Days stay texts, because a Date would shift them by the time zone; bigints become numbers where a number holds them exactly. */
const exactTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: "text" | "binary" = "text") => {
    if (oid === DATE) return (text: string) => text;
    if (oid === BIGINT) return exactNumber;
    return pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

function exactNumber(text: string): number {
  const number = Number(text);
  invariant(Number.isSafeInteger(number), `the bigint ${text} fits a number`);
  return number;
}
