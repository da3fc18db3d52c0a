import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { exampleOutcome } from "@quanheng/flow/determination/testing/example-evaluation.ts";
import { describe, test } from "vitest";
import { urbanEnergyMethods } from "../methods.ts";
import { BUILDING_INDEX, COAL, ELECTRICITY, GAS, HEAT, WATER } from "./tables.ts";

function evaluated(id: string, more: Readonly<Record<string, string | readonly string[]>> = {}) {
  const definition = urbanEnergyMethods.find((candidate) => candidate.id === id);
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
    ["meter.electricity-class-1", "0.3"],
    ["meter.electricity-class-0.5", "-0.25"],
    ["meter.water", "0.9"],
    ["meter.heat", "1.19"],
    ["meter.gas", "0.03"],
    ["meter.gas-conversion", "4998.248"],
    ["building.energy", "82.0"],
  ])("%s reports %s", (id, reported) => {
    const found = good(id);
    assert.equal(found.reported, reported);
    assert.ok(found.measurement.u > 0);
  });

  test("each meter keeps its limits, and says that they are recalled", () => {
    for (const id of [
      "meter.electricity-class-1",
      "meter.electricity-class-0.5",
      "meter.water",
      "meter.heat",
      "meter.gas",
    ]) {
      const findings = good(id).findings ?? [];
      assert.ok(findings.length > 0 && findings.every(({ kept, basis }) => kept === true && basis === "recalled"), id);
    }
  });

  test("the water meter reports +2.5 % in its lower zone and draws its errors between the limits", () => {
    const { further, definition, readings } = good("meter.water");
    assert.deepEqual(
      further.map(({ reported }) => reported),
      ["2.5"],
    );
    const [picture] = definition.pictures!(readings);
    assert.ok(picture?.kind === "lines");
    assert.deepEqual(
      picture.lines.map(({ role }) => role),
      ["measured", "limit", "limit"],
    );
  });

  test("the office uses 13.53 kgce/m² and stands above the constraint value", () => {
    const { further, findings } = good("building.energy");
    assert.equal(further[0]?.reported, "13.53");
    assert.equal(findings?.[0]?.kept, false);
  });
});

describe("at the bench", () => {
  test("errors of one sign fail a water meter though each is within its limit", () => {
    const findings = good("meter.water", { indicatedL: ["10.29", "20.26", "101.55", "101.30"] }).findings ?? [];
    assert.deepEqual(
      findings.map(({ name, kept }) => [name, kept]),
      [
        ["verdict", false],
        ["mpe", true],
        ["half-mpe", false],
      ],
    );
  });

  test.each<[string, Readonly<Record<string, string | readonly string[]>>, string]>([
    ["meter.electricity-class-1", { counts: ["0", "49866"] }, "non-positive-count"],
    ["meter.electricity-class-1", { connection: "transformer" }, "class-connection-mismatch"],
    ["meter.electricity-class-1", { currentRatio: "0.01" }, "current-out-of-range"],
    ["meter.water", { flowM3H: ["0.0158", "0.0158", "0.84", "2.45"] }, "missing-flow-points"],
    ["meter.water", { resolutionL: "0.5" }, "volume-too-small"],
    ["meter.heat", { returnC: "67" }, "below-dtheta-min"],
    ["meter.gas", { maxM3H: "5" }, "flow-above-qmax"],
    ["meter.gas-conversion", { absoluteMpa: "0.05" }, "pressure-not-absolute"],
  ])("%s refuses %o with %s", (id, more, code) => {
    const { outcome } = evaluated(id, more);
    assert.ok(!outcome.ok);
    assert.equal(outcome.problems[0]?.code, code);
  });
});

test.each([
  ["electricity-meter-mpe.json", ELECTRICITY],
  ["water-meter-mpe.json", WATER],
  ["heat-meter-mpe.json", HEAT],
  ["gas-meter-mpe.json", GAS],
  ["coal-equivalent.json", COAL],
  ["gbt51161-2016.json", BUILDING_INDEX],
])("the table that travels with the page is %s", (name, table) => {
  const file = new URL(`../../../../../../data/methods/${name}`, import.meta.url);
  assert.deepEqual(table, JSON.parse(readFileSync(file, "utf8")));
});
