import assert from "node:assert/strict";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { describe, test } from "vitest";
import { applicable, asKnown, type Claims } from "./applicable.ts";
import { checkClaims, openClaims } from "./claims.ts";
import type { RequirementRow, RequirementVersion, RowStatus } from "./requirement.ts";
import { statusOf } from "./requirement.ts";
import { row } from "./testing/row.ts";

const ask = (on: string, claims: Claims = {}, markets = ["CN", "VN"]) => ({ product: "sugar", markets, on, claims });
const ids = (rows: readonly RequirementRow[]) => rows.map(({ id }) => id);

describe("effective interval", () => {
  const old = row({ id: "old", effective: { from: "2010-01-01", to: "2020-01-01" } });
  const now = row({ id: "now" });

  test("the first day counts, the last bound does not: one edition follows the other without gap or overlap", () => {
    assert.deepEqual(ids(applicable([old, now], ask("2009-12-31"))), []);
    assert.deepEqual(ids(applicable([old, now], ask("2010-01-01"))), ["old"]);
    assert.deepEqual(ids(applicable([old, now], ask("2019-12-31"))), ["old"]);
    assert.deepEqual(ids(applicable([old, now], ask("2020-01-01"))), ["now"]);
  });

  test("an open side is without end, and other products and markets stay out", () => {
    const always = row({ id: "always", effective: { from: null, to: null } });
    assert.deepEqual(ids(applicable([always], ask("0001-01-01"))), ["always"]);
    assert.deepEqual(ids(applicable([row({ market: "TH" }), row({ product: "silk" })], ask("2026-01-01"))), []);
  });
});

describe("claims", () => {
  const first = row({ id: "first", variant: { grade: "first" } });
  const refined = row({ id: "refined", variant: { grade: "refined" } });
  const both = [first, refined];

  test("a row with a variant applies only when its facet is claimed; the market's own claim goes first", () => {
    assert.deepEqual(ids(applicable(both, ask("2026-01-01"))), []);
    assert.deepEqual(ids(applicable(both, ask("2026-01-01", { grade: "first" }))), ["first"]);
    assert.deepEqual(ids(applicable(both, ask("2026-01-01", { grade: "first", "CN.grade": "refined" }))), ["refined"]);
    assert.deepEqual(ids(applicable(both, ask("2026-01-01", { "VN.grade": "first" }))), []);
  });

  test("a list of claimed values means any of them", () => {
    const rows = [first, row({ ...refined, clause: "2" })];
    assert.deepEqual(ids(applicable(rows, ask("2026-01-01", { grade: ["first", "refined"] }))), ["first", "refined"]);
  });

  test("a facet named like a property of every object is still unclaimed", () => {
    assert.deepEqual(ids(applicable([row({ variant: { constructor: "x" } })], ask("2026-01-01"))), []);
  });

  test("open claims are the facets nothing has ruled out, by market as asked", () => {
    const rows = [
      ...both,
      row({ id: "v", market: "VN", variant: { grade: "A", form: "loose" } }),
      row({ id: "w", market: "VN", variant: { grade: "B", form: "cube" } }),
    ];
    assert.deepEqual(openClaims(rows, ask("2026-01-01", { "VN.grade": "A" }, ["VN", "CN"])), [
      { market: "VN", key: "form", values: ["loose"] },
      { market: "CN", key: "grade", values: ["first", "refined"] },
    ]);
  });

  test("a claim that no row knows is refused with the values that are known", () => {
    assert.throws(
      () => checkClaims(both, ask("2026-01-01", { "CN.grade": "superiour" })),
      (error) =>
        error instanceof Refusal &&
        error.code === "unknown-claim" &&
        JSON.stringify(error.facts) ===
          JSON.stringify({ key: "CN.grade", value: "superiour", known: ["first", "refined"] }),
    );
    assert.doesNotThrow(() => checkClaims(both, ask("2026-01-01", { grade: "first" })));
  });
});

describe("ambiguity", () => {
  test("one clause with two limits for the same thing is refused, never guessed", () => {
    const rows = [row({ id: "a" }), row({ id: "b", limit: { kind: "interval", max: "50" } })];
    assert.throws(
      () => applicable(rows, ask("2026-01-01")),
      (error) => error instanceof Refusal && error.code === "ambiguous-requirement",
    );
  });

  test("equal limits, different clauses, conditions or documents are not ambiguous", () => {
    const other = { limit: { kind: "interval", max: "50" } } as const;
    for (const change of [{}, { ...other, clause: "2" }, { ...other, condition: "wet" }, { ...other, document: "E" }]) {
      assert.equal(applicable([row({ id: "a" }), row({ id: "b", ...change })], ask("2026-01-01")).length, 2);
    }
  });
});

describe("what was known", () => {
  const version = (recordedAt: string, max: string, status: RowStatus = "read"): RequirementVersion => ({
    ...row({ limit: { kind: "interval", max } }),
    versionId: `req-${max}`,
    status,
    recordedAt,
  });
  const history = [
    version("2026-03-01T00:00:00.000Z", "20", "verified"),
    version("2026-01-01T00:00:00.000Z", "30"),
    version("2026-05-01T00:00:00.000Z", "10", "retired"),
  ];
  const knownAt = (instant: string) => asKnown(history, instant).map(({ versionId }) => versionId);

  test("at an instant the newest version up to it counts, the instant itself included", () => {
    assert.deepEqual(knownAt("2025-12-31T23:59:59.999Z"), []);
    assert.deepEqual(knownAt("2026-01-01T00:00:00.000Z"), ["req-30"]);
    assert.deepEqual(knownAt("2026-04-01T00:00:00.000Z"), ["req-20"]);
  });

  test("a retired row is gone from then on, and still answers for the time before", () => {
    assert.deepEqual(knownAt("2026-05-01T00:00:00.000Z"), []);
    assert.deepEqual(knownAt("2026-04-30T23:59:59.999Z"), ["req-20"]);
  });
});

test("a row is read only when it was seen in its source and the compiler was sure", () => {
  assert.equal(statusOf({ basis: "source-read", confidence: "high" }), "read");
  assert.equal(statusOf({ basis: "source-read", confidence: "medium" }), "recalled");
  assert.equal(statusOf({ basis: "expert-knowledge", confidence: "high" }), "recalled");
});
