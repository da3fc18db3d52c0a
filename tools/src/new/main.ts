import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { adrFile, methodFiles, migrationFile, type NewFile, pageFiles } from "./templates.ts";

const USAGE = `npm run new -- method <centre>/<laboratory> <name>
npm run new -- migration <what>
npm run new -- page <stage> <Name>
npm run new -- adr <what>
`;

const root = join(import.meta.dirname, "..", "..", "..");
const [kind, first, second] = process.argv.slice(2);
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
