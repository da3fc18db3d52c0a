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

/** `QUANHENG_DCC_SCHEMAS`: the folder of the published schema files of calibration certificates; none by default. */
export function dccSchemasFrom(env: Call["env"]): string | undefined {
  const folder = env["QUANHENG_DCC_SCHEMAS"];
  return folder ? resolve(folder) : undefined;
}
