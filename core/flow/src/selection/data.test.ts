import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "vitest";
import { planningRules, readAcceptanceRules } from "./acceptance-rules.ts";
import { applicable } from "./applicable.ts";
import { limitText, unitText } from "./limit-text.ts";
import { planRequirement } from "./plan-requirement.ts";
import { acceptance } from "./planner/acceptance.ts";
import { readRequirement } from "./read-requirement.ts";
import { readTables } from "./read-tables.ts";
import { statusOf } from "./requirement.ts";
import { projectData } from "./testing/data.ts";

const data = projectData((path) => readFileSync(new URL(`../../../../data/${path}`, import.meta.url), "utf8"));
const { rows } = data;
const table = (name: string) => data.file(`requirements/${name}.json`);
const tables = readTables({
  products: table("products"),
  documents: table("documents"),
  characteristics: table("characteristics"),
  methods: table("methods"),
  relations: table("relations"),
  markets: table("markets"),
});
const rules = readAcceptanceRules({
  markets: data.file("acceptance/markets.json"),
  groups: data.file("acceptance/groups.json"),
  relations: data.file("acceptance/relations.json"),
});

describe("the project's requirement data", () => {
  test("all 752 rows, 18 products, 104 documents, 326 characteristics and 155 methods are there", () => {
    assert.equal(rows.length, 752);
    assert.equal(new Set(rows.map(({ id }) => id)).size, 752);
    assert.equal(tables.products.length, 18);
    assert.equal(tables.documents.length, 104);
    assert.equal(tables.characteristics.length, 326);
    assert.equal(tables.methods.length, 155);
  });

  test("every id that a row names exists", () => {
    const products = new Set(tables.products.map(({ id }) => id));
    const documents = new Set(tables.documents.map(({ id }) => id));
    const characteristics = new Set(tables.characteristics.map(({ id }) => id));
    const methods = new Set(tables.methods.map(({ id }) => id));
    for (const row of rows) {
      assert.ok(products.has(row.product), row.id);
      assert.ok(documents.has(row.document), row.id);
      assert.ok(characteristics.has(row.characteristic), row.id);
      for (const method of row.methods) assert.ok(methods.has(method), `${row.id}: ${method}`);
    }
  });

  test("the trailing zeros of a limit survive the import: rounding to the limit's place needs them", () => {
    const ct = rows.find(({ id }) => id.startsWith("id.sni-3140.3-2010.crystal-colour-ct.gkp-1"));
    assert.deepEqual(ct?.limit, { kind: "interval", min: "4.0", max: "7.5" });
  });

  test("no row is ambiguous on any day on which the rules change, for any single claim", () => {
    const days = new Set(rows.flatMap(({ effective }) => [effective.from, effective.to].filter((day) => day !== null)));
    const markets = [...new Set(rows.map(({ market }) => market))];
    for (const { id: product } of tables.products) {
      const own = rows.filter((row) => row.product === product);
      const variants = own.map(({ variant }) => variant ?? {});
      for (const on of days) for (const claims of variants) applicable(own, { product, markets, on, claims });
    }
  });

  test("every limit reads as a sentence in both languages, and every unit prints without braces", () => {
    for (const row of rows) {
      const { zh, en } = limitText(row.limit);
      assert.ok(zh.length > 0 && en.length > 0, row.id);
      assert.doesNotMatch(unitText(row.unit), /[{}[\]]/, row.id);
    }
  });

  test("few rows were read in their source with certainty; the rest stay indicative until verified", () => {
    const read = rows.filter((row) => statusOf(row) === "read");
    assert.ok(read.every(({ basis, confidence }) => basis === "source-read" && confidence === "high"));
    assert.ok(read.length > 0 && read.length < rows.length);
  });
});

describe("the project's acceptance rules", () => {
  test("every market that a row speaks for has a rule, and every arrangement named exists", () => {
    const markets = [...new Set(rows.map(({ market }) => market))];
    const planning = planningRules(rules, markets, "2026-11-25");
    assert.equal(planning.markets.length, markets.length);
    for (const { accreditation } of rules.markets) {
      if (accreditation.mode !== "accredited") continue;
      for (const group of accreditation.groups) assert.ok(planning.accreditationGroups[group], group);
    }
  });

  test("relations name methods or documents that the tables know", () => {
    const known = new Set([...tables.methods, ...tables.documents].map(({ id }) => id));
    for (const { a, b } of rules.relations) assert.ok(known.has(a) && known.has(b), `${a}, ${b}`);
  });

  test("the successor's arrangement counts from its first day, the former one until then", () => {
    const offered = { id: "o", lab: "L", method: "M", characteristics: [{ id: "lead" }], accreditedBy: ["KAN"] };
    const market = { mode: "accredited", bodies: [], groups: ["GAC-MRA"] } as const;
    const standing = (day: string, activity: "testing" | "inspection" = "testing", body = "KAN") => {
      const { accreditationGroups: groups, memberships } = planningRules(rules, [], day);
      assert.ok(memberships);
      const requirement = {
        id: "r",
        market: "X",
        characteristic: "lead",
        methods: [],
        demand: { kind: "conform" },
      } as const;
      return acceptance({ ...offered, accreditedBy: [body], activity }, requirement, market, {
        groups,
        memberships,
        day,
      });
    };
    for (const day of ["2025-12-31", "2026-01-01", "2026-11-25"]) assert.equal(standing(day).accepted, true, day);
    assert.equal(standing("2026-11-25", "inspection").accepted, false);
    assert.equal(standing("2026-11-25", "inspection", "VACI").accepted, true);
    assert.partialDeepStrictEqual(standing("2025-01-01", "inspection", "VACI"), { rule: "membership-not-yet" });
  });

  test("a market without a rule is refused, not assumed to accept anything", () => {
    assert.throws(() => planningRules(rules, ["XX"], "2026-11-25"), { code: "malformed-reference" });
  });
});

describe("limits as text", () => {
  test("one side, both sides, tolerance, exclusive ends", () => {
    assert.equal(limitText({ kind: "interval", max: "0.04" }).en, "≤ 0.04");
    assert.equal(limitText({ kind: "interval", min: "99.70" }).zh, "≥ 99.70");
    assert.equal(limitText({ kind: "interval", max: "3", maxExclusive: true }).en, "< 3");
    assert.equal(limitText({ kind: "interval", min: "81", max: "200" }).zh, "81 至 200");
    assert.equal(limitText({ kind: "interval", min: "-0.2", max: "0.2" }).en, "±0.2");
    assert.equal(limitText({ kind: "interval", min: "14", max: "18", maxExclusive: true }).en, "≥ 14 and < 18");
    assert.equal(limitText({ kind: "not-detected", amount: "25 g" }).zh, "25 g 中不得检出");
  });
});

describe("reading a row", () => {
  const good = {
    id: "x",
    product: "p",
    market: "CN",
    document: "d",
    clause: "1",
    characteristic: "c",
    limit: { kind: "interval", max: "1" },
    force: "mandatory",
    effective: { from: "2020-02-29", to: null },
    confidence: "high",
    basis: "source-read",
  };

  test("a row with only what is necessary is read, the rest is null or empty", () => {
    const row = readRequirement(good);
    assert.deepEqual([row.unit, row.variant, row.methods, row.note], [null, null, [], null]);
    assert.deepEqual(planRequirement(row).demand.kind, "limit");
  });

  test("a wrong row is refused with its id and the problem", () => {
    const wrong: readonly (readonly [Record<string, unknown>, string])[] = [
      [{ surprise: 1 }, "unknown field surprise"],
      [{ limit: { kind: "interval" } }, "an interval without a bound"],
      [{ limit: { kind: "interval", max: 1 } }, "max is not a text"],
      [{ limit: { kind: "interval", max: "1e3" } }, "max is not a decimal number"],
      [{ limit: { kind: "interval", min: "2", max: "1" } }, "min exceeds max"],
      [{ limit: { kind: "interval", max: "1", min: "0", level: "1" } }, "unknown field level"],
      [{ effective: { from: "2021-02-29", to: null } }, "from is not a date"],
      [{ effective: { from: "2021-03-01", to: "2021-03-01" } }, "the effective interval is empty"],
      [{ force: "urgent" }, "force is none of mandatory, voluntary, conditional"],
    ];
    for (const [change, problem] of wrong) {
      assert.throws(
        () => readRequirement({ ...good, ...change }),
        (error) => {
          const { code, facts } = error as { code: string; facts: { where: string; problem: string } };
          return code === "malformed-reference" && facts.where.startsWith("x") && facts.problem === problem;
        },
        problem,
      );
    }
  });
});
