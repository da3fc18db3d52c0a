import { readdirSync, readFileSync } from "node:fs";
import { readRequirement } from "../read-requirement.ts";
import type { RequirementRow } from "../requirement.ts";

const data = new URL("../../../../../data/", import.meta.url);

/** One of the project's data files, parsed. */
export function dataFile(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, data), "utf8"));
}

/** Every requirement row of the project. */
export function allRows(): readonly RequirementRow[] {
  return readdirSync(new URL("requirements/rows/", data))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => (dataFile(`requirements/rows/${name}`) as { rows: unknown[] }).rows)
    .map(readRequirement);
}
