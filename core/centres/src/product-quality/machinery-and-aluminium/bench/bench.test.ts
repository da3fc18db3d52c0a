import assert from "node:assert/strict";
import {
  exampleEvaluation,
  exampleOutcome,
  exampleRefusal,
} from "@quanheng/flow/determination/testing/example-evaluation.ts";
import { agrees } from "@quanheng/kernel/testing/agree.ts";
import { test } from "vitest";
import { compositionBench } from "./composition.ts";
import { brinellBench, rockwellBench, vickersBench } from "./hardness.ts";
import { soundPowerBench } from "./sound-power.ts";
import { tensileBench } from "./tensile-test.ts";
import { yieldPointBench } from "./yield-point.ts";

test("a bar of 6063-T6: Rp0.2 186, Rm 222 MPa, A 12.5 %, Ag 10.0 %", () => {
  const { reported, further } = exampleEvaluation(tensileBench);
  assert.deepEqual([reported, ...further.map((each) => each.reported)], ["186", "222", "12.5", "10.0"]);
});

test("it meets 6063-T6 and, with another temper, does not", () => {
  assert.deepEqual(
    [exampleEvaluation(tensileBench).findings[0]?.kept, exampleEvaluation(tensileBench).findings[0]?.basis],
    [true, "recalled"],
  );
  assert.equal(exampleEvaluation(tensileBench, { temper: "6061-T6" }).findings[0]?.kept, false);
  assert.deepEqual(exampleEvaluation(tensileBench, { temper: "" }).findings, []);
});

test("its elastic line has 16 points, 689.021 MPa/%, a toe of 0.012002 % and E = 68.902 GPa; Z is 47.543 %", () => {
  const { intermediate } = exampleEvaluation(tensileBench);
  const step = (name: string) => intermediate.find((each) => each.name === name)?.value ?? Number.NaN;
  assert.equal(step("points"), 16);
  agrees(step("slope"), "689.021");
  agrees(step("toePercent"), "0.012002");
  agrees(step("modulusGpa"), "68.902");
  agrees(step("reductionPercent"), "47.543");
});

test("the tensile strength is as uncertain as force and area: √((1/√3)² + 0.5²) = 0.764 %", () => {
  const [strength] = exampleEvaluation(tensileBench).further;
  assert.ok(strength);
  agrees((100 * strength.measurement.u) / strength.measurement.value, "0.764");
});

test("the picture shows the curve, its elastic line and the parallel that ends at Rp0.2", () => {
  const outcome = exampleOutcome(tensileBench);
  assert.ok(outcome.ok);
  const [picture] = tensileBench.pictures?.(outcome.readings) ?? [];
  assert.ok(picture?.kind === "lines");
  assert.deepEqual(
    picture.lines.map(({ role }) => role),
    ["measured", "evaluated", "construction"],
  );
  const [mark] = picture.marks ?? [];
  assert.deepEqual(picture.lines[2]?.points.at(-1), [mark?.x, mark?.y]);
  agrees(mark?.y ?? 0, "186.0");
});

test("a curve whose columns differ, or whose window is too narrow, is refused at its field", () => {
  assert.deepEqual(exampleRefusal(tensileBench, { windowFromMpa: "18", windowToMpa: "20" }), [
    "windowFromMpa",
    "too-few-rows",
  ]);
  assert.deepEqual(exampleRefusal(tensileBench, { finalGaugeMm: "49" }), ["finalGaugeMm", "no-elongation"]);
});

test("ReH 352 and ReL 330", () => {
  const { reported, further, intermediate } = exampleEvaluation(yieldPointBench);
  assert.deepEqual([reported, further[0]?.reported, intermediate.length], ["352", "330", 3]);
});

test("a billet of 6063: Si 0.430, Fe 0.210, others 0.01 and 0.02", () => {
  const { reported, further } = exampleEvaluation(compositionBench);
  const named = Object.fromEntries(further.map((each) => [each.name, each.reported]));
  assert.equal(reported, "0.430");
  assert.deepEqual([named["Fe"], named["alloy-other-each"], named["alloy-other-total"]], ["0.210", "0.01", "0.02"]);
});

test("as 6063 every element is judged by itself: Fe 0.356 % fails alone", () => {
  const kept = (changed: Readonly<Record<string, readonly string[]>>) =>
    exampleEvaluation(compositionBench, changed).findings.filter((finding) => finding.kept === false);
  assert.deepEqual(kept({}), []);
  assert.deepEqual(
    kept({ Fe: ["0.355", "0.357"], Mg: ["0.448", "0.448"] }).map(({ name }) => name),
    ["Fe"],
  );
  assert.deepEqual(
    kept({ Ga: ["0.06", "0.06"] }).map(({ name }) => name),
    ["others"],
  );
});

test("an element that was not determined is asked for, never taken as zero", () => {
  assert.deepEqual(exampleRefusal(compositionBench, { Cr: [] }), ["Cr", "reading-missing"]);
});

test("207 HBW, 150 HV, 54.5 HRC, 68.0 HRBW", () => {
  assert.equal(exampleEvaluation(brinellBench).reported, "207");
  assert.equal(exampleEvaluation(vickersBench).reported, "150");
  assert.equal(exampleEvaluation(rockwellBench).reported, "54.5");
  assert.equal(exampleEvaluation(rockwellBench, { scale: "HRBW", depthMm: ["0.1236"] }).reported, "68.0");
});

test("0.5 % in each diameter and 1 % in the force, both rectangular, make u = 0.7 % of HBW", () => {
  const { measurement } = exampleEvaluation(brinellBench);
  // d₁ and d₂ each move half of d: HBW follows d with the power 2.1, so 2.1·½·0.29 % = 0.30 % twice; F 0.58 %.
  agrees((100 * measurement.u) / measurement.value, "0.7");
});

test("97.6 dB with U = 2·√(1.5² + 0.5²) = 3.2 dB", () => {
  const { reported, expanded } = exampleEvaluation(soundPowerBench);
  assert.equal(reported, "97.6");
  agrees(expanded, "3.2");
});
