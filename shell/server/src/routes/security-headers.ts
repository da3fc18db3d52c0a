import type { FastifyReply, FastifyRequest } from "fastify";
import { isSecure, type Settings } from "../settings.ts";

/** Pages run our own scripts only (WebAssembly for the scanner) and are shown in no foreign frame; styles are inline. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob: data:",
  "worker-src 'self' blob:",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** An answer of the API is data: nothing in it runs, and only our own pages show it in a frame (a report's PDF). */
const DATA_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** Sets the headers that every answer carries, also one that is a refusal. */
export function securityHeaders(settings: Settings) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    reply.headers(headersFor(settings, request.url));
  };
}

/** The headers of an answer from this address. */
export function headersFor(settings: Pick<Settings, "origin">, url: string): Readonly<Record<string, string>> {
  const data = url.startsWith("/api/");
  return {
    "content-security-policy": data ? DATA_POLICY : PAGE_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": data ? "SAMEORIGIN" : "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
    ...(data && { "cache-control": "no-store" }),
    ...(isSecure(settings) && { "strict-transport-security": "max-age=31536000; includeSubDomains" }),
  };
}
