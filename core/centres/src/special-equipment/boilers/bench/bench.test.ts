import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { evaluateRaw } from "@quanheng/flow/determination/evaluate.ts";
import { describe, test } from "vitest";
import { boilersMethods } from "../methods.ts";
import { AGREEMENT, FLUE_LOSS, SURFACE_LOSS } from "./tables.ts";

function evaluated(id: string, more: Readonly<Record<string, string | readonly string[]>> = {}) {
  const definition = boilersMethods.find((candidate) => candidate.id === id);
  assert.ok(definition, id);
  const presets = definition.inputs.flatMap(({ name, preset }) => (preset === undefined ? [] : [[name, preset]]));
  const outcome = evaluateRaw(definition, { ...Object.fromEntries(presets), ...definition.example, ...more });
  return { definition, outcome };
}

function good(id: string, more = {}) {
  const { definition, outcome } = evaluated(id, more);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return { definition, readings: outcome.readings, ...outcome.evaluation };
}

describe("the worked examples at the bench", () => {
  test.each([
    ["boiler.direct-saturated", "93.01"],
    ["boiler.direct-superheated", "82.55"],
    ["boiler.direct-hot-water", "94.46"],
    ["boiler.losses-gas", "93.32"],
    ["boiler.losses-solid", "85.41"],
    ["boiler.efficiency", "93.59"],
    ["boiler.flue-gas-loss-siegert", "5.7"],
    ["boiler.flue-gas-loss-simple", "4.59"],
    ["boiler.nitrogen-oxides", "51"],
  ])("%s reports %s", (id, reported) => {
    const found = good(id);
    assert.equal(found.reported, reported);
    assert.ok(found.measurement.u > 0);
  });

  test("the direct efficiency has a relative standard uncertainty of 0.71 % and U of about 1.3 points", () => {
    const { measurement, expanded } = good("boiler.direct-saturated");
    assert.ok(Math.abs((100 * measurement.u) / measurement.value - 0.71) < 0.03);
    assert.ok(Math.abs(expanded - 1.32) < 0.06);
  });

  test("the hot-water boiler gives 5.584 MW, the coal boiler loses 7.00 % with its flue gas at an excess of 1.41", () => {
    assert.equal(good("boiler.direct-hot-water").further[0]?.reported, "5.584");
    const further = Object.fromEntries(good("boiler.losses-solid").further.map((each) => [each.name, each.reported]));
    assert.deepEqual(further, { q2: "7.00", q3: "0.09", q4: "5.75", q6: "0.45", alpha: "1.41" });
  });

  test("the heat balance adds up to all the heat", () => {
    for (const id of ["boiler.losses-solid", "boiler.direct-saturated"]) {
      const { definition, readings } = good(id);
      const [picture] = definition.pictures!(readings);
      assert.ok(picture?.kind === "flows");
      const sum = picture.flows.reduce((total, { value }) => total + value, 0);
      assert.ok(Math.abs(sum - 100) < 1e-9);
    }
  });
});

describe("at the bench", () => {
  test("runs that are too far apart ask for a further one", () => {
    const [finding] = good("boiler.efficiency", { direct: ["91.00", "93.68"] }).findings ?? [];
    assert.deepEqual([finding?.kept, finding?.basis], [false, "recalled"]);
  });

  test("a test that is too short is refused at its hours", () => {
    const { outcome } = evaluated("boiler.direct-superheated", { hours: "3.9" });
    assert.ok(!outcome.ok);
    assert.deepEqual([outcome.problems[0]?.field, outcome.problems[0]?.code], ["hours", "test-too-short"]);
  });

  test("several readings of a pollutant make a mean with their own scatter", () => {
    const found = good("boiler.nitrogen-oxides", {
      measuredMgM3: ["46", "48", "47"],
      o2Percent: ["5.2", "5.2", "5.2"],
    });
    assert.equal(found.reported, "52");
    assert.ok(found.measurement.budget.some(({ source }) => source === "repeatability"));
  });
});

test.each([
  ["boiler-flue-loss.json", FLUE_LOSS],
  ["boiler-agreement.json", AGREEMENT],
  ["boiler-surface-loss.json", SURFACE_LOSS],
])("the table that travels with the page is %s", (name, table) => {
  const file = new URL(`../../../../../../data/methods/${name}`, import.meta.url);
  assert.deepEqual(table, JSON.parse(readFileSync(file, "utf8")));
});
