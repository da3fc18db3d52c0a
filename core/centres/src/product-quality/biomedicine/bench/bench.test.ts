import assert from "node:assert/strict";
import type { MethodDefinition, RawReadings } from "@quanheng/flow/determination/method.ts";
import { exampleEvaluation, exampleRefusal } from "@quanheng/flow/determination/testing/example-evaluation.ts";
import { describe, test } from "vitest";
import { biomedicineMethods } from "../methods.ts";
import { contentUniformityBench } from "./content-uniformity.ts";
import { dissolutionBench } from "./dissolution.ts";
import { aerobicCountBench } from "./microbial-count.ts";
import { parallelLineBench } from "./parallel-line.ts";
import { similarityBootstrapBench } from "./similarity-bootstrap.ts";

const kept = (definition: MethodDefinition, change: RawReadings = {}) =>
  (exampleEvaluation(definition, change).findings ?? []).map(({ name, kept: ok }) => [name, ok]);

test.each([
  // id, reported, further: the published figures of each worked example
  ["pharma.content-uniformity", "12.2", ["12.7"]],
  ["pharma.dissolution", "83", []],
  // f₁ = (5.4225 + 7.6458 + 7.7408 + 2.65)/268.758 = 8.7 %
  ["pharma.dissolution-profile", "60.03", ["8.7"]],
  ["pharma.parallel-line", "511.62", ["436.53", "599.06"]],
  ["pharma.tamc", "1500", []],
  ["pharma.tymc", "400", []],
  ["pharma.gel-clot", "0.036", ["167"]],
])("%s reports %s", (id, reported, further) => {
  const definition = biomedicineMethods.find((each) => each.id === id);
  assert.ok(definition);
  const evaluation = exampleEvaluation(definition);
  assert.equal(evaluation.reported, reported);
  assert.deepEqual(
    evaluation.further.map((each) => each.reported),
    further,
  );
  assert.ok(evaluation.measurement.u > 0 && evaluation.measurement.budget.every(({ u }) => Number.isFinite(u)));
});

describe("two pharmacopoeias on one data set", () => {
  test("thirty units pass both; ten ask for more", () => {
    assert.deepEqual(kept(contentUniformityBench), [
      ["usp905", true],
      ["chp0941", true],
    ]);
    assert.deepEqual(kept(contentUniformityBench, { furtherPercent: "" }), [
      ["usp905", false],
      ["chp0941", false],
    ]);
  });

  test("six tablets that USP sends on to stage 2 pass the Chinese Pharmacopoeia at once, whose figures are recalled", () => {
    const findings = exampleEvaluation(dissolutionBench, { s2Percent: "" }).findings ?? [];
    assert.deepEqual(
      findings.map(({ name, kept: ok, basis }) => [name, ok, basis]),
      [
        ["usp711", false, "published"],
        ["chp0931", true, "recalled"],
      ],
    );
  });
});

describe("the bench of the parallel-line assay", () => {
  test("the fiducial limits give its uncertainty, with the residual degrees of freedom", () => {
    const { measurement } = exampleEvaluation(parallelLineBench);
    // 511.616·(0.203409 + 0.113092)/(2·2.3060) = 35.11, with 8 degrees of freedom
    assert.ok(Math.abs(measurement.u - 35.11) < 0.01);
    assert.equal(measurement.dof, 8);
  });

  test("blocks without their column are refused, and so is a missing replicate", () => {
    assert.equal(exampleRefusal(parallelLineBench, { design: "randomised-block" })[1], "columns-differ");
    const [, ...others] = parallelLineBench.example?.["dose"] ?? [];
    assert.equal(exampleRefusal(parallelLineBench, { dose: ["2", ...others] })[1], "unequal-replicates");
    assert.equal(exampleRefusal(parallelLineBench, { dose: ["1.5", ...others] })[1], "not-whole");
  });
});

test("crowded plates are refused at the bench", () => {
  assert.equal(exampleRefusal(aerobicCountBench, { colonies: ["420", "395"] })[1], "plate-count-too-high");
});

test("the bootstrap of f₂ reads its units from rows in any order, and refuses a unit that lacks a time", () => {
  const { intermediate, findings, measurement } = exampleEvaluation(similarityBootstrapBench);
  assert.ok(Math.abs(measurement.value - 60.02) < 0.02 && measurement.u > 0);
  assert.ok((intermediate[0]?.value ?? 0) < 60 && findings[0]?.kept === true);
  const example = similarityBootstrapBench.example ?? {};
  const columns = Object.entries(example) as readonly (readonly [string, readonly string[]])[];
  const turned = Object.fromEntries(columns.map(([name, texts]) => [name, texts.toReversed()]));
  assert.equal(exampleEvaluation(similarityBootstrapBench, turned).measurement.value, measurement.value);
  const short = Object.fromEntries(columns.map(([name, texts]) => [name, texts.slice(1)]));
  assert.equal(exampleRefusal(similarityBootstrapBench, short)[1], "columns-differ");
});
