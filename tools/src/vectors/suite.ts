import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** Kinds of case files: the name of the folder that holds them, at any depth above the file. */
export const SUITES = ["metrology", "methods", "gs1", "lims", "planner", "requirements", "dcc", "untp"] as const;
export type Suite = (typeof SUITES)[number];

/** The suite of a file or folder: its nearest folder with a suite's name; undefined when there is none. */
export function suiteOf(path: string): Suite | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const suite = SUITES.find((name) => name === basename(folder));
    if (suite !== undefined || folder === dirname(folder)) return suite;
  }
}

/** All files under a path in a fixed order, hidden ones left out; a file is its own only file. */
export function filesUnder(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !name.startsWith("."))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
