import type { FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "../refusals.ts";
import type { Limits } from "../settings.ts";

/**
 * Slows down guessing and scraping: a bucket per address and kind of request, refilled steadily over a minute.
 *
 * Kept in memory: it protects one node, and forgetting it at a restart does no harm.
 *
 * @throws Refusal `too-many-requests` with the seconds to wait
 */
export function rateLimiter(limits: Limits, now: () => Date) {
  const buckets = new Map<string, Bucket>();
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const kind = kindOf(request.method, request.url);
    const perMinute = kind && limits[kind];
    if (!perMinute) return;
    const waitS = take(buckets, `${kind} ${networkOf(request.ip)}`, perMinute, now().getTime());
    if (waitS === 0) return;
    reply.header("retry-after", waitS);
    refuse("too-many-requests", { seconds: waitS });
  };
}

type Bucket = { tokens: number; at: number };

const MINUTE_MS = 60_000;
/** Addresses remembered at once; beyond it the longest remembered is forgotten. */
const REMEMBERED = 50_000;

function take(buckets: Map<string, Bucket>, key: string, perMinute: number, at: number): number {
  const bucket = buckets.get(key) ?? { tokens: perMinute, at };
  const refilled = Math.min(perMinute, bucket.tokens + (Math.max(0, at - bucket.at) * perMinute) / MINUTE_MS);
  const allowed = refilled >= 1;
  buckets.delete(key);
  buckets.set(key, { tokens: allowed ? refilled - 1 : refilled, at });
  if (buckets.size > REMEMBERED) buckets.delete(buckets.keys().next().value!);
  return allowed ? 0 : Math.ceil(((1 - refilled) * MINUTE_MS) / perMinute / 1000);
}

const SIGN_IN = [
  "/api/auth/sign-in/",
  "/api/auth/two-factor/verify",
  "/api/auth/passkey/verify-authentication",
  "/api/session/reauthenticate",
  "/api/demo/sign-in",
];

function kindOf(method: string, url: string): keyof Limits | null {
  if (method === "POST" && SIGN_IN.some((start) => url.startsWith(start))) return "signIn";
  if (url.startsWith("/api/auth/")) return "account";
  return url.startsWith("/api/public/") ? "publicApi" : null;
}

/** One household of addresses: an IPv4 address, or the 64 bits of an IPv6 network that one sender may vary freely. */
function networkOf(address: string): string {
  return address.includes(":") && !address.includes(".") ? address.split(":").slice(0, 4).join(":") : address;
}
