import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "../refusals.ts";
import { ownOrigin } from "./same-origin.ts";

/**
 * The doors of the sign-in library that are open; whatever else it can do stays closed until someone decides otherwise.
 *
 * Closed among others: sign-up (the platform makes accounts), and what answers session tokens that scripts must not read.
 */
const OPEN = new Set([
  "POST /sign-in/email",
  "POST /sign-out",
  "POST /revoke-sessions",
  "POST /revoke-other-sessions",
  "POST /change-password",
  "POST /two-factor/enable",
  "POST /two-factor/disable",
  "POST /two-factor/get-totp-uri",
  "POST /two-factor/verify-totp",
  "POST /two-factor/generate-backup-codes",
  "POST /two-factor/verify-backup-code",
  "GET /passkey/generate-register-options",
  "POST /passkey/verify-registration",
  "GET /passkey/generate-authenticate-options",
  "POST /passkey/verify-authentication",
  "GET /passkey/list-user-passkeys",
  "POST /passkey/delete-passkey",
  "POST /passkey/update-passkey",
  "POST /api-key/create",
  "GET /api-key/list",
  "POST /api-key/update",
  "POST /api-key/delete",
]);

/** Serves accounts (sign-in, second factor, passkeys, keys) by the sign-in library, with failed sign-ins counted. */
export function serveAccounts(app: FastifyInstance): void {
  app.route({
    method: ["GET", "POST"],
    url: "/api/auth/*",
    config: { uncontracted: "the sign-in library checks its own session for each of its doors" },
    handler: async (request, reply) => {
      const door = new URL(request.url, "http://localhost").pathname.slice("/api/auth".length);
      if (!OPEN.has(`${request.method} ${door}`)) refuse("not-found");
      const answer = await answerAt(door, app, request);
      if (answer.status >= 500) throw new Error(`the sign-in library failed at ${door}`);
      return send(reply, answer);
    },
  });
}

/** Behind these doors the password is asked for again; trying it there counts like trying it at the front. */
const ASKS_PASSWORD = new Set([
  "/change-password",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/get-totp-uri",
  "/two-factor/generate-backup-codes",
]);

async function answerAt(door: string, app: FastifyInstance, request: FastifyRequest): Promise<Response> {
  if (door === "/sign-in/email") return signIn(app, request);
  if (!ASKS_PASSWORD.has(door)) return passOn(app, request);
  const { accounts, now } = app.house;
  const { email } = await accounts.identify(request.headers, now());
  return email === null
    ? passOn(app, request)
    : accounts.attempt(
        email,
        now(),
        () => passOn(app, request),
        ({ ok }) => ok,
      );
}

/** @throws Refusal `wrong-credentials`, `locked-out`, `second-factor-needed` is an answer of the library, not a refusal */
async function signIn(app: FastifyInstance, request: FastifyRequest): Promise<Response> {
  const { email } = (request.body ?? {}) as { email?: unknown };
  const account = typeof email === "string" ? email : "";
  const { house } = app;
  const answer = await house.accounts.attempt(
    account,
    house.now(),
    () => passOn(app, request),
    ({ ok }) => ok,
  );
  if (answer.status === 401) refuse("wrong-credentials");
  return answer;
}

function passOn(app: FastifyInstance, request: FastifyRequest): Promise<Response> {
  const headers = new Headers();
  for (const name of PASSED_HEADERS) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const hasBody = request.method === "POST";
  const origin = ownOrigin(app.house.settings, request);
  if (hasBody) {
    headers.set("content-type", "application/json");
    headers.set("origin", origin);
  }
  const passed = new Request(new URL(request.url, origin), {
    method: request.method,
    headers,
    ...(hasBody && { body: JSON.stringify(request.body ?? {}) }),
  });
  return app.house.accounts.handle(passed);
}

/** What the library needs; the origin was compared already, and addresses are not taken from headers of the sender. */
const PASSED_HEADERS = ["cookie", "user-agent", "accept-language"] as const;

async function send(reply: FastifyReply, answer: Response): Promise<FastifyReply> {
  reply.code(answer.status);
  for (const cookie of answer.headers.getSetCookie()) reply.header("set-cookie", cookie);
  reply.header("content-type", answer.headers.get("content-type") ?? "application/json");
  return reply.send(Buffer.from(await answer.arrayBuffer()));
}
