import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { permissionDocument } from "@quanheng/server/permission-matrix.ts";
import { corePackage, PACKAGES, referencePages } from "./api/reference-pages.ts";
import { centresDocument } from "./centres.ts";
import { routesDocument } from "./routes.ts";

// `npm run docs` writes the generated pages, `-- --check` says which are stale.
const root = join(import.meta.dirname, "..", "..", "..");
const pages: Readonly<Record<string, () => string>> = {
  "docs/reference/routes.md": routesDocument,
  "docs/reference/permissions.md": permissionDocument,
  "docs/reference/centres.md": centresDocument,
  ...Object.assign({}, ...PACKAGES.map((name) => referencePages(corePackage(root, name)))),
};

const stale = Object.entries(pages).filter(([path, make]) => read(path) !== make());
if (process.argv.includes("--check")) {
  for (const [path] of stale) process.stdout.write(`${path} is stale; run npm run docs\n`);
  process.exit(stale.length === 0 ? 0 : 1);
}
for (const [path, make] of stale) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), make());
  process.stdout.write(`wrote ${path}\n`);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return undefined;
  }
}
