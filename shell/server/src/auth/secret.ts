import { randomBytes } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { invariant } from "@quanheng/kernel/refusal.ts";

/**
 * The secret that signs cookies: from `QUANHENG_SECRET`, else made once and kept in the data folder, readable by its owner only.
 *
 * @param given at least 32 characters, or undefined to use the kept one
 */
export async function sessionSecret(dataDir: string, given: string | undefined): Promise<string> {
  if (given !== undefined) {
    invariant(given.length >= 32, "QUANHENG_SECRET has at least 32 characters");
    return given;
  }
  const path = join(dataDir, "session-secret");
  return (await kept(path)) ?? (await make(dataDir, path));
}

async function kept(path: string): Promise<string | null> {
  try {
    const text = (await readFile(path, "utf8")).trim();
    return text === "" ? null : text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function make(dataDir: string, path: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const secret = randomBytes(32).toString("base64url");
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(`${secret}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return secret;
}
