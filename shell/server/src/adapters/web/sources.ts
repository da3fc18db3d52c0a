import { createHash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";

/** What the built pages are made of, relative to the root of the repository. */
const SOURCES = [
  "package-lock.json",
  "shell/web/{package.json,index.html,vite.config.ts,tsconfig.json}",
  "shell/web/{src,public}/**/*",
  "shell/contract/src/**/*.ts",
  "core/*/src/**/*.ts",
];

/** A hash over names and contents of all sources of the pages: another hash means that they must be built again. */
export async function sourceHash(root: string): Promise<string> {
  const names: string[] = [];
  for await (const entry of glob(SOURCES, { cwd: root, withFileTypes: true })) {
    if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) names.push(`${entry.parentPath}/${entry.name}`);
  }
  names.sort();
  const contents = await Promise.all(names.map((name) => readFile(name)));
  const hash = createHash("sha256");
  names.forEach((name, at) => {
    hash.update(name.slice(root.length)).update("\0").update(createHash("sha256").update(contents[at]!).digest());
  });
  return hash.digest("hex");
}
