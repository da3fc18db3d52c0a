import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { renewedTables } from "./tables.ts";
import { adrFile, methodFiles, migrationFile, type NewFile, pageFiles } from "./templates.ts";

const USAGE = `npm run new -- method <centre>/<laboratory> <name>
npm run new -- migration <what>
npm run new -- page <stage> <Name>
npm run new -- adr <what>
npm run new -- tables          write the tables.ts of the centres anew from data/methods
`;

const root = join(import.meta.dirname, "..", "..", "..");
const [kind, first, second] = process.argv.slice(2);
if (kind === "tables") {
  await renewTables();
  process.exit(0);
}
const files = plan();
if (!files) {
  process.stderr.write(USAGE);
  process.exit(2);
}
const taken = files.filter(({ path }) => existsSync(join(root, path)));
if (taken.length > 0) {
  process.stderr.write(`${taken.map(({ path }) => path).join(", ")} exists already; choose another name\n`);
  process.exit(1);
}
for (const { path, text } of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  process.stdout.write(`wrote ${path}\n`);
}
if (kind === "method")
  process.stdout.write(
    "next: docs/how-to/add-a-method.md, from step 2; its test fails until the printed digits are in it\n",
  );

function plan(): readonly NewFile[] | undefined {
  if (!first || !/^[A-Za-z0-9/-]+$/.test(first)) return undefined;
  if (kind === "method" && second && /^[a-z0-9-]+$/.test(second)) return methodFiles(first, second);
  if (kind === "page" && second && /^[A-Z][A-Za-z0-9]*$/.test(second)) return pageFiles(first, second);
  if (kind === "migration") return [migrationFile(nextNumber("shell/server/migrations"), first)];
  if (kind === "adr") return [adrFile(nextNumber("docs/adr"), first)];
  return undefined;
}

function nextNumber(folder: string): string {
  const numbers = readdirSync(join(root, folder)).map((name) => Number.parseInt(name.slice(0, 4), 10));
  return String(Math.max(0, ...numbers.filter(Number.isFinite)) + 1).padStart(4, "0");
}

/** Writes every table of the centres anew from its file, laid out; says which changed. */
async function renewTables(): Promise<void> {
  for (const path of globSync("core/centres/src/**/tables.ts", { cwd: root })) {
    const file = join(root, path);
    const before = readFileSync(file, "utf8");
    const constants = (await import(file)) as Readonly<Record<string, object>>;
    const text = renewedTables(
      before,
      (name) => Object.keys(constants[name] ?? {}),
      (name) => JSON.parse(readFileSync(join(root, "data/methods", `${name}.json`), "utf8")),
    );
    writeFileSync(file, text);
    execFileSync("npx", ["biome", "format", "--write", path], { cwd: root, stdio: "ignore" });
    const changed = readFileSync(file, "utf8") !== before;
    process.stdout.write(`${changed ? "wrote" : "as before"} ${path}\n`);
  }
}
