import { expect, test } from "vitest";
import { openWorkbench } from "../../testing/workbench.ts";
import { openCatalogue } from "./catalogue.ts";
import { openShelf } from "./shelf.ts";

test("what is asked for again stays, what is not goes, and nothing counts longer than it is fresh", () => {
  const shelf = openShelf<number>(4, 1000);
  shelf.set("a", 1, 0);
  shelf.set("b", 2, 0);
  shelf.set("c", 3, 0);
  expect(shelf.get("a", 500)).toBe(1);
  shelf.set("d", 4, 500);
  shelf.set("e", 5, 500);
  expect([shelf.get("a", 900), shelf.get("b", 900), shelf.get("e", 900)]).toEqual([1, undefined, 5]);
  expect(shelf.get("a", 1000)).toBeUndefined();
  shelf.forget("e");
  expect(shelf.get("e", 900)).toBeUndefined();
});

test("a value from the future, after the clock was put back, does not count", () => {
  const shelf = openShelf<number>(4, 1000);
  shelf.set("a", 1, 5000);
  expect(shelf.get("a", 10)).toBeUndefined();
});

test("many who ask at once are answered, the known and the unknown, and a database that fails says so to each", async (t) => {
  const bench = await openWorkbench(t);
  const row = { version: 1, party_id: "ent-mill", recorded_by: "x", recorded_at: bench.clock.now, withdrawn: false };
  await bench.database.owner
    .insertInto("resolver_item")
    .values([1, 2].map((version) => ({ ...row, path: "/00/1", version, description: `v${version}`, links: "{}" })))
    .execute();
  const catalogue = openCatalogue(() => bench.as("public"), "https://id.example.cn");
  const found = await Promise.all(Array.from({ length: 1500 }, (_, n) => catalogue.at([`/00/${n % 700}`, "/00/1"])));
  expect(found.every((items) => items.some(({ description }) => description === "v2"))).toBe(true);
  expect(catalogue.atOnce(["/00/1", "/00/2"])).toMatchObject([{ description: "v2" }]);
  expect(catalogue.atOnce(["/00/1", "/00/9999"])).toBeUndefined();

  const broken = openCatalogue(() => ({ ...bench.as("public"), db: null as never }), "https://id.example.cn");
  const outcomes = await Promise.allSettled([broken.at(["/00/1"]), broken.at(["/00/1"]), broken.at(["/00/2"])]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
});
