import { readFileSync } from "node:fs";

/** A table of `data/methods` by its file name. */
export function readTable<Table>(name: string): Table {
  const file = new URL(`../../../../../data/methods/${name}`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Table;
}
