import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readRequirement } from "@quanheng/flow/selection/read-requirement.ts";
import { convertRow, convertTable, readKeepingDigits, type TableName } from "./published.ts";

/** Imports a published requirement data set into `data/requirements`: `node tools/bin/run.mjs requirements [FOLDER]`. */
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const shared = process.env["QUANHENG_SHARED"] ?? join(root, "..", "shared");
const from = resolve(process.argv[2] ?? join(shared, "data", "requirements"));
const into = join(root, "data", "requirements");

if (!existsSync(join(from, "rows"))) {
  process.stderr.write(`No requirement data set in ${from}: name its folder.\n`);
  process.exit(2);
}

mkdirSync(join(into, "rows"), { recursive: true });
for (const table of Object.keys(convertTable) as TableName[]) {
  const published = readKeepingDigits(join(from, `${table}.json`)) as Record<string, Record<string, unknown>[]>;
  const rows = (published[table] ?? []).map((row) => convertTable[table](row));
  write(join(into, `${table}.json`), table, rows);
}

let count = 0;
for (const file of readdirSync(join(from, "rows")).sort()) {
  const { product, rows } = readKeepingDigits(join(from, "rows", file)) as { product: string; rows: unknown[] };
  const converted = rows.map(convertRow);
  for (const row of converted) readRequirement(row);
  write(join(into, "rows", `${product}.json`), "rows", converted);
  count += converted.length;
}
process.stdout.write(`${count} requirement rows imported into data/requirements.\n`);

/** One object per line, so that a change of one fact is a change of one line. */
function write(path: string, name: string, rows: readonly unknown[]): void {
  const lines = rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n");
  writeFileSync(path, `{\n"${name}": [\n${lines}\n]\n}\n`);
}
