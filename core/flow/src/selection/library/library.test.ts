import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readRequirement } from "../read-requirement.ts";
import type { NormativeDocument } from "../reference.ts";
import type { RequirementRow } from "../requirement.ts";
import { rowDifference, withUnshown } from "./difference.ts";
import { intersects, Places } from "./overlap.ts";
import { readRow } from "./read-row.ts";
import type { RowTexts } from "./row-problem.ts";
import { rowTexts } from "./row-texts.ts";
import { requireNoCycle, supersessionChain, supersessionCycle } from "./supersession.ts";
import type { Vocabulary } from "./vocabulary.ts";

const DATA = fileURLToPath(new URL("../../../../../data/requirements/", import.meta.url));
const table = (name: string) => JSON.parse(readFileSync(`${DATA}${name}.json`, "utf8"))[name] as { id: string }[];
const rows: readonly RequirementRow[] = readdirSync(`${DATA}rows`).flatMap((file) =>
  (JSON.parse(readFileSync(`${DATA}rows/${file}`, "utf8")).rows as unknown[]).map(readRequirement),
);
const ids = (name: string) => new Set(table(name).map(({ id }) => id));
const VOCABULARY: Vocabulary = {
  products: ids("products"),
  documents: ids("documents"),
  methods: ids("methods"),
  records: new Map((table("documents") as unknown as NormativeDocument[]).map((each) => [each.id, each])),
  markets: new Set(["CN", "VN", "ID", "TH", "PH", "MY", "SG", "CODEX", "INT", "ASEAN"]),
  characteristics: new Map(
    (table("characteristics") as { id: string; unit?: string | null }[]).map(({ id, unit }) => [id, unit ?? null]),
  ),
};
const SUGAR: RowTexts = {
  product: "white-sugar",
  market: "VN",
  document: "TCVN 6959:2001",
  clause: "4.2",
  characteristic: "polarisation",
  min: "99.8",
  unit: "degZ",
  from: "2002-01-01",
};
const codes = (texts: RowTexts) =>
  readRow({ ...SUGAR, ...texts }, VOCABULARY).problems.map(({ field, code }) => `${field} ${code}`);

test("every row that is delivered reads back as it is written", () => {
  // The unit "g or mL" is none: the row waits for its correction.
  const shown = rows.filter(({ unit }) => unit !== "g or mL" && unit !== "1e-6/K");
  for (const row of shown) {
    const { row: again, problems } = readRow(rowTexts(row), VOCABULARY);
    expect(problems, row.id).toEqual([]);
    expect(withUnshown(row, again!), row.id).toEqual(row);
  }
  expect(shown.length).toBeGreaterThan(700);
});

test("no two rows that are delivered speak of the same thing on the same day", () => {
  const places = new Places(rows);
  expect(rows.flatMap((row) => places.overlapOf(row) ?? [])).toEqual([]);
});

test.each<readonly [what: string, texts: RowTexts, problems: readonly string[]]>([
  ["nothing wrong", {}, []],
  ["a row without a clause", { clause: " " }, ["clause row-field-missing"]],
  ["an unknown market", { market: "ZZ" }, ["market row-value-unknown"]],
  ["an unknown characteristic", { characteristic: "sweetness" }, ["characteristic row-value-unknown"]],
  ["an unknown method", { methods: "ICUMSA GS2/3-1; GUESS" }, ["methods row-value-unknown"]],
  ["an unknown force", { force: "maybe" }, ["force row-value-unknown"]],
  ["no limit", { min: "" }, ["max row-limit-count"]],
  ["two families of limit", { conform: "white crystals" }, ["conform row-limit-count"]],
  ["min above max", { max: "99.7" }, ["max limits-contradict"]],
  ["an open interval of no width", { min: ">99.8", max: "99.8" }, ["max limits-contradict"]],
  ["a number that is none", { min: "about 99" }, ["min row-number-unreadable"]],
  ["an ambiguous number", { min: "1.234,5" }, ["min row-number-unreadable"]],
  ["a lower limit with the sign of an upper one", { min: "<99" }, ["min row-number-unreadable"]],
  ["an unknown unit", { unit: "polars" }, ["unit row-unit-unknown"]],
  ["a unit of another dimension", { unit: "mg/kg" }, ["unit row-unit-dimension"]],
  ["a day that does not exist", { from: "2023-02-29" }, ["from row-date-impossible"]],
  ["a day of another age", { from: "0201-01-01" }, ["from row-date-impossible"]],
  ["an interval that ends before it begins", { to: "2001-12-31" }, ["to row-interval-empty"]],
  ["a variant that is no pair", { variant: "A" }, ["variant row-pair-unreadable"]],
  ["a text without end", { note: "x".repeat(3000) }, ["note row-text-too-long"]],
  [
    "several at once",
    { market: "", unit: "polars", from: "yesterday" },
    ["market row-field-missing", "unit row-unit-unknown", "from row-date-impossible"],
  ],
])("of %s the fields are named", (_, texts, problems) => {
  expect(codes(texts)).toEqual(problems);
});

test("a limit may be written in another unit of the same dimension, and full-width digits count", () => {
  const texts = { ...SUGAR, characteristic: "lead", min: "", max: "＜0.5", unit: "g/(100.g)" };
  expect(readRow(texts, VOCABULARY).row?.limit).toEqual({ kind: "interval", max: "0.5", maxExclusive: true });
});

test("a row is new, the same, or changed field by field", () => {
  const before = readRow(SUGAR, VOCABULARY).row!;
  const after = readRow({ ...SUGAR, min: "99.80", note: "Table 1" }, VOCABULARY).row!;
  expect(rowDifference(undefined, after).kind).toBe("new");
  expect(rowDifference(before, before)).toEqual({ kind: "same", changes: [] });
  expect(rowDifference(before, after).changes).toEqual([
    { field: "min", before: "99.8", after: "99.80" },
    { field: "note", before: "", after: "Table 1" },
  ]);
});

test("two rows on the same thing share no day, and the half-open end is not a shared one", () => {
  const old = readRow({ ...SUGAR, id: "old", to: "2026-01-01" }, VOCABULARY).row!;
  const places = new Places([old]);
  const at = (id: string, from: string) => readRow({ ...SUGAR, id, from }, VOCABULARY).row!;
  expect(places.overlapOf(at("new", "2026-01-01"))).toBeNull();
  expect(places.overlapOf(at("new", "2025-12-31"))?.facts).toEqual({
    field: "from",
    other: "old",
    from: "2002-01-01",
    to: "2026-01-01",
  });
  expect(places.overlapOf(at("old", "2025-12-31")), "a row does not contradict its former version").toBeNull();
  expect(intersects({ from: null, to: null }, { from: "2020-01-01", to: "2020-01-02" })).toBe(true);
});

test("a circle of supersession is found and named, a chain is not one", () => {
  const chain = [
    { source: "GB/T 317-2018", target: "GB 317-2006" },
    { source: "GB 317-2006", target: "GB 317-1998" },
  ];
  expect(supersessionCycle(chain)).toBeNull();
  expect(supersessionChain("GB 317-2006", chain)).toEqual({ older: ["GB 317-1998"], newer: ["GB/T 317-2018"] });
  const circle = [...chain, { source: "GB 317-1998", target: "GB/T 317-2018" }];
  expect(supersessionCycle(circle)).toHaveLength(4);
  expect(() => requireNoCycle(circle)).toThrow("supersession-cycle");
  expect(() => requireNoCycle([{ source: "A", target: "A" }])).toThrow("supersession-cycle");
  const long = Array.from({ length: 20_000 }, (_, at) => ({ source: `d${at}`, target: `d${at + 1}` }));
  expect(supersessionCycle(long.slice(0, 2000))).toBeNull();
});
