import { Worker } from "node:worker_threads";
import { keyOfCount } from "@quanheng/centres/article-numbering/allocation/numbered-kind.ts";
import type { ResolverItem } from "@quanheng/centres/article-numbering/resolver/item.ts";
import { openResolver } from "../../vectors/adapters/gs1/resolver-server.ts";
import type { Bench } from "../figure.ts";
import type { Load, LoadFigures } from "../resolver/load.ts";

const ORIGIN = "https://id.example.cn";
const ITEMS = 1_000_000;
const SECONDS = 10;
const CONNECTIONS = 32;
const PREFIX_LENGTH = 6;
const PER_PREFIX = 1_000_000;

/**
 * Redirects of a resolver that knows a million products, over real connections to the whole platform with its database:
 * once as codes are scanned (few products often, most seldom), once all alike, where the memory holds a fifth of them.
 */
export const bench: Bench = async (tell) => {
  const begun = performance.now();
  const server = await openResolver(ORIGIN, items());
  tell("seeding", (performance.now() - begun) / 1000, "s", { items: ITEMS });
  try {
    for (const [name, skew] of [
      ["scanned", 3],
      ["all alike", 1],
    ] as const) {
      await load({ port: server.port, skew, seconds: 3, seed: 1 });
      const { requests, seconds, p50, p99, wrong } = await load({ port: server.port, skew, seconds: SECONDS, seed: 2 });
      const facts = { items: ITEMS, connections: CONNECTIONS, requests, wrong };
      tell(`${name}, rate`, requests / seconds, "/s", { ...facts, bar: 8000 });
      tell(`${name}, p50`, p50, "ms", facts);
      tell(`${name}, p99`, p99, "ms", { ...facts, bar: 20 });
    }
  } finally {
    await server.close();
  }
};

function* items(): Generator<ResolverItem> {
  for (let n = 0; n < ITEMS; n++) {
    const { value } = keyOfCount("GTIN", "9520".padEnd(PREFIX_LENGTH, "0"), n % PER_PREFIX)!;
    const href = `https://www.example.cn/p/${value}`;
    yield {
      path: `/01/${value}`,
      description: `item ${n}`,
      withdrawn: false,
      links: {
        "https://ref.gs1.org/voc/defaultLink": [{ href, title: "Product" }],
        "https://ref.gs1.org/voc/pip": [{ href, title: "Product", type: "text/html", hreflang: ["zh"] }],
        "https://ref.gs1.org/voc/certificationInfo": [
          { href: `https://verify.example.cn/c/${n}`, title: "证书", type: "text/html", hreflang: ["zh"] },
          {
            href: `https://verify.example.cn/c/${n}?lang=en`,
            title: "Certificate",
            type: "text/html",
            hreflang: ["en"],
          },
        ],
      },
    };
  }
}

function load(ask: Omit<Load, "items" | "connections" | "host" | "prefix">): Promise<LoadFigures> {
  const whole: Load = { ...ask, items: ITEMS, connections: CONNECTIONS, host: new URL(ORIGIN).host, prefix: "952000" };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("../resolver/load.ts", import.meta.url), { workerData: whole });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
