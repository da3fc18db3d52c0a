import type { OpenOptions } from "./adapters/postgres/open.ts";
import type { House } from "./house.ts";
import type { Limits, Settings, SigningSettings } from "./settings.ts";

export type StartOptions = {
  readonly port: number;
  /** What to listen on; `127.0.0.1` unless a proxy or a network shall reach it. */
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly demo: boolean;
  /** The address the platform is known by, when a proxy stands before it. */
  readonly origin?: string | undefined;
  /** Signs cookies; without it one is made and kept in the data folder. */
  readonly secret?: string | undefined;
  /** Opens the signing keys (`QUANHENG_KEY`); without it they are locked by a file of the data folder. */
  readonly keyPassphrase?: string | undefined;
  readonly signing?: SigningSettings | undefined;
  readonly limits?: Limits;
  readonly logLevel?: Settings["logLevel"];
  /** False serves the API alone. */
  readonly pages?: boolean;
  /** What the start is busy with, for whoever waits for it. */
  readonly tell?: OpenOptions["tell"];
};

export type RunningServer = { readonly url: string; readonly house: House; close(): Promise<void> };
