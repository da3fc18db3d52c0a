import { afterAll, expect, test } from "vitest";
import { openDemoBench } from "../../testing/demo-bench.ts";
import { pageSuggestions } from "./suggestions.ts";

const bench = await openDemoBench();
afterAll(() => bench.close());
const visitor = bench.as("per-weixiaolan");

const idsOf = async (kind: "characteristic" | "product" | "method" | "document", text: string) =>
  (await pageSuggestions(visitor, kind, { text, limit: 20 })).items.map(({ id }) => id);

test("characteristics, products, methods and documents are found by id and by their names in every language of the library", async () => {
  expect(await idsOf("characteristic", "sulphur")).toContain("sulphur-dioxide");
  expect(await idsOf("characteristic", "二氧化硫")).toContain("sulphur-dioxide");
  expect(await idsOf("product", "白砂糖")).toContain("white-sugar");
  expect(await idsOf("product", "duong")).toContain("white-sugar");
  expect((await idsOf("document", "gb/t 317"))[0]).toBe("GB/T 317-2018");
  expect((await idsOf("method", "GB/T 35887"))[0]).toMatch(/^GB\/T 35887/);
  expect(await idsOf("method", "no such method")).toEqual([]);
  expect(await idsOf("document", "%_\\")).toEqual([]);
});

test("pages of suggestions together are all of them, each once", async () => {
  const all = await pageSuggestions(visitor, "characteristic", { limit: 200, text: "a" });
  const ids: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await pageSuggestions(visitor, "characteristic", {
      ...{ limit: 7, text: "a" },
      ...(after === undefined ? {} : { after }),
    });
    ids.push(...page.items.map(({ id }) => id));
    if (page.next === null) break;
    after = page.next;
  }
  expect(ids.slice(0, 200)).toEqual(all.items.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect((await pageSuggestions(visitor, "product", { limit: 1, after: "not ours" })).items).toHaveLength(1);
});
