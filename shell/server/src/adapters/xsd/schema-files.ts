import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where the schema files seem to lie for the library; nothing outside is ever opened. */
export const HOME = "file:///schemas/";
/** All schemas of PTB together have less than 2 MB; a folder with more is another one. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_FILES = 200;

/**
 * The schema files below a folder by the address under which another one finds them: where it lies, and the published
 * addresses of the schemas of PTB and W3C, so that their files can be used as they were downloaded.
 *
 * @throws Error where the folder cannot be read or is too large to be one of schemas
 */
export function schemaFiles(folder: string): Readonly<Record<string, Uint8Array>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".xsd"));
  if (names.length > MOST_FILES) throw new Error(`more than ${MOST_FILES} schema files`);
  const files: Record<string, Uint8Array> = {};
  let total = 0;
  for (const name of names) {
    const path = join(folder, name);
    total += statSync(path).size;
    if (total > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes of schema files`);
    const bytes = readFileSync(path);
    const local = name.replaceAll("\\", "/");
    for (const address of [`${HOME}${local}`, ...publishedAddresses(local)]) files[address] = bytes;
  }
  return files;
}

function publishedAddresses(local: string): readonly string[] {
  const dsi = /(?:^|\/)dsi\/(v[\d.]+)\.xsd$/.exec(local)?.[1];
  const qudt = /(?:^|\/)qudt\/(v[\d.]+)\.xsd$/.exec(local)?.[1];
  if (dsi) return ["https://ptb.de/si", "https://www.ptb.de/si"].map((home) => `${home}/${dsi}/SI_Format.xsd`);
  if (qudt) return [`https://ptb.de/qudt/${qudt}/qudt.xsd`];
  if (!local.endsWith("xmldsig-core-schema.xsd")) return [];
  return ["http", "https"].map((way) => `${way}://www.w3.org/TR/xmldsig-core/xmldsig-core-schema.xsd`);
}
