import assert from "node:assert/strict";
import { exampleEvaluation, exampleRefusal } from "@quanheng/flow/determination/testing/example-evaluation.ts";
import { describe, test } from "vitest";
import { cleanEnergyMethods } from "../methods.ts";
import { MODULE_EXAMPLE } from "./example-sweeps.ts";
import { powerCurveBench } from "./power-curve.ts";
import { powerLossBench, ratedPowerBench } from "./rated-power.ts";
import { stcPowerBench } from "./stc-power.ts";

test.each([
  // id, reported, further: the published figures of each worked example
  ["pv.stc-power", "485.3", ["12.722", "49.11", "0.777"]],
  ["pv.interpolated-power", "354.2", ["42.7"]],
  ["pv.rated-power", "548.7", []],
  // 100·(1 − 523.4/548.6) = 4.59 %
  ["pv.power-loss", "4.59", []],
  ["pv.nominal-temperature", "44", ["28.90", "4.75"]],
  ["pv.inverter-efficiency", "98.10", ["98.31", "98.22"]],
  ["wind.air-density", "1.1523", []],
  ["wind.power-curve", "1155.6", ["7.498"]],
  ["wind.annual-energy", "9914", ["10159"]],
])("%s reports %s", (id, reported, further) => {
  const definition = cleanEnergyMethods.find((each) => each.id === id);
  assert.ok(definition);
  const evaluation = exampleEvaluation(definition);
  assert.equal(evaluation.reported, reported);
  assert.deepEqual(
    evaluation.further.map((each) => each.reported),
    further,
  );
  assert.ok(evaluation.measurement.u > 0 && evaluation.measurement.budget.every(({ u }) => Number.isFinite(u)));
});

describe("power at standard test conditions", () => {
  test("its uncertainty is about 1 %, most of it from the irradiance", () => {
    const { measurement } = exampleEvaluation(stcPowerBench);
    assert.ok(Math.abs(measurement.u / measurement.value - 0.01) < 0.002);
    const shares = measurement.budget.map(({ source, sensitivity, u }) => [source, Math.abs(sensitivity * u)] as const);
    assert.equal(shares.toSorted((a, b) => b[1] - a[1])[0]?.[0], "irradianceWm2");
  });

  test("procedure 2 gives 484.2 W and wants its factor", () => {
    const relative = { procedure: "2", alpha: "0.00045", beta: "-0.0029" };
    assert.equal(exampleEvaluation(stcPowerBench, { ...relative, irradianceFactor: "0.052" }).reported, "484.2");
    assert.equal(exampleRefusal(stcPowerBench, relative)[1], "factor-missing");
  });

  test("a sweep backwards is refused", () => {
    const backwards = MODULE_EXAMPLE.voltageV.toReversed();
    assert.equal(exampleRefusal(stcPowerBench, { voltageV: backwards })[1], "voltage-not-sorted");
  });
});

test("both gates are passed, on recalled limits", () => {
  for (const definition of [ratedPowerBench, powerLossBench]) {
    for (const { kept, basis } of exampleEvaluation(definition).findings ?? []) {
      assert.deepEqual([kept, basis], [true, "recalled"]);
    }
  }
});

test("a power curve wants its sectors filtered and a bin that holds records", () => {
  assert.equal(exampleRefusal(powerCurveBench, { sectorsFiltered: "no" })[1], "sectors-not-filtered");
  assert.equal(exampleRefusal(powerCurveBench, { binMS: "12" })[1], "bin-empty");
  const findings = exampleEvaluation(powerCurveBench).findings ?? [];
  assert.deepEqual(
    findings.map(({ name, kept }) => [name, kept]),
    [
      ["bin", true],
      ["hours", false],
    ],
  );
});
