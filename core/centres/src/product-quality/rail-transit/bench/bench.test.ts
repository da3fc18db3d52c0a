import assert from "node:assert/strict";
import { exampleEvaluation, exampleRefusal } from "@quanheng/flow/determination/testing/example-evaluation.ts";
import { describe, test } from "vitest";
import { railTransitMethods } from "../methods.ts";
import { passByNoiseBench } from "./pass-by-noise.ts";
import { meanComfortBench } from "./ride-comfort.ts";
import { rideIndexBench } from "./ride-index.ts";
import { stoppingDistanceBench } from "./stopping-distance.ts";
import { trackDeviationBench } from "./track-quality.ts";
import { vibrationTestBench } from "./vibration-test.ts";

test.each([
  // id, reported, further: the published figures of each worked example
  ["rail.pass-by-noise", "80", ["80.7", "81.0"]],
  ["rail.noise-series", "80", []],
  ["rail.mean-comfort", "1.78", []],
  ["rail.complete-comfort", "0.89", ["1.38"]],
  // a_x is 0.8 · 0.058259 = 0.046607 m/s²
  ["rail.vibration-total", "0.1524", ["0.0466", "0.0583", "0.1329"]],
  ["rail.ride-index", "2.40", []],
  ["rail.vibration-test", "3.03", []],
  ["rail.track-deviation", "1.21", []],
  ["rail.track-quality", "7.43", []],
  ["rail.stopping-distance", "818", ["0.679"]],
])("%s reports %s", (id, reported, further) => {
  const definition = railTransitMethods.find((each) => each.id === id);
  assert.ok(definition);
  const evaluation = exampleEvaluation(definition);
  assert.equal(evaluation.reported, reported);
  assert.deepEqual(
    evaluation.further.map((each) => each.reported),
    further,
  );
  assert.ok(evaluation.measurement.u > 0 && evaluation.measurement.budget.every(({ u }) => Number.isFinite(u)));
});

const findings = (...[definition, change]: Parameters<typeof exampleEvaluation>) =>
  (exampleEvaluation(definition, change).findings ?? []).map(({ outcome, kept, basis }) => [outcome.en, kept, basis]);

describe("what the methods find themselves", () => {
  test("an electric multiple unit meets its published limit, a coach a recalled one, and where none is loaded nothing is said", () => {
    assert.deepEqual(findings(passByNoiseBench), [["met", true, "published"]]);
    assert.deepEqual(findings(passByNoiseBench, { category: "coach" }), [["not met", false, "recalled"]]);
    assert.deepEqual(findings(passByNoiseBench, { category: "coach", nominalKmh: "250", speedKmh: "250" }), []);
  });

  test("bands, grades and tolerances are indicative", () => {
    assert.deepEqual(findings(meanComfortBench), [["comfortable", undefined, "recalled"]]);
    assert.deepEqual(findings(rideIndexBench), [["excellent", true, "recalled"]]);
    assert.deepEqual(findings(vibrationTestBench), [["not met", false, "recalled"]]);
  });

  test("a limit that was entered is judged, none is guessed", () => {
    assert.deepEqual(findings(trackDeviationBench), []);
    assert.deepEqual(findings(trackDeviationBench, { limitMm: "1.2", limitBasis: "published" }), [
      ["not kept", false, "published"],
    ]);
  });
});

test("U of a passage is about 2 dB", () => {
  const { expanded } = exampleEvaluation(passByNoiseBench);
  assert.ok(expanded > 1.5 && expanded < 2.5, String(expanded));
});

test("four stops are averaged with their scatter", () => {
  const four = {
    speedKmh: ["121.6", "120.4", "119.7", "121.0"],
    distanceM: ["812", "815", "799", "810"],
    gradientPermille: ["2.5", "2.5", "0", "1"],
  };
  assert.equal(exampleRefusal(stoppingDistanceBench, { ...four, distanceM: ["812"] })[1], "reading-missing");
  const { measurement } = exampleEvaluation(stoppingDistanceBench, four);
  assert.equal(measurement.budget[0]?.source, "repeatability");
});

test.each([
  ["rain", { rain: "yes" }, "rain-during-measurement"],
  ["a storm", { windMS: "6" }, "wind-too-strong"],
  ["unqualified rails", { trackQualified: "no" }, "track-not-qualified"],
  ["a window beyond the record", { samples: "14" }, "window-outside-record"],
])("%s voids a passage", (_, change, code) => {
  assert.equal(exampleRefusal(passByNoiseBench, change)[1], code);
});
