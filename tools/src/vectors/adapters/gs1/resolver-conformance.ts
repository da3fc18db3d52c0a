import { checkLinkset } from "@quanheng/formats/gs1/linkset/check-linkset.ts";
import { linkType } from "@quanheng/formats/gs1/vocabulary/link-type.ts";
import type { CaseResult } from "../../adapter.ts";
import type { Answer, ResolverServer } from "./resolver-server.ts";
import { steerless } from "./steerless.ts";

type Link = {
  readonly href: string;
  readonly title: string;
  readonly type?: string;
  readonly hreflang?: readonly string[];
  readonly context?: readonly string[];
};
type Linkset = Readonly<Record<string, readonly Link[]>>;

/** What one check looks at. */
type Subject = {
  readonly server: ResolverServer;
  readonly path: string;
  readonly plain: Answer;
  readonly description: Answer;
  readonly linkset: Answer;
  /** The links of the finest level. */
  readonly links: Linkset;
};

const VOC = "https://ref.gs1.org/voc/";
const REDIRECTS = [301, 302, 303, 307, 308];
const LINKSET_TYPE = "application/linkset+json";

/** Addresses that the checks are made with: an item with everything, and a place. */
const SUBJECTS = [
  { path: "/01/09521234543213", below: "/10/KL8G" },
  { path: "/414/9521234000013", below: "/254/KL8G" },
] as const;

/** The checks of the public suite, each for every subject; `tls` is the proxy's, and what it must say stands in our headers. */
export async function conformance(
  server: ResolverServer,
  host: string,
  ids: readonly string[],
): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const { path, below } of SUBJECTS) {
    const subject = await subjectOf(server, path);
    for (const id of ids.filter((each) => each !== "compressionChecks")) {
      const check = CHECKS[id];
      const ok = check ? await check(subject, { host, below }) : false;
      results.push({ id: `${id} ${path}`, ok, ...(!ok && { message: check ? "not as required" : "no such check" }) });
    }
  }
  return results;
}

async function subjectOf(server: ResolverServer, path: string): Promise<Subject> {
  const [plain, description, linkset] = await Promise.all([
    server.ask("GET", path, { origin: "https://other.example" }),
    server.ask("GET", "/.well-known/gs1resolver", { accept: "application/json" }),
    server.ask("GET", `${path}?linkType=linkset`),
  ]);
  const [first = {}] = (JSON.parse(linkset.body) as { linkset: readonly Record<string, unknown>[] }).linkset;
  const links = Object.fromEntries(Object.entries(first).filter(([, value]) => Array.isArray(value))) as Linkset;
  return { server, path, plain, description, linkset, links };
}

type Check = (subject: Subject, at: { readonly host: string; readonly below: string }) => boolean | Promise<boolean>;

const CHECKS: Readonly<Record<string, Check>> = {
  isURL: ({ path }, { host }) => new URL(`${host}${path}`).hostname.includes("."),
  plausibleDL: ({ path }) => /^\/\d{2,4}\/[^/]+$/.test(path),
  validDL: ({ plain }) => plain.status !== 400,
  tlsOK: ({ plain }) => (plain.headers["strict-transport-security"] ?? "").startsWith("max-age="),
  rdFile: ({ description }) => isDescription(description),
  httpVersion: ({ plain }) => plain.status > 0,
  corsCheck: ({ plain, linkset }) =>
    [plain, linkset].every(({ headers }) => headers["access-control-allow-origin"] === "*"),
  methodsCheck: ({ plain }) =>
    ["GET", "HEAD", "OPTIONS"].every((method) => plain.headers["access-control-allow-methods"]?.includes(method)),
  linkOnRedirect: ({ plain }) => String(plain.headers["link"]).includes('rel="linkset"'),
  legacyLinkHeaders: ({ plain }) => !String(plain.headers["link"]).includes("gs1:"),
  reportWith400: async ({ server, path }) => (await server.ask("GET", `${path}/foo`)).status === 400,
  noErrorWith200: async ({ server, path }) => (await server.ask("GET", `${path}/foo`)).status !== 200,
  trailingSlash: async ({ server, path, plain }) => {
    const { status, headers } = await server.ask("GET", `${path}/`);
    return status === plain.status && headers.location === plain.headers.location;
  },
  qsPassedOn: async ({ server, path }) =>
    (await server.ask("GET", `${path}?foo=bar`)).headers.location?.includes("foo=bar") === true,
  basicWalkUp: async ({ server, path }, { below }) => (await server.ask("GET", `${path}${below}`)).status !== 404,
  ltLinksetNoRedirect: ({ linkset }) => linkset.status === 200,
  ltAllNoRedirect: async ({ server, path }) => (await server.ask("GET", `${path}?linkType=all`)).status === 200,
  ltAcceptHeader: async ({ server, path }) => (await server.ask("GET", path, { accept: LINKSET_TYPE })).status === 200,
  validLinkset: ({ linkset }) => checkLinkset(JSON.parse(linkset.body)).length === 0,
  linksetJsonldCheck: async ({ server, linkset }, { host }) => {
    const [, address] =
      /<([^>]+)>; rel="http:\/\/www\.w3\.org\/ns\/json-ld#context"/.exec(String(linkset.headers["link"])) ?? [];
    const { headers } = await server.ask("GET", address?.slice(host.length) ?? "/");
    return headers["content-type"]?.startsWith("application/ld+json") === true;
  },
  declaredContentType: ({ linkset }) => linkset.headers["content-type"]?.startsWith(LINKSET_TYPE) === true,
  defaultLinkExists: ({ links }) => `${VOC}defaultLink` in links,
  singleDefaulLink: ({ links }) => {
    const found = links[`${VOC}defaultLink`] ?? [];
    return found.length === 1 && Object.keys(found[0] ?? {}).every((member) => ["href", "title"].includes(member));
  },
  defaultTarget: ({ plain, links }) =>
    REDIRECTS.includes(plain.status) && plain.headers.location === links[`${VOC}defaultLink`]?.[0]?.href,
  "loFor<linkType>": (subject) => everyType(subject, (links) => links.length === 1, single),
  "loFor<linkType><n>": (subject) => everyType(subject, (links) => links.length > 1, several),
  "300 choice": async (subject) =>
    everyType(
      subject,
      (links) => links.length > 1 && links.every((link) => sameAs(link, links[0]!)),
      async (ask) => {
        const { status } = await ask(headersFor(ask.links[0]!));
        return status === 300;
      },
    ),
  singleMultiLink: ({ links }) => links[`${VOC}defaultLinkMulti`]?.length !== 1,
  "gs1:defaultLinkMulti": async ({ server, path, links }) => {
    for (const link of links[`${VOC}defaultLinkMulti`] ?? [])
      if ((await server.ask("GET", path, headersFor(link))).headers.location !== link.href) return false;
    return true;
  },
  specificLinkTypeNotFound: async ({ server, path }) =>
    (await server.ask("GET", `${path}?linkType=gs1:nosuchlt`)).status === 404,
  linkTypesDefined: ({ links }) => Object.keys(links).every((relation) => linkType(relation) !== undefined),
};

function isDescription({ status, headers, body }: Answer): boolean {
  const file = JSON.parse(body) as Readonly<Record<string, unknown>>;
  return (
    status === 200 &&
    headers["content-type"]?.startsWith("application/json") === true &&
    URL.canParse(String(file["resolverRoot"])) &&
    Array.isArray(file["supportedPrimaryKeys"]) &&
    file["supportedPrimaryKeys"].includes("01")
  );
}

type Ask = ((headers: Readonly<Record<string, string>>, context?: string) => Promise<Answer>) & {
  readonly links: readonly Link[];
};

async function everyType(
  { server, path, links }: Subject,
  chosen: (links: readonly Link[]) => boolean,
  fits: (ask: Ask) => Promise<boolean>,
): Promise<boolean> {
  for (const [relation, found] of Object.entries(links)) {
    if (relation.endsWith("defaultLinkMulti") || !chosen(found)) continue;
    const linkTypeText = relation.replace(VOC, "gs1:");
    const send = (headers: Readonly<Record<string, string>>, context?: string) =>
      server.ask(
        "GET",
        `${path}?linkType=${linkTypeText}${context === undefined ? "" : `&context=${context}`}`,
        headers,
      );
    if (!(await fits(Object.assign(send, { links: found })))) return false;
  }
  return true;
}

async function single(ask: Ask): Promise<boolean> {
  const { headers } = await ask({});
  return steerless(headers.location ?? "") === ask.links[0]?.href;
}

/** Each link is found by its own language, type and context, unless another one has the same. */
async function several(ask: Ask): Promise<boolean> {
  for (const link of ask.links) {
    const { status, headers } = await ask(headersFor(link), link.context?.[0]);
    const alike = ask.links.filter((other) => sameAs(other, link)).length;
    if (alike > 1 ? status !== 300 : steerless(headers.location ?? "") !== link.href) return false;
  }
  return true;
}

function headersFor({ type, hreflang }: Link): Readonly<Record<string, string>> {
  return { ...(type && { accept: type }), ...(hreflang?.[0] && { "accept-language": hreflang[0] }) };
}

function sameAs(one: Link, other: Link): boolean {
  const marks = ({ type, hreflang, context }: Link) => JSON.stringify([type, hreflang, context]);
  return marks(one) === marks(other);
}
