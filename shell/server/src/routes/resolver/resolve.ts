import { createHash } from "node:crypto";
import { answerTo, type ResolverAnswer } from "@quanheng/centres/article-numbering/resolver/answer.ts";
import { type Asked, readAsked } from "@quanheng/centres/article-numbering/resolver/asked.ts";
import { linksetDocument } from "@quanheng/centres/article-numbering/resolver/linkset.ts";
import { preferences } from "@quanheng/centres/article-numbering/resolver/preference.ts";
import { correctedLink } from "@quanheng/formats/gs1/link/correct.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Catalogue } from "../../services/resolver/catalogue.ts";
import { LINKSET_CONTEXT_PATH, PRIMARY_KEYS } from "../../services/resolver/description.ts";
import { type Notice, noticePage } from "./notice-page.ts";

const KEYS = PRIMARY_KEYS.join("|");
/** Words that the former syntax had for keys: they are refused with the address that is meant. */
const WORDS = "sscc|gtin|gdti|gcn|ginc|gsin|gln|party|payto|grai|giai|itip|cpid|gmn|gsrnp?";
/** An address whose first part is a primary key, however many slashes stand before it. */
const OWN = new RegExp(`^/+(?:(?:${KEYS})(?:/|\\?|$)|(?:${WORDS})/)`);
/** A key behind other parts of a path. */
const BEHIND = new RegExp(`^/[^/?]+/(?:[^?]*/)?(?:${KEYS})/[^/?]`);
const METHODS = "GET, HEAD, OPTIONS";
const LINKSET_TYPE = "application/linkset+json";

/** Whether an address is the resolver's; one with a stem before its key only where no other route has it. */
export function isResolverAddress(url: string, otherwiseUnknown: boolean): boolean {
  return OWN.test(url) || (otherwiseUnknown && !url.startsWith("/api/") && BEHIND.test(url) && readAsked(url).ok);
}

/**
 * Answers a Digital Link address.
 *
 * Redirects go only where the holder of the key has said: nothing in a request can name a target, and nothing about who
 * asks is kept.
 *
 * @returns false where a page of the platform answers instead
 * @source GS1-Conformant resolver 1.2.0; RFC 9264; RFC 9110, 15.4 and 15.5
 */
export async function resolve(
  request: FastifyRequest,
  reply: FastifyReply,
  { catalogue, origin }: { readonly catalogue: Catalogue; readonly origin: string },
): Promise<boolean> {
  reply.headers(OPEN);
  if (request.method === "OPTIONS") {
    reply.code(204).header("allow", METHODS).send();
    return true;
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    reply.code(405).header("allow", METHODS).send();
    return true;
  }
  const { accept = "", "accept-language": language } = request.headers;
  const read = request.url.startsWith("//") ? undefined : readAsked(request.url);
  if (read?.ok !== true) {
    const corrected = correctedLink(`${origin}${request.url}`, { shortGtins: true })?.slice(origin.length);
    notice(request, reply, 400, "bad-address", {
      facts: { ...(read && { code: read.problem.code, at: read.problem.at }), ...(corrected && { corrected }) },
      links: corrected ? [{ href: corrected, title: corrected }] : [],
    });
    return true;
  }
  const asked = read.value;
  const types = preferences(accept);
  const asLinkset = asked.relation === "linkset" || types.some(({ range, q }) => range === LINKSET_TYPE && q > 0);
  const known = catalogue.atOnce(asked.levels) ?? (await catalogue.at(asked.levels));
  const wish = { types, languages: preferences(language), context: asked.context };
  const answer = answerTo(asked, known, wish, asLinkset);
  // The key of a sample or a commission leads people to a page that only its own parties read; machines are told nothing.
  if (answer.kind === "unknown" && /^\/(?:8004|401)\//.test(asked.levels[0]) && wantsPage(accept)) return false;
  send(request, reply, asked, answer, origin);
  return true;
}

const OPEN = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": METHODS,
  "access-control-allow-headers": "Accept, Accept-Language",
  "access-control-expose-headers": "Link, Location",
  "cross-origin-resource-policy": "cross-origin",
  vary: "Accept, Accept-Language",
  "cache-control": "public, max-age=60",
} as const;

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Asked,
  answer: ResolverAnswer,
  origin: string,
): void {
  switch (answer.kind) {
    case "redirect":
      sendRedirect(reply, answer.location, `${origin}${asked.levels[0]}`);
      return;
    case "linkset":
      sendLinkset(request, reply, 200, linksetDocument(origin, answer.items), origin);
      return;
    case "choices": {
      const { item, relation, links } = answer;
      if (wantsPage(request.headers.accept ?? "")) {
        page(request, reply, 300, noticePage("choices", item.description, links));
        return;
      }
      sendLinkset(request, reply, 300, linksetDocument(origin, [{ ...item, links: { [relation]: links } }]), origin);
      return;
    }
    case "gone":
      notice(request, reply, 410, "gone");
      return;
    case "no-such-link":
      notice(request, reply, 404, "no-such-link");
      return;
    case "unknown":
      notice(request, reply, 404, "unknown", { links: statementPage(asked) });
      return;
  }
}

/**
 * Most answers are redirects, so they go out past what pages need: no body, no policy for scripts, just the headers that
 * a redirect has.
 */
function sendRedirect(reply: FastifyReply, location: string, address: string): void {
  const hsts = reply.getHeader("strict-transport-security");
  reply.hijack();
  reply.raw.writeHead(307, {
    ...OPEN,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    ...(hsts !== undefined && { "strict-transport-security": String(hsts) }),
    location,
    link: `<${address}?linkType=linkset>; rel="linkset"; type="${LINKSET_TYPE}"`,
    "content-length": "0",
  });
  reply.raw.end();
}

function sendLinkset(request: FastifyRequest, reply: FastifyReply, status: number, document: unknown, origin: string) {
  const body = Buffer.from(JSON.stringify(document), "utf8");
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  reply.headers({
    etag,
    link: `<${origin}${LINKSET_CONTEXT_PATH}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`,
  });
  if (request.headers["if-none-match"] === etag && status === 200) reply.code(304).send();
  else reply.code(status).type(LINKSET_TYPE).send(body);
}

/** The number of a report that nobody issued here is looked up on the page that says so in full. */
function statementPage({ levels: [path] }: Asked): readonly { href: string; title: string }[] {
  return path.startsWith("/253/")
    ? [{ href: `/verify/${path.slice("/253/".length)}`, title: "验证报告 Verify a report" }]
    : [];
}

function notice(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: Notice,
  more: {
    readonly facts?: Readonly<Record<string, unknown>>;
    readonly links?: readonly { readonly href: string; readonly title: string }[];
  } = {},
): void {
  const { facts = {}, links = [] } = more;
  const path = request.url.split("?")[0] ?? "";
  if (wantsPage(request.headers.accept ?? "")) page(request, reply, status, noticePage(code, path, links));
  else
    reply
      .code(status)
      .type("application/problem+json")
      .send(Buffer.from(JSON.stringify({ type: `/problems/resolver-${code}`, title: code, status, code, facts })));
}

function page(_: FastifyRequest, reply: FastifyReply, status: number, html: string): void {
  reply.code(status).type("text/html; charset=utf-8").send(html);
}

function wantsPage(accept: string): boolean {
  return accept.includes("text/html");
}
