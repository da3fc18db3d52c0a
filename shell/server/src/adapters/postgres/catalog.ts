import type pg from "pg";

/** A table of the platform as a backup sees it. */
export type StoredTable = { readonly schema: string; readonly table: string; readonly columns: readonly string[] };

/** The schemas that the migrations make; what a job queue keeps in its own schema is not worth keeping. */
const SCHEMAS = ["public", "auth"];

/** All tables but the list of migrations, each after those it refers to. */
export async function storedTables(client: pg.Client): Promise<readonly StoredTable[]> {
  const { rows } = await client.query<StoredTable & { needs: string[] }>(
    `SELECT n.nspname AS schema, c.relname AS "table",
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       (SELECT coalesce(array_agg(DISTINCT fn.nspname || '.' || f.relname), '{}') FROM pg_constraint k
         JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
         WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS needs
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = ANY ($1) AND NOT (n.nspname = 'public' AND c.relname = 'migration')
     ORDER BY 1, 2`,
    [SCHEMAS],
  );
  const ordered: StoredTable[] = [];
  const placed = new Set<string>();
  while (ordered.length < rows.length) {
    const ready = rows.filter((row) => !placed.has(nameOf(row)) && row.needs.every((need) => placed.has(need)));
    if (ready.length === 0) throw new Error("the tables refer to each other in a circle");
    for (const { schema, table, columns } of ready) {
      placed.add(`${schema}.${table}`);
      ordered.push({ schema, table, columns });
    }
  }
  return ordered;
}

/** Sets every identity column to go on after the largest number in its table. */
export async function advanceSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `SELECT pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) AS sequence,
       format('%I.%I', n.nspname, c.relname) AS "table", format('%I', a.attname) AS "column"
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = ANY ($1) AND a.attidentity <> ''`,
    [SCHEMAS],
  );
  for (const { sequence, table, column } of rows) {
    await client.query(
      `SELECT setval($1, greatest((SELECT max(${column}) FROM ${table}), 1), EXISTS (SELECT FROM ${table}))`,
      [sequence],
    );
  }
}

/** `"schema"."table"`, quoted for a statement. */
export function quoted(client: pg.Client, { schema, table }: Pick<StoredTable, "schema" | "table">): string {
  return `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`;
}

function nameOf({ schema, table }: StoredTable): string {
  return `${schema}.${table}`;
}
