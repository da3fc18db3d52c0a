import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ResolverItem } from "@quanheng/centres/article-numbering/resolver/item.ts";
import { checkLinkset } from "@quanheng/formats/gs1/linkset/check-linkset.ts";
import type { CaseResult } from "../../adapter.ts";
import { conformance } from "./resolver-conformance.ts";
import { type Answer, openResolver, type ResolverServer } from "./resolver-server.ts";
import { steerless } from "./steerless.ts";

type Expected = {
  readonly status: readonly number[];
  readonly location?: string;
  readonly contentType?: string;
  readonly anchors?: readonly string[];
  readonly choices?: readonly string[];
  readonly linkHeaderRel?: readonly string[];
  readonly linkHeaderAbsentRelPrefix?: string;
  readonly headersContain?: Readonly<Record<string, readonly string[]>>;
  readonly everyLinkHas?: readonly string[];
  readonly preferredStatus?: number;
};
type Scenario = {
  readonly id: string;
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly expect: Expected;
};
type Database = {
  readonly host: string;
  readonly linkset: readonly (Readonly<Record<string, unknown>> & {
    readonly anchor: string;
    readonly itemDescription: string;
    readonly withdrawn?: boolean;
  })[];
};

/** Every scenario over real HTTP, against the links of `scenario-db.json` beside it. */
export function scenarioCases(path: string): Promise<readonly CaseResult[]> {
  const rows = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return withResolver(path, async (server) => {
    const results: CaseResult[] = [];
    for (const row of rows) results.push(await scenarioCase(server, JSON.parse(row) as Scenario));
    return results;
  });
}

/** Every check of the public conformance suite, for an item, a batch and a place. */
export function conformanceCases(path: string): Promise<readonly CaseResult[]> {
  const { checks } = JSON.parse(readFileSync(path, "utf8")) as { readonly checks: readonly { readonly id: string }[] };
  return withResolver(path, (server, { host }) =>
    conformance(
      server,
      host,
      checks.map(({ id }) => id),
    ),
  );
}

async function withResolver<Outcome>(
  path: string,
  work: (server: ResolverServer, database: Database) => Promise<Outcome>,
): Promise<Outcome> {
  const database = JSON.parse(readFileSync(join(dirname(path), "scenario-db.json"), "utf8")) as Database;
  const server = await openResolver(
    database.host,
    database.linkset.map(({ anchor, itemDescription, withdrawn = false, ...links }) => ({
      ...{ path: anchor.slice(database.host.length), description: itemDescription, withdrawn },
      links: links as ResolverItem["links"],
    })),
  );
  try {
    return await work(server, database);
  } finally {
    await server.close();
  }
}

async function scenarioCase(server: ResolverServer, { id, name, request, expect }: Scenario): Promise<CaseResult> {
  const answer = await server.ask(request.method, request.path, request.headers);
  const wrong = faults(expect, answer);
  return wrong.length === 0
    ? { id, ok: true }
    : { id, ok: false, message: `${name}: ${wrong.join("; ")} (${answer.status} ${answer.headers.location ?? ""})` };
}

function faults(expect: Expected, { status, headers, body }: Answer): readonly string[] {
  const link = String(headers["link"] ?? "");
  const linkset = status === 200 || status === 300 ? contexts(body) : [];
  const targets = linkset.flatMap((context) => Object.values(context).filter(Array.isArray).flat() as object[]);
  const wrong: (string | false)[] = [
    !expect.status.includes(status) && `status ${status}`,
    expect.preferredStatus !== undefined && status !== expect.preferredStatus && `not ${expect.preferredStatus}`,
    expect.location !== undefined && steerless(headers.location ?? "") !== expect.location && "location",
    expect.contentType !== undefined && !headers["content-type"]?.startsWith(expect.contentType) && "content type",
    expect.anchors !== undefined &&
      JSON.stringify(linkset.map(({ anchor }) => anchor)) !== JSON.stringify(expect.anchors) &&
      "anchors",
    expect.choices?.some(
      // To whoever reads pages they are told as a page.
      (choice) =>
        !targets.some((target) => "href" in target && target.href === choice) && !body.includes(`href="${choice}"`),
    ) === true && "choices",
    expect.linkHeaderRel?.some((rel) => !link.includes(`rel="${rel}"`)) === true && "link header",
    expect.linkHeaderAbsentRelPrefix !== undefined &&
      link.includes(`rel="${expect.linkHeaderAbsentRelPrefix}`) &&
      "link header names a link",
    Object.entries(expect.headersContain ?? {}).some(([name, parts]) =>
      parts.some(
        (part) =>
          !String(headers[name] ?? "")
            .toLowerCase()
            .includes(part),
      ),
    ) && "headers",
    expect.everyLinkHas !== undefined &&
      (targets.length === 0 || targets.some((target) => expect.everyLinkHas?.some((member) => !(member in target)))) &&
      "members of a link",
    status === 200 && expect.contentType !== undefined && checkLinkset(JSON.parse(body)).length > 0 && "linkset",
  ];
  return wrong.filter((each) => each !== false);
}

function contexts(body: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    return (JSON.parse(body) as { linkset: readonly Record<string, unknown>[] }).linkset;
  } catch {
    return [];
  }
}
