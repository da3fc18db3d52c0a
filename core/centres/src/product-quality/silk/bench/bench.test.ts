import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { exampleOutcome } from "@quanheng/flow/determination/testing/example-evaluation.ts";
import { describe, test } from "vitest";
import { silkMethods } from "../methods.ts";
import { SILK_GRADES } from "./tables.ts";

function evaluated(id: string, more: Readonly<Record<string, string | readonly string[]>> = {}) {
  const definition = silkMethods.find((candidate) => candidate.id === id);
  assert.ok(definition, id);
  return { definition, outcome: exampleOutcome(definition, more) };
}

function good(id: string, more = {}) {
  const { definition, outcome } = evaluated(id, more);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return { definition, readings: outcome.readings, ...outcome.evaluation };
}

describe("the worked examples at the bench", () => {
  test.each([
    ["silk.size", "0.97", ["2.33", "20.92"]],
    ["silk.conditioned-size", "20.96", ["23.29"]],
    ["silk.conditioned-mass", "604.57", ["10.80"]],
    ["silk.evenness", "2", ["0"]],
    ["silk.cleanness", "97.3", []],
    ["silk.neatness", "93.50", []],
    ["silk.tenacity", "4.04", ["3.56", "20.5"]],
    ["silk.cohesion", "105", []],
    ["silk.grade", "3", []],
    ["cocoon.reeling", "38.58", ["67.11", "928.1", "622.9", "2.782", "50.75", "2.592"]],
  ])("%s reports %s and %o", (id, reported, further) => {
    const found = good(id);
    assert.equal(found.reported, reported);
    assert.deepEqual(
      found.further.map((result) => result.reported),
      further,
    );
  });

  test("a size deviation of 200 skeins is known to σ/√398", () => {
    const { measurement } = good("silk.size");
    assert.ok(Math.abs(measurement.u - measurement.value / Math.sqrt(398)) < 1e-12);
  });

  test("counts and scores are stated without uncertainty", () => {
    for (const id of ["silk.cleanness", "silk.neatness", "silk.evenness", "silk.grade"]) {
      assert.equal(good(id).reportedExpanded, "—");
    }
  });

  test("the evenness boards are drawn, twenty with three degrees each", () => {
    const { definition, readings } = good("silk.evenness");
    const [picture] = definition.pictures!(readings);
    assert.ok(picture?.kind === "bars");
    assert.deepEqual([picture.categories.length, picture.bars.length], [20, 3]);
  });

  test("the grade is 3A, basic grade 4A, both indicative", () => {
    const findings = good("silk.grade").findings ?? [];
    assert.deepEqual(
      findings.slice(0, 2).map(({ outcome, basis }) => [outcome.en, basis]),
      [
        ["3A", "recalled"],
        ["4A", "recalled"],
      ],
    );
  });
});

describe("at the bench", () => {
  test.each<[string, Readonly<Record<string, string | readonly string[]>>, string]>([
    ["silk.size", { count: ["2", "6", "14", "27", "38", "42", "33", "20", "11", "5", "1"] }, "sample-size"],
    ["silk.size", { nominalDen: "42" }, "size-outside-nominal"],
    ["silk.conditioned-mass", { dryG: ["499", "452.44"] }, "dry-above-wet"],
    ["silk.conditioned-mass", { dryG: ["450.11", "447.0"] }, "regain-spread"],
    ["silk.cleanness", { major: "1.5" }, "not-whole"],
    ["silk.neatness", { count: ["62", "28", "6", "3"] }, "sample-size"],
    ["silk.grade", { nominalDen: "27" }, "limit-not-loaded"],
    ["cocoon.reeling", { drySilkG: "300" }, "part-above-whole"],
  ])("%s refuses %o with %s", (id, more, code) => {
    const { outcome } = evaluated(id, more);
    assert.ok(!outcome.ok);
    assert.equal(outcome.problems[0]?.code, code);
  });

  test("nineteen boards are too few to be read", () => {
    assert.ok(!evaluated("silk.evenness", { third: Array.from({ length: 19 }, () => "0") }).outcome.ok);
  });
});

test("the table that travels with the page is gbt1797-2008.json", () => {
  const file = new URL("../../../../../../data/methods/gbt1797-2008.json", import.meta.url);
  assert.deepEqual(SILK_GRADES, JSON.parse(readFileSync(file, "utf8")));
});
