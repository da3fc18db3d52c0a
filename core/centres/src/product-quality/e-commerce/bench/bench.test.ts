import assert from "node:assert/strict";
import {
  exampleEvaluation,
  exampleOutcome,
  exampleRefusal,
} from "@quanheng/flow/determination/testing/example-evaluation.ts";
import { agrees } from "@quanheng/kernel/testing/agree.ts";
import { test } from "vitest";
import { interspaceRatioBench } from "./interspace-ratio.ts";
import { labelChecklistBench } from "./label-checklist.ts";
import { netContentBench } from "./net-content.ts";

test("500 g of snacks, ten of 40: mean 500.1, corrected 502.2, both kept", () => {
  const { reported, further, findings, intermediate } = exampleEvaluation(netContentBench);
  assert.deepEqual([reported, further[0]?.reported], ["500.1", "502.2"]);
  agrees(intermediate[0]?.value ?? 0, "2.07429");
  assert.deepEqual(
    findings.map(({ kept, basis }) => [kept, basis]),
    [
      [true, "recalled"],
      [true, "recalled"],
    ],
  );
});

test("a balance of ± 0.1 g moves the mean by u = √2·0.1/√3 = 0.0816 g, gross and tare alike", () => {
  agrees(exampleEvaluation(netContentBench).measurement.u, "0.0816");
});

test("the second lot: mean 491.8 g, one package beyond T, both fail", () => {
  const net = [488.1, 486.5, 500.4, 492.3, 495, 484.6, 497.7, 493.2, 490.9, 489.8];
  const { findings, further } = exampleEvaluation(netContentBench, { grossG: net.map((g) => (g + 12.2).toFixed(1)) });
  assert.equal(further[0]?.reported, "496.9");
  assert.ok(findings.every(({ kept }) => kept === false));
});

test("with a density of 1.25 g/mL contents are volumes: 500.06/1.25 = 400.0 mL", () => {
  const { reported } = exampleEvaluation(netContentBench, { densityGPerMl: "1.25", nominal: "400" });
  assert.equal(reported, "400.0");
});

test("nine packages instead of ten and a package lighter than an empty one are refused", () => {
  const nine = Array.from({ length: 9 }, () => "512");
  assert.deepEqual(exampleRefusal(netContentBench, { grossG: nine }), ["grossG", "sample-size"]);
  assert.deepEqual(exampleRefusal(netContentBench, { grossG: [...nine, "12"] }), ["grossG", "outside-method-range"]);
});

test("the picture shows ten packages above Q, Q − T and Q − 2T", () => {
  const outcome = exampleOutcome(netContentBench);
  assert.ok(outcome.ok);
  const [picture] = netContentBench.pictures?.(outcome.readings) ?? [];
  assert.ok(picture?.kind === "lines");
  assert.deepEqual(
    picture.lines.map(({ points }) => points.length),
    [10, 2, 2, 2],
  );
  assert.deepEqual(picture.lines[3]?.points[0], [1, 470]);
});

test("an interspace ratio of 59.2 % does not keep the 40 % of items up to 50 g", () => {
  const { reported, findings } = exampleEvaluation(interspaceRatioBench);
  assert.deepEqual([reported, findings[0]?.kept], ["59.2", false]);
  assert.deepEqual(exampleRefusal(interspaceRatioBench, { packageCm3: "300" }), [
    "volumeCm3",
    "content-exceeds-package",
  ]);
});

test("a label that lacks its licence number lacks one item; an exempt item is not missing", () => {
  const { measurement, findings, reportedExpanded } = exampleEvaluation(labelChecklistBench, {
    licence: "missing",
    storage: "not-applicable",
  });
  assert.deepEqual([measurement.value, reportedExpanded], [1, "—"]);
  assert.deepEqual(
    findings.filter(({ kept }) => kept === false).map(({ name }) => name),
    ["licence"],
  );
  assert.equal(exampleEvaluation(labelChecklistBench).measurement.value, 0);
});
