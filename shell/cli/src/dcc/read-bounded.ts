import { readFileSync, statSync } from "node:fs";
import { refuse as refuseFormat } from "@quanheng/formats/refusals.ts";
import { XML_LIMITS } from "@quanheng/formats/xml/limits.ts";
import { refuse } from "@quanheng/server/refusals.ts";

/**
 * The bytes of a file that may be a certificate; one that is too large is not read into memory at all.
 *
 * @throws Refusal `dcc-file-unreadable` for a file that is not there, no file, or not ours to read
 * @throws Refusal `xml-too-large`
 */
export function readBounded(path: string): Uint8Array {
  try {
    if (statSync(path).size > XML_LIMITS.bytes) {
      return refuseFormat("xml-too-large", { what: "bytes", most: XML_LIMITS.bytes });
    }
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    return refuse("dcc-file-unreadable", { path });
  }
}
