import assert from "node:assert/strict";
import { exampleOutcome } from "@quanheng/flow/determination/testing/example-evaluation.ts";
import { describe, test } from "vitest";
import { petrochemicalsMethods } from "../methods.ts";

function evaluated(id: string, more: Readonly<Record<string, string | readonly string[]>> = {}) {
  const definition = petrochemicalsMethods.find((candidate) => candidate.id === id);
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
    ["petroleum.density", "740.2"],
    ["petroleum.distillation", "101.9"],
    ["petroleum.research-octane", "92.6"],
    ["petroleum.motor-octane", "83.2"],
    ["petroleum.anti-knock-index", "87.9"],
    ["petroleum.vapour-pressure", "59.3"],
    ["petroleum.kinematic-viscosity", "9.259"],
    ["petroleum.viscosity-index", "92"],
    ["petroleum.flash-point", "62.5"],
  ])("%s reports %s", (id, reported) => {
    const found = good(id);
    assert.equal(found.reported, reported);
    assert.ok(found.measurement.u > 0);
  });

  test("density at 15 °C 744.8 kg/m³ and VCF20 0.9894 come with that at 20 °C", () => {
    assert.deepEqual(
      good("petroleum.density").further.map(({ reported }) => reported),
      ["744.8", "0.9894"],
    );
  });

  test("diesel by a glass hydrometer is corrected for the glass first", () => {
    const bare = good("petroleum.density", { reading: ["829.7"], tempC: ["31.2"] });
    assert.equal(bare.reported, "837.7");
    const glass = good("petroleum.density", { reading: ["829.7"], tempC: ["31.2"], glass: "20" });
    assert.ok(glass.measurement.value < bare.measurement.value);
  });

  test("the distillation reports T10E 34.1, T90E 182.8, IBP 26.2, FBP 216.2, residue 1.1, recovery 95.3", () => {
    const { further, definition, readings } = good("petroleum.distillation");
    assert.deepEqual(
      further.map(({ reported }) => reported),
      ["34.1", "182.8", "26.2", "216.2", "1.1", "95.3"],
    );
    const [picture] = definition.pictures!(readings);
    assert.ok(picture?.kind === "lines");
    assert.deepEqual([picture.lines.length, picture.lines[0]?.points.length, picture.marks?.length], [2, 14, 3]);
  });

  test("an octane number is known to R/2.8 = 0.25 besides its own scatter", () => {
    const { measurement } = good("petroleum.research-octane");
    assert.ok(measurement.budget.some(({ source, u }) => source === "reproducibility" && Math.abs(u - 0.25) < 1e-12));
  });

  test("sulphur of 10.0 and 9.73 mg/kg is 9.9 mg/kg, of which R/2.8 is 0.79", () => {
    const { reported, measurement } = good("petroleum.sulphur");
    assert.equal(reported, "9.9");
    assert.ok(Math.abs(measurement.u - 0.8) < 0.05);
  });
});

describe("at the bench", () => {
  test.each<[string, Readonly<Record<string, string | readonly string[]>>, string]>([
    ["petroleum.distillation", { residue: "6" }, "outside-method-range"],
    ["petroleum.distillation", { finalC: "190" }, "distillation-not-monotonic"],
    ["petroleum.research-octane", { sampleKnock: ["60"] }, "not-bracketed"],
    ["petroleum.viscosity-index", { nu40: "5", nu100: "6" }, "viscosity-order"],
    ["petroleum.density", { reading: ["560"], tempC: ["28.6"] }, "density-range"],
  ])("%s refuses %o with %s", (id, more, code) => {
    const { outcome } = evaluated(id, more);
    assert.ok(!outcome.ok);
    assert.equal(outcome.problems[0]?.code, code);
  });

  test("flow times that are too far apart are found", () => {
    assert.equal(good("petroleum.kinematic-viscosity", { timesS: ["263.42", "264.5"] }).findings?.[0]?.kept, false);
  });
});
