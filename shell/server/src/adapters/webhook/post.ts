import { createHmac } from "node:crypto";
import { lookup } from "node:dns";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.ts";

/** Which places may be told: those of the public internet over TLS, or any (a platform behind a firewall, tests). */
export type HookPlaces = "public" | "any";
/** How the telling went: taken, or why not. */
export type HookAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly failure: "not-public" | "unreachable" | "late" | "declined";
      readonly status?: number;
    };
export type HookPost = (dest: string, body: string, headers: Readonly<Record<string, string>>) => Promise<HookAnswer>;

const TIMEOUT_MS = 10_000;

/** What keeps an address from being told, by its text alone; null where nothing does. */
export function hookFault(dest: string, places: HookPlaces): "address" | "scheme" | "not-public" | null {
  if (!URL.canParse(dest)) return "address";
  const url = new URL(dest);
  if (url.username !== "" || url.password !== "" || url.hash !== "") return "address";
  if (url.protocol !== "https:" && !(places === "any" && url.protocol === "http:")) return "scheme";
  if (places === "any") return null;
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  if (isIP(host) !== 0) return isPublicAddress(host) ? null : "not-public";
  return /^localhost$|\.(localhost|local|internal|lan|home\.arpa)$|^[^.]+$/i.test(host.replace(/\.$/, ""))
    ? "not-public"
    : null;
}

/**
 * Tells a receiver. A name is looked up once and connected to at the address that was looked at, so that no name can turn
 * to a private address in between; redirections are not followed, and of the answer nothing but its status is read.
 */
export function openHook(places: HookPlaces): HookPost {
  return (dest, body, headers) => {
    if (hookFault(dest, places) !== null) return Promise.resolve({ ok: false, failure: "not-public" });
    const url = new URL(dest);
    const send = url.protocol === "https:" ? requestSecure : requestPlain;
    return new Promise((resolve) => {
      const bytes = Buffer.from(body, "utf8");
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const asked = send(
        url,
        {
          method: "POST",
          headers: { ...headers, "content-length": bytes.length },
          agent: false,
          signal,
          ...(places === "public" && { lookup: publicOnly }),
        },
        (answer) => {
          const status = answer.statusCode ?? 0;
          answer.destroy();
          resolve(status >= 200 && status < 300 ? { ok: true } : { ok: false, failure: "declined", status });
        },
      );
      asked.on("error", (error) => {
        const failure = error instanceof NotPublic ? "not-public" : signal.aborted ? "late" : "unreachable";
        resolve({ ok: false, failure });
      });
      asked.end(bytes);
    });
  };
}

class NotPublic extends Error {}

/** Looks a name up and refuses it where any of its addresses is private. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, "", 0);
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      return done(new NotPublic(hostname), "", 0);
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });
};

/** HMAC with SHA-256 over the time, a point and the body, in hexadecimal: a receiver sees who sent it, and when. */
export function hookSignature(secret: string, seconds: number, body: string): string {
  const hmac = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${hmac}`;
}
