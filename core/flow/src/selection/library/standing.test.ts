import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { NormativeDocument, Relation } from "../reference.ts";
import { editionTraps, numberOf } from "./edition-traps.ts";
import { fallen, supersessionsOf } from "./standing.ts";

const table = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../data/requirements/${name}.json`, import.meta.url), "utf8"))[name];
const documents = table("documents") as readonly NormativeDocument[];
const edges = supersessionsOf(documents, table("relations") as readonly Relation[]);
const byId = new Map(documents.map((each) => [each.id, each]));
const standing = (id: string, on: string) =>
  fallen(
    byId.get(id),
    edges.flatMap(({ source, target }) => (target === id ? (byId.get(source) ?? []) : [])),
    on,
  );

test.each([
  ["GB 38031-2020", "2026-06-30", null],
  ["GB 38031-2020", "2026-07-01", { reason: "superseded", successor: "GB 38031-2025", since: "2026-07-01" }],
  ["GB/T 317-2018", "2026-11-25", null],
  ["GB 317-2006", "2026-11-25", { reason: "superseded", successor: "GB/T 317-2018", since: "2019-01-01" }],
  ["SNI 01-3551-2000", "2018-12-30", null],
  ["GB 1797-2001", "2026-11-25", { reason: "superseded", successor: "GB/T 1797-2008" }],
])("%s on %s", (id, on, expected) => {
  if (expected === null) expect(standing(id, on)).toBeNull();
  else expect(standing(id, on)).toMatchObject(expected);
});

test("a document that ends without a successor is withdrawn on the day after its last", () => {
  const document = { effective: { from: "2000-01-01", to: "2020-01-01", precision: "day" } } as const;
  expect(fallen(document, [], "2019-12-31")).toBeNull();
  expect(fallen(document, [], "2020-01-01")).toEqual({ reason: "withdrawn", successor: null, since: "2020-01-01" });
});

const traps = (id: string) => editionTraps(byId.get(id)!, documents, (other) => standing(other, "2026-11-25"));

test("three markets adopt one lamp standard in two editions, and each page says so", () => {
  expect(traps("PNS IEC 62560:2012")).toContainEqual({
    kind: "other-edition-adopted",
    document: "TIS 2780-2562",
    own: "IEC 62560:2011",
    other: "IEC 62560:2011+A1:2015",
  });
});

test("an adopted document that was folded into another is a trap", () => {
  expect(traps("TCVN 187:2007")).toContainEqual({
    kind: "adopts-fallen",
    document: "CXS 42-1981",
    successor: "CXS 319-2015",
  });
});

test("editions of one number are recognised across year, mark and amendment", () => {
  expect(numberOf("TIS 2780-2562")).toBe("TIS 2780");
  expect(traps("GB/T 317-2018").filter(({ kind }) => kind === "same-number").length).toBeGreaterThan(0);
});
