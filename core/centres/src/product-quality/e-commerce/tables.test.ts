import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "vitest";
import { INTERSPACE, NET_CONTENT } from "./tables.ts";

const kept = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../data/${name}.json`, import.meta.url), "utf8"));

test.each<[string, object]>([["gb23350-2021", INTERSPACE]])("the benches judge by %s as it is kept", (name, table) => {
  const file = kept(`methods/${name}`);
  assert.deepEqual(table, Object.fromEntries(Object.keys(table).map((key) => [key, file[key]])));
});

test("the benches judge net content by the edition as it is kept", () => {
  const edition = kept("sampling/net-content").editions.find(
    ({ id }: { readonly id: string }) => id === NET_CONTENT.id,
  );
  assert.deepEqual(NET_CONTENT, edition);
});
