import assert from "node:assert/strict";
import { exampleRefusal, exampleEvaluation as good } from "@quanheng/flow/determination/testing/example-evaluation.ts";
import { agrees } from "@quanheng/kernel/testing/agree.ts";
import { test } from "vitest";
import { caliperBench } from "./caliper-error.ts";
import { dialIndicatorBench } from "./dial-indicator.ts";
import { gaugeBlockBench } from "./gauge-block-comparison.ts";
import { flatnessBench } from "./interference-flatness.ts";
import { micrometerBench } from "./micrometer-error.ts";
import { threeWireBench } from "./three-wire.ts";

test("EA-4/02, S4: a deviation of −0.074 µm, 49.999 926 mm", () => {
  const { reported, further } = good(gaugeBlockBench);
  assert.deepEqual([reported, further[0]?.reported], ["-0.074", "49.999926"]);
});

test("with a variation of 0.08 µm it is of grade 0, 1 and 2", () => {
  const [grades] = good(gaugeBlockBench).findings;
  assert.deepEqual([grades?.outcome.en, grades?.basis, grades?.kept], ["0, 1, 2", "published", undefined]);
  assert.deepEqual(good(gaugeBlockBench, { foundVariationUm: "" }).findings, []);
});

test("EA-4/02, S4: all but the scatter is u = 36 nm: √(36.4² − (12/√5)²)", () => {
  const { measurement } = good(gaugeBlockBench);
  const others = measurement.budget.filter(({ source }) => source !== "repeatability");
  agrees(Math.hypot(...others.map(({ sensitivity, u }) => sensitivity * u)) * 1000, "36.0");
});

test("EA-4/02, S10: a caliper that errs by 0.10 mm at 150 mm, u = 0.0323 mm", () => {
  const { reported, measurement, findings } = good(caliperBench, { standardExpandedMm: "0.000924" });
  assert.equal(reported, "0.10");
  agrees(measurement.u, "0.0323");
  assert.deepEqual(
    findings.map(({ kept, basis }) => [kept, basis]),
    [[false, "recalled"]],
  );
});

test("a micrometer errs by 2 µm at most and keeps 4 µm", () => {
  const { reported, findings } = good(micrometerBench);
  assert.deepEqual([reported, findings[0]?.kept], ["2", true]);
  assert.equal(
    good(micrometerBench, { readingMm: ["5.121", "10.242", "15.361", "21.502", "25.005"] }).findings[0]?.kept,
    false,
  );
});

test("beyond the table of permissible errors the method finds nothing", () => {
  assert.deepEqual(good(micrometerBench, { toMm: "250" }).findings, []);
});

test("1.5 bands of 0.6 µm are 0.45 µm", () => {
  assert.equal(good(flatnessBench).reported, "0.45");
});

test("a dial indicator: 10, 5, 2 and 2 µm, all within their limits", () => {
  const { reported, further, findings } = good(dialIndicatorBench);
  assert.deepEqual([reported, ...further.map((each) => each.reported)], ["10", "5", "2", "2"]);
  assert.ok(findings.length === 4 && findings.every(({ kept }) => kept === true));
});

test("M20 × 2.5: 18.3732 mm", () => {
  const { reported, measurement } = good(threeWireBench);
  assert.equal(reported, "18.3732");
  // The wires weigh 1 + 1/sin 30° = 3 (less what A₁ follows): 3·0.29 = 0.87 µm; M 0.7 µm; P 0.5·0.87 = 0.43 µm.
  agrees(measurement.u * 1000, "1.2");
});

test("a wire that does not touch is refused at its field", () => {
  assert.deepEqual(exampleRefusal(threeWireBench, { wireMm: "3.0" }), ["wireMm", "wire-size"]);
});
