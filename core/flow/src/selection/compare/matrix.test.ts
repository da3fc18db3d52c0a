import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "vitest";
import { applicable, type Claims } from "../applicable.ts";
import { convertBound } from "../convert-bound.ts";
import { projectData } from "../testing/data.ts";
import { row } from "../testing/row.ts";
import { differences } from "./difference.ts";
import { limitsPicture } from "./limits-picture.ts";
import { limitMatrix } from "./matrix.ts";

const { rows } = projectData((path) => readFileSync(new URL(`../../../../../data/${path}`, import.meta.url), "utf8"));

function matrixOf(product: string, on: string, markets: readonly string[], claims: Claims) {
  const lines = limitMatrix(applicable(rows, { product, on, markets, claims }), markets, convertBound);
  return (characteristic: string) => {
    const line = lines.find((one) => one.characteristic === characteristic && one.kind === "interval");
    assert.ok(line, characteristic);
    return line;
  };
}

describe("published limits", () => {
  const sugar = matrixOf("white-sugar", "2026-11-01", ["CN", "ID", "TH", "CODEX"], {
    "CN.grade": "refined",
    "ID.grade": "R1",
    "TH.grade": "refined",
    "CODEX.type": "white",
  });

  test("the colour of refined sugar is set by China at 25 IU, stricter than every other market that asks", () => {
    const line = sugar("colour-icumsa");
    assert.deepEqual(line.strictest, { kind: "interval", max: "25" });
    assert.deepEqual(
      line.cells.filter(({ sets }) => sets).map(({ market }) => market),
      ["CN"],
    );
    const chinese = line.relations.filter(({ a }) => a === "CN");
    assert.ok(chinese.length > 0);
    for (const { relation } of chinese) assert.equal(relation, "stricter");
  });

  test("sulphur dioxide of refined sugar is set by Indonesia at 2 mg/kg", () => {
    const line = sugar("sulphur-dioxide");
    assert.deepEqual(line.strictest, { kind: "interval", max: "2" });
    assert.equal(line.cells.find(({ market }) => market === "ID")?.sets, true);
    assert.equal(line.relations.find(({ a, b }) => a === "CN" && b === "ID")?.relation, "looser");
  });

  test("China and Viet Nam set the sulphur of gasoline equally at 10 mg/kg", () => {
    const line = matrixOf("motor-gasoline", "2026-11-01", ["CN", "VN"], {
      "CN.grade": "95",
      "VN.level": "5",
      "VN.grade": "95",
    })("fuel-sulphur");
    assert.deepEqual(line.strictest, { kind: "interval", max: "10" });
    assert.deepEqual(line.relations, [{ a: "CN", b: "VN", relation: "equal" }]);
  });
});

describe("what the matrix tells", () => {
  const limit = (max: string) => ({ kind: "interval", max }) as const;

  test("a market that says nothing on a characteristic is a gap, also one without any row", () => {
    const [line] = limitMatrix([row({ limit: limit("30") })], ["CN", "VN"]);
    assert.deepEqual(line?.missing, ["VN"]);
    assert.deepEqual(line?.relations, []);
  });

  test("limits that overlap without containment are incomparable, and their intersection is the strictest", () => {
    const [line] = limitMatrix(
      [
        row({ id: "a", limit: { kind: "interval", min: "1", max: "5" } }),
        row({ id: "b", market: "VN", limit: { kind: "interval", min: "2", max: "6" } }),
      ],
      ["CN", "VN"],
    );
    assert.deepEqual(line?.strictest, { kind: "interval", min: "2", max: "5" });
    assert.deepEqual(line?.relations, [{ a: "CN", b: "VN", relation: "incomparable" }]);
    assert.ok(line?.cells.every(({ sets }) => sets));
  });

  test("limits without a common value are reported as empty", () => {
    const [line] = limitMatrix(
      [row({ id: "a", limit: limit("1") }), row({ id: "b", market: "VN", limit: { kind: "interval", min: "2" } })],
      ["CN", "VN"],
    );
    assert.equal(line?.empty, true);
  });

  test("the same figure on another basis is not compared", () => {
    const [line] = limitMatrix(
      [row({ id: "a", limit: limit("1") }), row({ id: "b", market: "VN", limit: limit("1"), basisOf: "dry matter" })],
      ["CN", "VN"],
    );
    assert.equal(line?.mixedBasis, true);
    assert.equal(line?.relations[0]?.relation, "incomparable");
  });

  test("units of one quantity are compared exactly after conversion", () => {
    const [line] = limitMatrix(
      [
        row({ id: "a", limit: limit("0.001"), unit: "g/kg" }),
        row({ id: "b", market: "VN", limit: limit("2"), unit: "mg/kg" }),
      ],
      ["CN", "VN"],
      convertBound,
    );
    assert.equal(line?.relations[0]?.relation, "stricter");
    assert.equal(line?.cells[1]?.limit?.kind === "interval" && Number(line.cells[1].limit.max), 0.002);
  });

  test("the higher level of a scale is the stricter severity", () => {
    const hail = (id: string, market: string, level: string) =>
      row({ id, market, unit: "mm", limit: { kind: "severity", level, scale: "hail" } });
    const [line] = limitMatrix([hail("a", "CN", "35"), hail("b", "VN", "25")], ["CN", "VN"]);
    assert.deepEqual(line?.relations, [{ a: "CN", b: "VN", relation: "stricter" }]);
    assert.deepEqual(line?.strictest, { kind: "severity", level: "35", scale: "hail" });
  });

  test("pass-or-fail texts stay incomparable until a person maps them", () => {
    const text = (id: string, market: string) => row({ id, market, limit: { kind: "conform", text: "clause 5" } });
    const [line] = limitMatrix([text("a", "CN"), text("b", "VN")], ["CN", "VN"]);
    assert.equal(line?.strictest, null);
    assert.equal(line?.relations[0]?.relation, "incomparable");
  });

  test("a picture shows the limit of each market and the strictest end, and none is drawn for a single market", () => {
    const line = {
      characteristic: "so2",
      name: { zh: "二氧化硫", en: "Sulphur dioxide" },
      unit: "mg/kg",
      markets: [
        { market: "CN", ends: { min: null, max: "30" } },
        { market: "VN", ends: { min: null, max: "20" } },
        { market: "TH", ends: null },
      ],
      strictest: { min: null, max: "20" },
    };
    const picture = limitsPicture(line);
    assert.deepEqual(
      picture?.bars.map(({ values }) => values),
      [[30, 20]],
    );
    assert.deepEqual(
      picture?.limits.map(({ value }) => value),
      [20],
    );
    assert.equal(limitsPicture({ ...line, markets: line.markets.slice(0, 1) }), undefined);
  });
});

describe("what changed between two days", () => {
  const limit = (max: string) => ({ kind: "interval", max }) as const;
  const change = (before: string, after: string) =>
    differences([row({ limit: limit(before) })], [row({ id: "r2", document: "D2", limit: limit(after) })])[0]?.change;

  test.each([
    ["30", "20", "tightened"],
    ["20", "30", "relaxed"],
    ["20", "20", "changed"],
  ])("a limit of %s that becomes %s in a new edition is %s", (before, after, expected) => {
    assert.equal(change(before, after), expected);
  });

  test("what stayed the same is left out; what came and went is told", () => {
    const one = row({ limit: limit("30") });
    assert.deepEqual(differences([one], [one]), []);
    assert.equal(differences([], [one])[0]?.change, "added");
    assert.equal(differences([one], [])[0]?.change, "removed");
  });

  test("grades answer each other by what is claimed, whatever the order of the facets", () => {
    const first = row({ variant: { grade: "A", type: "x" }, limit: limit("1") });
    const second = row({ id: "r2", variant: { type: "x", grade: "A" }, limit: limit("2") });
    assert.deepEqual(
      differences([first], [second]).map(({ change: what }) => what),
      ["relaxed"],
    );
  });
});
