import { readFileSync } from "node:fs";
import { certificatesOfPem, pemOfCertificate } from "@quanheng/formats/signature/pem.ts";
import { writeOnce } from "./write-once.ts";

/**
 * The certificate kept at a path, made when there is none.
 *
 * @returns DER
 */
export async function certificateAt(path: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const known = keptCertificate(path);
  if (known) return known;
  writeOnce(path, new TextEncoder().encode(pemOfCertificate(await make())));
  const made = keptCertificate(path);
  if (!made) throw new Error(`${path} holds no certificate. Restore it from a backup.`);
  return made;
}

/** The certificate kept at a path; undefined when there is none. */
export function keptCertificate(path: string): Uint8Array | undefined {
  try {
    return certificatesOfPem(readFileSync(path, "utf8"))[0];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
