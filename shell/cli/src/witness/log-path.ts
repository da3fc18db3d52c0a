import { createHash } from "node:crypto";

/** The name of a log among a witness's files: hex of SHA-256 of its origin. @source C2SP tlog-witness v1.0.0, monitoring */
export const logPath = (origin: string): string => createHash("sha256").update(origin).digest("hex");
