import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { completeLock, type Lock, missingEntries } from "./complete.ts";

// `npm run lock` after every change of dependencies; `-- --check` only looks.
const path = join(import.meta.dirname, "..", "..", "..", "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8")) as Lock;

if (process.argv.includes("--check")) {
  const missing = missingEntries(lock);
  for (const { name, version } of missing)
    process.stdout.write(`the lock lacks ${name}@${version}; run npm run lock\n`);
  process.stdout.write(`lock: ${Object.keys(lock.packages).length} entries, ${missing.length} missing\n`);
  process.exit(missing.length === 0 ? 0 : 1);
}
for (const entry of Object.values(lock.packages))
  if (typeof entry["resolved"] === "string" && /^https?:/.test(entry["resolved"])) delete entry["resolved" as never];
const added = completeLock(lock);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`lock: ${added} entries of other platforms added\n`);
