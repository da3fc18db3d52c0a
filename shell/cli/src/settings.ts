import { resolve } from "node:path";
import type { SigningSettings } from "@quanheng/server/settings.ts";
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

/**
 * `QUANHENG_TIMESTAMP_URL`, `QUANHENG_TIMESTAMP_POLICY`, `QUANHENG_TIMESTAMP_ROOTS`, `QUANHENG_OCSP_URL` and
 * `QUANHENG_TIMESTAMP_REQUIRED=1`: who stamps the time of signatures; undefined while none of them is set.
 */
export function signingFrom(env: Call["env"]): SigningSettings | undefined {
  const given = {
    ...(env["QUANHENG_TIMESTAMP_URL"] && { timestampUrl: env["QUANHENG_TIMESTAMP_URL"] }),
    ...(env["QUANHENG_TIMESTAMP_POLICY"] && { timestampPolicy: env["QUANHENG_TIMESTAMP_POLICY"] }),
    ...(env["QUANHENG_TIMESTAMP_ROOTS"] && { timestampRoots: resolve(env["QUANHENG_TIMESTAMP_ROOTS"]) }),
    ...(env["QUANHENG_OCSP_URL"] && { ocspUrl: env["QUANHENG_OCSP_URL"] }),
  };
  const required = env["QUANHENG_TIMESTAMP_REQUIRED"] === "1";
  return required || Object.keys(given).length > 0 ? { ...given, required } : undefined;
}
