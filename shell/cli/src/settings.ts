import { resolve } from "node:path";
import type { Call } from "./command.ts";

/** Where and with what the platform runs; every command that opens it reads the same variables. */
export type CliSettings = {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
};

/** `QUANHENG_DATA` (default `./var`) and `DATABASE_URL`. */
export function settingsFrom(env: Call["env"]): CliSettings {
  return { dataDir: resolve(env["QUANHENG_DATA"] || "var"), databaseUrl: env["DATABASE_URL"] || undefined };
}

/** `PORT`, default 8088; null when it is no port number. */
export function portFrom(env: Call["env"]): number | null {
  const port = Number(env["PORT"] || "8088");
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : null;
}
