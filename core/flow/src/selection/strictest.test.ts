import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { compare, decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import fc from "fast-check";
import { describe, test } from "vitest";
import { applicable, type Claims } from "./applicable.ts";
import { convertBound } from "./convert-bound.ts";
import type { IntervalLimit } from "./limit.ts";
import type { RequirementRow } from "./requirement.ts";
import { strictest } from "./strictest.ts";
import { projectData } from "./testing/data.ts";
import { row } from "./testing/row.ts";

const data = projectData((path) => readFileSync(new URL(`../../../../data/${path}`, import.meta.url), "utf8"));
const { rows } = data;

function limitsFor(product: string, on: string, markets: readonly string[], claims: Claims) {
  const found = strictest(applicable(rows, { product, on, markets, claims }));
  return (characteristic: string) => {
    const limit = found.find((one) => one.characteristic === characteristic);
    assert.ok(limit, characteristic);
    return limit;
  };
}

describe("published answers", () => {
  test("gasoline for China and Viet Nam in 2026: China sets benzene, end point and T50, both set sulphur and aromatics", () => {
    const claims = { "CN.grade": "95", "VN.level": "5", "VN.grade": "95" };
    const limit = limitsFor("motor-gasoline", "2026-11-01", ["CN", "VN"], claims);

    assert.deepEqual([limit("benzene").max, limit("benzene").setByMarkets], ["0.8", ["CN"]]);
    assert.deepEqual([limit("fbp").max, limit("fbp").setByMarkets], ["205", ["CN"]]);
    assert.deepEqual([limit("t50").max, limit("t50").setByMarkets], ["110", ["CN"]]);
    assert.deepEqual([limit("fuel-sulphur").max, limit("fuel-sulphur").setByMarkets], ["10", ["CN", "VN"]]);
    assert.deepEqual([limit("aromatics").max, limit("aromatics").setByMarkets], ["35", ["CN", "VN"]]);
  });

  test("refined sugar for four markets: China sets a colour of 25 IU, Indonesia sulphur dioxide of 2 mg/kg", () => {
    const claims = { "CN.grade": "refined", "ID.grade": "R1", "TH.grade": "refined", "CODEX.type": "white" };
    const limit = limitsFor("white-sugar", "2026-11-01", ["CN", "ID", "TH", "CODEX"], claims);

    assert.deepEqual([limit("colour-icumsa").max, limit("colour-icumsa").setByMarkets], ["25", ["CN"]]);
    assert.deepEqual([limit("sulphur-dioxide").max, limit("sulphur-dioxide").setByMarkets], ["2", ["ID"]]);
  });

  test("white sugar for China, Viet Nam and a Codex buyer has to reach 99.7 °Z, which all three set", () => {
    const claims = { "CN.grade": "superior", "VN.grade": "A", "CODEX.type": "white" };
    const limit = limitsFor("white-sugar", "2026-11-01", ["CN", "VN", "CODEX"], claims)("polarisation");

    assert.deepEqual([limit.min, limit.max, limit.empty], ["99.7", null, false]);
    assert.deepEqual(limit.minBy, [
      "cn.gb-t-317-2018.polarisation.superior",
      "codex.cxs-212-1999.polarisation.white",
      "vn.tcvn-6959-2001.polarisation.a",
    ]);
  });
});

describe("edges", () => {
  const interval = (id: string, limit: Omit<IntervalLimit, "kind">, change: Partial<RequirementRow> = {}) =>
    row({ id, limit: { kind: "interval", ...limit }, ...change });
  const only = (...given: readonly RequirementRow[]) => {
    const [limit, ...more] = strictest(given);
    assert.ok(limit && more.length === 0);
    return limit;
  };

  test("no value left is reported; a single value left is not empty unless an end is exclusive", () => {
    assert.equal(only(interval("a", { min: "81" }), interval("b", { max: "60" })).empty, true);
    assert.equal(only(interval("a", { min: "60" }), interval("b", { max: "60.0" })).empty, false);
    assert.equal(only(interval("a", { min: "60" }), interval("b", { max: "60", maxExclusive: true })).empty, true);
  });

  test("rows that set the same end are all named, and an exclusive one makes it exclusive", () => {
    const limit = only(interval("b", { max: "3.0" }), interval("a", { max: "3", maxExclusive: true }));
    assert.deepEqual([limit.maxBy, limit.maxExclusive, limit.minExclusive], [["a", "b"], true, false]);
  });

  test("digits decide where binary fractions would not: 0.1 and 0.10000000000000000001 differ", () => {
    assert.deepEqual(only(interval("a", { max: "0.1" }), interval("b", { max: "0.10000000000000000001" })).maxBy, [
      "a",
    ]);
  });

  test("units that cannot be converted stay apart; with an exact conversion they are compared", () => {
    const rowsInTwoUnits = [interval("a", { max: "40" }), interval("b", { max: "0.003" }, { unit: "g/(100.g)" })];
    assert.equal(strictest(rowsInTwoUnits).length, 2);

    const [limit, ...more] = strictest(rowsInTwoUnits, convertBound);
    assert.deepEqual([limit?.unit, limit?.max, limit?.maxBy, more.length], ["mg/kg", "30", ["b"], 0]);
  });

  test("a bound whose digits do not end in the other unit is not compared, nor one that counts something else", () => {
    const inches = [interval("a", { max: "1" }, { unit: "mm" }), interval("b", { max: "1" }, { unit: "[ft_us]" })];
    assert.equal(strictest(inches, convertBound).length, 2);
    const counts = [interval("a", { max: "1" }, { unit: "{CFU}/g" }), interval("b", { max: "1" }, { unit: "{MPN}/g" })];
    assert.equal(strictest(counts, convertBound).length, 2);
  });

  test("rows that are no interval take no part", () => {
    assert.deepEqual(strictest([row({ limit: { kind: "not-detected", amount: "25 g" } })]), []);
  });
});

test("the strictest limit does not depend on order or repetition and lies inside every row", () => {
  const bound = fc.integer({ min: -50, max: 50 }).map((tenths) => formatDecimal({ digits: BigInt(tenths), scale: 1 }));
  const limits = fc.array(fc.record({ min: bound, max: bound }, { requiredKeys: [] }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(limits, (given) => {
      const all = given.map((limit, index) => row({ id: `r${index}`, limit: { kind: "interval", ...limit } }));
      const [forward] = strictest(all);
      const [backward] = strictest([...all].reverse());
      assert.deepEqual(forward, backward);
      if (!forward) return;
      for (const { min, max } of given) {
        if (min !== undefined) assert.ok(forward.min !== null && compare(decimal(forward.min), decimal(min)) >= 0);
        if (max !== undefined) assert.ok(forward.max !== null && compare(decimal(forward.max), decimal(max)) <= 0);
      }
    }),
    { seed: 20261125 },
  );
});
