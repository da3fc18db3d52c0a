/** How one platform is set up; read once from options and environment by `main.ts`, never again elsewhere. */
export type Settings = {
  /** The folder that holds everything this platform must not lose. */
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /**
   * The address the platform is known by, e.g. `https://qi.example.org`; null serves whichever loopback name was asked,
   * or any name when it listens beyond loopback.
   */
  readonly origin: string | null;
  /** Whether the demonstration cluster is on, with its one-click sign-in. */
  readonly demo: boolean;
  readonly limits: Limits;
  /** Where subscribers of events may be told; only on the public internet over TLS unless stated. */
  readonly webhooks?: "public" | "any";
  /** Who stamps the time of signatures and answers about revocation; left out, signatures are PAdES B-B. */
  readonly signing?: SigningSettings;
  readonly logLevel: "silent" | "error" | "warn" | "info";
};

/** Services of which every signature of a document asks something. */
export type SigningSettings = {
  /** Where time stamps are asked for (RFC 3161 over HTTP). */
  readonly timestampUrl?: string;
  /** Policy to stamp under, in dotted digits; left out, the service's own. */
  readonly timestampPolicy?: string;
  /** PEM file with the certificates of the authorities that vouch for the stamps, and their lists of revoked ones. */
  readonly timestampRoots?: string;
  /** Where it is asked whether certificates were revoked (RFC 6960 over HTTP); left out, the own authority's list is kept. */
  readonly ocspUrl?: string;
  /** Whether nothing is issued while a service is not available. */
  readonly required: boolean;
};

/** Requests per minute and address; `null` sets no limit (measurements, tests). */
export type Limits = {
  readonly signIn: number | null;
  readonly account: number | null;
  readonly publicApi: number | null;
};

export const USUAL_LIMITS: Limits = { signIn: 30, account: 120, publicApi: 240 };

/** Whether cookies must only travel encrypted. */
export function isSecure(settings: Pick<Settings, "origin">): boolean {
  return settings.origin?.startsWith("https://") ?? false;
}

/** Whether a host name, as listened on or asked for, means this machine itself. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/i.test(hostname);
}
