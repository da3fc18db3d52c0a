import assert from "node:assert/strict";
import { exampleEvaluation, exampleRefusal } from "@quanheng/flow/determination/testing/example-evaluation.ts";
import { describe, test } from "vitest";
import { newEnergyVehiclesMethods } from "../methods.ts";
import { batchCapacityBench, repeatedCapacityBench } from "./battery-capacity.ts";
import { batteryEnergyBench } from "./battery-energy.ts";
import { controlPilotBench } from "./charging.ts";
import { isolationResistanceBench } from "./isolation-resistance.ts";
import { thermalPropagationBench } from "./thermal-propagation.ts";
import { thermalRunawayBench } from "./thermal-runaway.ts";

test.each([
  // id, reported, further: the published figures of each worked example
  ["ev.range-consecutive", "444", ["13.3"]],
  ["ev.range-shortened", "475", ["14.7"]],
  ["ev.range-shortened-wltp", "406", ["17.2"]],
  ["ev.battery-energy", "17.52", []],
  ["ev.battery-capacity", "152.38", []],
  ["ev.battery-repeated-capacity", "152.13", []],
  ["ev.battery-retention", "88.1", ["95.9"]],
  ["ev.thermal-runaway", "14.0", []],
  // 7255 s of observation
  ["ev.thermal-propagation", "55.4", ["2.02"]],
  ["ev.isolation-resistance", "693.0", ["274.4"]],
  ["ev.control-pilot", "16.0", []],
  ["ev.charging-error", "0.66", []],
])("%s reports %s", (id, reported, further) => {
  const definition = newEnergyVehiclesMethods.find((each) => each.id === id);
  assert.ok(definition);
  const evaluation = exampleEvaluation(definition);
  assert.equal(evaluation.reported, reported);
  assert.deepEqual(
    evaluation.further.map((each) => each.reported),
    further,
  );
  assert.ok(evaluation.measurement.u > 0 && evaluation.measurement.budget.every(({ u }) => Number.isFinite(u)));
});

const kept = (...[definition, change]: Parameters<typeof exampleEvaluation>) =>
  (exampleEvaluation(definition, change).findings ?? []).map((finding) => finding.kept);

describe("what the methods find themselves", () => {
  test("a fire 390 s after the alarm: 2025 fails by the fire, 2020 passes", () => {
    assert.deepEqual(kept(thermalPropagationBench), [true, false, true, true, false, true]);
    assert.deepEqual(kept(thermalPropagationBench, { fireS: "" }), [true, true, true, true, true, true]);
    assert.equal(
      exampleRefusal(thermalPropagationBench, { fireS: "", recordEndS: "5000" })[1],
      "observation-too-short",
    );
  });

  test("693 Ω/V keep every limit; a resistor far from the advised one is flagged, not refused", () => {
    assert.deepEqual(kept(isolationResistanceBench), [true, true, true]);
    const { flags, measurement } = exampleEvaluation(isolationResistanceBench);
    assert.deepEqual(
      flags.map(({ code }) => code),
      ["outside-preferred-range"],
    );
    // ∂R/∂V₁′ = −R₀V_b/V₁′² = −5481.8 Ω/V, by 0.25 % of 120.2 V and over 396 V: 4.160 Ω/V
    const line = measurement.budget.find(({ source }) => source === "loadedV");
    assert.ok(line && Math.abs(Math.abs(line.sensitivity * line.u) - 4.16) < 0.001);
    assert.deepEqual(exampleEvaluation(isolationResistanceBench, { resistorOhm: "40000" }).flags, []);
  });

  test("a batch and a repetition", () => {
    assert.deepEqual(kept(batchCapacityBench), [true, true]);
    assert.deepEqual(kept(repeatedCapacityBench), [true]);
    assert.deepEqual(kept(repeatedCapacityBench, { capacityAh: ["150", "154.5", "152"] }), [false]);
  });
});

test("a drive of ten hours at 1 Hz evaluates in less than two seconds", () => {
  const column = (value: (k: number) => number) => Array.from({ length: 36_001 }, (_, k) => String(value(k)));
  const start = performance.now();
  const { reported } = exampleEvaluation(batteryEnergyBench, {
    timeS: column((k) => k),
    voltageV: column(() => 360),
    currentA: column(() => 10),
  });
  assert.equal(reported, "36000.00");
  assert.ok(performance.now() - start < 2000);
});

test.each([
  ["a current that was not set", batchCapacityBench, { currentA: "152" }, "current-deviates"],
  [
    "a cell that never ran away",
    thermalRunawayBench,
    {
      highestC: "200",
      voltageV: Array.from({ length: 21 }, () => "4.15"),
      temperatureC: Array.from({ length: 21 }, () => "30"),
    },
    "no-thermal-runaway",
  ],
  ["a voltage that rises", isolationResistanceBench, { loadedV: "210" }, "voltage-rise"],
  ["digital communication", controlPilotBench, { dutyPercent: "5" }, "duty-digital"],
  ["a duty cycle of 7 %", controlPilotBench, { dutyPercent: "7" }, "duty-invalid"],
] as const)("%s is refused at the bench", (_, definition, change, code) => {
  assert.equal(exampleRefusal(definition, change)[1], code);
});
