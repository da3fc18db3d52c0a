import { readdir, readFile } from "node:fs/promises";

/** The folder of reference data that comes with the platform. */
const DATA = new URL("../../../../../data/", import.meta.url);

/** Reads a file of `data/` as JSON; what it holds is checked by whoever knows its shape. */
export async function readDataFile(path: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(path, DATA), "utf8")) as unknown;
}

/** The JSON files of a folder of `data/`, as paths for `readDataFile`, sorted. */
export async function listDataFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(new URL(`${folder}/`, DATA));
  return names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => `${folder}/${name}`);
}
