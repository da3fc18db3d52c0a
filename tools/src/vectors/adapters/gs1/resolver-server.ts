import { mkdtemp, rm } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ResolverItem } from "@quanheng/centres/article-numbering/resolver/item.ts";
import { openDatabase } from "@quanheng/server/adapters/postgres/open.ts";
import { noPages } from "@quanheng/server/adapters/web/pages.ts";
import { openDoorstep } from "@quanheng/server/doorstep.ts";
import { openPlatform } from "@quanheng/server/platform.ts";
import type { Settings } from "@quanheng/server/settings.ts";

/** What a request was answered. */
export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

/** The platform behind a real port, with the links of the cases and nothing else. */
export type ResolverServer = {
  readonly port: number;
  ask(method: string, path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
};

/** Rows that go into one statement. */
const BATCH = 5000;

/**
 * Opens the platform in a folder of its own that goes with it.
 *
 * @param origin the address it is known by; every request names its host
 * @param items what it knows, put in by the owner of the database
 */
export async function openResolver(origin: string, items: Iterable<ResolverItem>): Promise<ResolverServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "quanheng-resolver-"));
  const settings: Settings = {
    ...{ dataDir, host: "127.0.0.1", port: 0, origin, demo: false, logLevel: "silent" },
    limits: { signIn: null, account: null, publicApi: null },
  };
  const door = await openDoorstep(settings);
  const database = await openDatabase({ dataDir });
  const platform = await openPlatform({
    ...{ options: {}, door, database, pages: noPages() },
    settings: { ...settings, port: door.port },
  });
  let rows: object[] = [];
  const flush = async () => {
    if (rows.length > 0)
      await database.owner
        .insertInto("resolver_item")
        .values(rows as never)
        .execute();
    rows = [];
  };
  const common = { version: 1, party_id: "ent-cases", recorded_by: "per-cases", recorded_at: "2026-01-01T00:00:00Z" };
  for (const { links, ...item } of items) {
    rows.push({ ...item, ...common, links: JSON.stringify(links) });
    if (rows.length === BATCH) await flush();
  }
  await flush();
  const host = new URL(origin).host;
  return {
    port: door.port,
    ask: (method, path, headers = {}) => ask(door.port, method, path, { host, ...headers }),
    async close() {
      await platform.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function ask(port: number, method: string, path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}
