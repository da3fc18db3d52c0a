import { readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { openWorkbench } from "../testing/workbench.ts";

/** Reads `name: {` … `column: type;` from the sources, because types are gone when a test runs. */
function typedColumns(): readonly string[] {
  const folder = new URL("./tables/", import.meta.url);
  return readdirSync(folder).flatMap((file) => {
    let table = "";
    return readFileSync(new URL(file, folder), "utf8")
      .split("\n")
      .flatMap((line) => {
        table = /^ {2}(\w+): \{$/.exec(line)?.[1] ?? table;
        const column = /^ {4}(\w+):(.*)$/.exec(line);
        return column ? [`${table}.${column[1]} ${/\bnull\b|Maybe/.test(column[2]!) ? "null" : "not null"}`] : [];
      });
  });
}

test("the typed queries know every column of the migrations, and which may be missing", async (t) => {
  const bench = await openWorkbench(t);
  const { rows } = await sql<{ column: string }>`
    SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'YES' THEN ' null' ELSE ' not null' END AS "column"
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT IN ('migration')`.execute(
    bench.database.owner,
  );

  expect(typedColumns().toSorted()).toEqual(rows.map(({ column }) => column).toSorted());
});
