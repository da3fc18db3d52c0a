import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as text; who holds it may use it, so it is never stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored in its place. */
export function sha256Of(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
