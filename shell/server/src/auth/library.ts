import type { Pool } from "pg";
import { isSecure, type Settings } from "../settings.ts";

/** A working day: then everyone signs in again, whatever they did in between. [s] */
export const SESSION_S = 12 * 60 * 60;

export type LibraryOptions = {
  /** Connections of the role quanheng_auth, with the schema `auth` as their search path. */
  readonly pool: Pool;
  readonly secret: string;
  readonly settings: Pick<Settings, "origin" | "port">;
};

export type Library = Awaited<ReturnType<typeof openLibrary>>;

/**
 * The sign-in library (better-auth) as this platform uses it: passwords with scrypt, authenticator codes, passkeys, API keys.
 *
 * Accounts are made by the platform, never by strangers; who belongs to which party stands in our own `membership` table.
 */
export async function openLibrary({ pool, secret, settings }: LibraryOptions) {
  const [{ betterAuth }, { twoFactor }, { passkey }, { apiKey }] = await loadLibrary();
  return betterAuth({
    appName: "Quanheng",
    database: pool,
    secret,
    baseURL: settings.origin ?? `http://localhost:${settings.port}`,
    basePath: "/api/auth",
    // The guard of every request (same-origin.ts) has compared the origin with the host already; this repeats it.
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    session: {
      expiresIn: SESSION_S,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: { actingMembershipId: { type: "string", required: false, input: false } },
    },
    plugins: [
      twoFactor({
        issuer: "Quanheng 权衡",
        accountLockout: { enabled: true, maxFailedAttempts: 5, durationSeconds: 900 },
      }),
      passkey({ rpName: "Quanheng 权衡" }),
      apiKey({ enableMetadata: true, defaultPrefix: "qh_", rateLimit: { enabled: false } }),
    ],
    advanced: {
      cookiePrefix: "quanheng",
      useSecureCookies: isSecure(settings),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure: isSecure(settings), path: "/" },
    },
    // Rates are limited before the library is reached (rate-limit.ts), failed sign-ins counted beside it (lockout.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error", log: report },
  });
}

/** Loads the library's code, which takes longer than anything else at a start; done early it passes beside the database's. */
export function loadLibrary() {
  return Promise.all([
    import("better-auth"),
    import("better-auth/plugins/two-factor"),
    import("@better-auth/passkey"),
    import("@better-auth/api-key"),
  ]);
}

/** What the library has to say goes to the console, except that someone sent a wrong key, which anyone can do all day. */
function report(_level: string, message: string, ...details: unknown[]): void {
  if (!message.startsWith("Failed to validate API key")) console.error(message, ...details);
}
