import type { FastifyRequest } from "fastify";
import { refuse } from "../refusals.ts";
import { isLoopback, type Settings } from "../settings.ts";

/** Pages and tools of the platform add this header; a form of a foreign page cannot. */
export const OWN_HEADER = "x-quanheng-request";

/**
 * Refuses a host name that is not ours, so that a foreign name pointed at this machine reads nothing.
 *
 * @throws Refusal `unknown-host`
 */
export function requireKnownHost(settings: Settings) {
  return async (request: FastifyRequest) => {
    const asked = hostnameOf(`http://${request.headers.host ?? ""}`);
    if (asked !== null && isLoopback(asked)) return;
    if (settings.origin === null ? !isLoopback(settings.host) : asked === hostnameOf(settings.origin)) return;
    refuse("unknown-host", { origin: settings.origin ?? `http://localhost:${settings.port}` });
  };
}

/**
 * Refuses a change that a page of another origin asks for.
 *
 * Browsers say where a request comes from; what says nothing is not a browser and must at least send the own header
 * when it brings a cookie along.
 *
 * @throws Refusal `wrong-origin`
 */
export function requireSameOrigin(settings: Settings) {
  return async (request: FastifyRequest) => {
    if (!CHANGES.has(request.method)) return;
    const { origin, cookie, "sec-fetch-site": site } = request.headers;
    if (site !== undefined && site !== "same-origin") refuse("wrong-origin");
    if (origin !== undefined && origin !== ownOrigin(settings, request)) refuse("wrong-origin");
    const silent = site === undefined && origin === undefined;
    if (silent && cookie !== undefined && request.headers[OWN_HEADER] === undefined) refuse("wrong-origin");
  };
}

const CHANGES = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** The origin under which this request reached us. */
export function ownOrigin(settings: Pick<Settings, "origin">, request: FastifyRequest): string {
  const asked = `http://${request.headers.host ?? "localhost"}`;
  const hostname = hostnameOf(asked);
  return settings.origin === null || (hostname !== null && isLoopback(hostname)) ? asked : settings.origin;
}

function hostnameOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname : null;
}
