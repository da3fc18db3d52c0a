import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AttributeTables } from "@quanheng/kernel/sampling/attribute-tables.ts";
import type { NetContentEdition } from "@quanheng/kernel/sampling/net-content.ts";
import type { VariablesTables } from "@quanheng/kernel/sampling/variables-tables.ts";

const folder = join(import.meta.dirname, "../../../../../data/sampling");

/** The project's own tables of acceptance sampling, which the cases are run with. */
export const attributeTables = (): AttributeTables => read("gbt2828-1-2012.json") as AttributeTables;
export const variablesTables = (): VariablesTables => read("z1-9.json") as VariablesTables;
export const netContentEditions = (): readonly NetContentEdition[] =>
  (read("net-content.json") as { editions: NetContentEdition[] }).editions;

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}
