import { readdirSync } from "node:fs";
import { join } from "node:path";
import { cruiseImports } from "./cruise.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const FOLDERS = ["core", "shell", "tools", "tests"];

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }),
).filter((name) => /\.tsx?$/.test(name) && !/node_modules|imports\/broken|\bdist\b/.test(name));
const seen = await cruiseImports(root, FOLDERS);
for (const { rule, from, to } of seen.breaches) process.stdout.write(`${rule}: ${from} → ${to}\n`);

// With a compiler it cannot drive, the parser silently sees nothing; a count far below the files on disk says so.
const blind = seen.modules < sources.length || seen.dependencies < seen.modules;
if (blind)
  process.stdout.write(
    `saw only ${seen.modules} modules and ${seen.dependencies} imports of ${sources.length} source files\n`,
  );
process.stdout.write(
  `imports: ${seen.modules} modules, ${seen.dependencies} imports, ${seen.breaches.length} breaches\n`,
);
process.exit(seen.breaches.length > 0 || blind ? 1 : 0);
