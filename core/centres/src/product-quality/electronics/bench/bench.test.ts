import assert from "node:assert/strict";
import {
  exampleEvaluation,
  exampleOutcome,
  exampleRefusal,
} from "@quanheng/flow/determination/testing/example-evaluation.ts";
import { agrees } from "@quanheng/kernel/testing/agree.ts";
import { test } from "vitest";
import { earthContinuityBench, electricStrengthBench, leakageCurrentBench, powerInputBench } from "./appliance.ts";
import { batteryCapacityBench, transportTestBench } from "./battery.ts";
import { conductedEmissionBench } from "./conducted-emission.ts";
import { powerSupplyBench } from "./power-supply.ts";
import { radiatedEmissionBench } from "./radiated-emission.ts";
import { windingCoolingBench, windingRiseBench } from "./winding.ts";
import { screeningBenches } from "./xrf-screening.ts";

test("class B at the mains port: −0.3 dB, quasi-peak 0.1 dB, not kept; U = 2.9 dB", () => {
  const { reported, further, findings, expanded } = exampleEvaluation(conductedEmissionBench);
  assert.deepEqual([reported, ...further.map((each) => each.reported)], ["-0.3", "0.1", "-0.3"]);
  assert.deepEqual([findings[0]?.kept, findings[0]?.basis], [false, "recalled"]);
  agrees(expanded, "2.9");
});

test("the limit line falls from 66 dB at 0.15 MHz to 56 dB at 0.5 MHz and is interrupted between ranges", () => {
  const outcome = exampleOutcome(conductedEmissionBench);
  assert.ok(outcome.ok);
  const [picture] = conductedEmissionBench.pictures?.(outcome.readings) ?? [];
  assert.ok(picture?.kind === "lines");
  assert.equal(picture.x.scale, "logarithmic");
  assert.deepEqual(picture.lines[0]?.points.slice(0, 3), [
    [0.15, 66],
    [0.5, 56],
    [0.5, null],
  ]);
  assert.equal(picture.lines[2]?.points.length, 6);
});

test("without average readings the quasi-peak ones must be below the average limit", () => {
  assert.deepEqual(exampleRefusal(conductedEmissionBench, { avDb: [] }), ["avDb", "detector-missing"]);
  const quiet = { avDb: [], qpDb: ["45", "45", "45", "45", "45", "45"] };
  assert.equal(exampleEvaluation(conductedEmissionBench, quiet).findings[0]?.kept, true);
});

test("a frequency beside the limit line is refused", () => {
  const beside = { frequencyMhz: ["0.1", "0.21", "0.5", "0.9985", "5.0", "12.2"] };
  assert.deepEqual(exampleRefusal(conductedEmissionBench, beside), ["frequencyMhz", "frequency-out-of-range"]);
});

test("class B at 3 m: the smallest distance is 4.8 dB at 480 MHz", () => {
  const { reported, findings } = exampleEvaluation(radiatedEmissionBench);
  assert.deepEqual([reported, findings[0]?.kept], ["4.8", true]);
});

test("a copper winding rises by 74.0 K to 98.07 °C; class A allows 75 K", () => {
  const { reported, intermediate, findings } = exampleEvaluation(windingRiseBench, { insulationClass: "A" });
  assert.equal(reported, "74.0");
  agrees(intermediate[0]?.value ?? 0, "98.07");
  assert.equal(findings[0]?.kept, true);
  assert.deepEqual(exampleRefusal(windingRiseBench, { afterS: "61" }), ["afterS", "too-late-after-switch-off"]);
});

test("from its cooling R₀ is 16.1378 Ω: (16.1378/12.46 − 1)·256.9 − 1.7 = 74.1 K", () => {
  const { reported, intermediate } = exampleEvaluation(windingCoolingBench);
  agrees(intermediate.find(({ name }) => name === "atSwitchOffOhm")?.value ?? 0, "16.1378");
  assert.equal(reported, "74.1");
});

test("2085 W of 2000 W are 4.2 % more and allowed; 2106 W are not", () => {
  assert.deepEqual(
    [exampleEvaluation(powerInputBench).reported, exampleEvaluation(powerInputBench).findings[0]?.kept],
    ["4.2", true],
  );
  assert.equal(exampleEvaluation(powerInputBench, { measuredW: ["2106"] }).findings[0]?.kept, false);
  assert.equal(exampleEvaluation(powerInputBench, { measuredW: ["2100"] }).findings[0]?.kept, true);
});

test("of two polarities the greater current counts: 2.96 mA of 3.15 mA", () => {
  const { reported, findings } = exampleEvaluation(leakageCurrentBench);
  assert.deepEqual([reported, findings[0]?.kept], ["2.96", true]);
});

test("2.31 V at 25 A less 0.012 Ω: 0.080 Ω", () => {
  const { reported, findings } = exampleEvaluation(earthContinuityBench);
  assert.deepEqual([reported, findings[0]?.kept], ["0.080", true]);
  assert.deepEqual(exampleRefusal(earthContinuityBench, { leadOhm: "0.2" }), ["leadOhm", "lead-above-reading"]);
});

test("lead: 655 mg/kg ± 12 is below 700, 670 is inconclusive, 1340 is over 1300", () => {
  const [lead] = screeningBenches;
  assert.ok(lead);
  const outcome = (content: string) => exampleEvaluation(lead, { contentMgKg: [content] }).findings[0];
  assert.deepEqual([outcome("655")?.kept, outcome("670")?.kept, outcome("1340")?.kept], [true, undefined, false]);
  assert.equal(outcome("670")?.outcome.en, "inconclusive, chemistry has to tell");
  agrees(exampleEvaluation(lead).measurement.u, "12");
});

test("bromine in metal has no figures, so that nothing is found; cadmium in composites needs its limit of detection", () => {
  const [, cadmium, , , bromine] = screeningBenches;
  assert.ok(cadmium && bromine);
  assert.deepEqual(exampleEvaluation(bromine, { material: "metal" }).findings, []);
  assert.deepEqual(exampleRefusal(cadmium, { material: "composite" }), [
    "detectionLimitMgKg",
    "detection-limit-missing",
  ]);
});

test("a cell gives 3017 mAh and 11.30 Wh and reaches 3000 mAh", () => {
  const { reported, further, findings } = exampleEvaluation(batteryCapacityBench);
  assert.deepEqual([reported, further[0]?.reported, findings[0]?.kept], ["3017", "11.30", true]);
  assert.deepEqual(exampleRefusal(batteryCapacityBench, { cutoffV: "2.5" }), ["voltageV", "cutoff-not-reached"]);
});

test("a cell loses 0.10 % of its mass and keeps 98.9 % of its voltage", () => {
  const { reported, findings, intermediate } = exampleEvaluation(transportTestBench);
  assert.equal(reported, "0.10");
  agrees(intermediate[0]?.value ?? 0, "98.87");
  assert.deepEqual(
    findings.map(({ kept }) => kept),
    [true, true],
  );
});

test("a supply of 20 W has 87.4 % and 0.062 W without load", () => {
  const { reported, further, findings } = exampleEvaluation(powerSupplyBench);
  assert.deepEqual([reported, further[0]?.reported], ["87.4", "0.062"]);
  assert.ok(findings.length === 2 && findings.every(({ kept }) => kept === true));
  assert.equal(exampleEvaluation(powerSupplyBench, { noLoadW: "0.101" }).findings[1]?.kept, false);
});

test("an insulation holds its voltage for a minute without breakdown, or does not; a rated voltage above 250 V has no row", () => {
  const kept = (changed: Record<string, string>) => exampleEvaluation(electricStrengthBench, changed).findings[0]?.kept;
  assert.deepEqual(
    [
      kept({}),
      kept({ appliedV: "2990" }),
      kept({ heldS: "59" }),
      kept({ breakdown: "true" }),
      kept({ insulation: "supplementary", appliedV: "1750" }),
    ],
    [true, false, false, false, true],
  );
  assert.equal(exampleRefusal(electricStrengthBench, { ratedV: "400" })[1], "limit-not-loaded");
});
