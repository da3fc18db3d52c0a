import { describe, expect, test } from "vitest";
import { Refusal } from "../refusal.ts";
import { pooledSd, range, sampleSd, sampleVariance } from "../statistics.ts";
import { fitLine } from "../straight-line.ts";
import { algorithmA } from "./algorithm-a.ts";
import { algorithmS } from "./algorithm-s.ts";
import { anova } from "./anova.ts";
import { countChart } from "./attribute-chart.ts";
import { shewhartRunLength } from "./average-run-length.ts";
import { fitCalibration } from "./calibration-curve.ts";
import { individualsChart, subgroupChart } from "./control-chart.ts";
import { grubbsSingle } from "./grubbs.ts";
import { qHampel } from "./hampel.ts";
import { homogeneity } from "./homogeneity.ts";
import { mandel } from "./mandel.ts";
import { withinPrecision } from "./method-validation.ts";
import { precision } from "./precision-experiment.ts";
import { qScale } from "./q-method.ts";
import { normalisedIqr, scaledMad } from "./robust-start.ts";

/** Series that no laboratory should send: empty, single, equal, not finite, and so large or small that squares are no numbers. */
const series: readonly (readonly number[])[] = [
  [],
  [1],
  [5, 5, 5],
  [0, 0, 0, 1],
  [Number.NaN, 1, 2],
  [Number.POSITIVE_INFINITY, 1, 2],
  [1e308, -1e308, 1e308],
  [1e300, 2e300, 4e300, 1e300],
  [1e-170, 2e-170, 3e-170, 5e-170],
  [1e-320, 2e-320, 3e-320],
  [1e17, 1e17 + 16, 1e17 + 32],
];
const groups = series.flatMap((one) => [
  [one],
  [one, one],
  [one, one.map((value) => value * 2), one.map((value) => value + 1)],
  one.map((value) => [value]),
]);
const cells = groups.map((group) => group.map((results, i) => ({ laboratory: String(i), results })));

const ofSeries = {
  sampleSd,
  sampleVariance,
  range,
  algorithmA,
  scaledMad,
  normalisedIqr,
  grubbsSingle,
  individualsChart,
};
const ofGroups = { anova, homogeneity, withinPrecision, subgroupChart, pooledSd };
const ofCells = { precision, qScale, qHampel, mandel };

/** A figure that is no number anywhere in an answer; undefined where there is none, and where the answer is a refusal. */
function silent(compute: () => unknown): unknown {
  try {
    return noNumber(compute());
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function noNumber(answer: unknown): unknown {
  if (typeof answer === "number") return Number.isFinite(answer) ? undefined : answer;
  if (typeof answer !== "object" || answer === null) return undefined;
  return Object.values(answer).find((part) => noNumber(part) !== undefined);
}

describe("what cannot be computed is refused, never answered by NaN or infinity", () => {
  test.each(Object.entries(ofSeries))("%s", (_, compute) => {
    for (const one of series)
      expect(
        silent(() => compute(one)),
        one.join(" "),
      ).toBeUndefined();
  });
  test.each(Object.entries(ofGroups))("%s", (_, compute) => {
    for (const one of groups)
      expect(
        silent(() => compute(one)),
        JSON.stringify(one),
      ).toBeUndefined();
  });
  test.each(Object.entries(ofCells))("%s", (_, compute) => {
    for (const one of cells)
      expect(
        silent(() => compute(one)),
        JSON.stringify(one),
      ).toBeUndefined();
  });
  test("lines, pooled deviations, counts and run lengths", () => {
    for (const one of series) {
      const places = one.map((_, i) => i);
      for (const [x, y] of [
        [one, places],
        [places, one],
      ] as const) {
        expect(silent(() => fitLine(x, y))).toBeUndefined();
        expect(silent(() => fitCalibration(x.map((at, i) => ({ x: at, y: y[i]! }))))).toBeUndefined();
      }
      expect(silent(() => algorithmS(one, 3))).toBeUndefined();
    }
    expect(silent(() => countChart([{ found: 1e308, size: 1e-300 }]))).toBeUndefined();
    expect(silent(() => shewhartRunLength(0, 40))).toBeUndefined();
  });
});

test("a scatter whose square vanishes is refused, not zero", () => {
  const tiny = [1, 2, 4].map((value) => value * 1e-170);
  const vanishes = expect.objectContaining({ code: "outside-domain" }) as unknown as Error;
  expect(() => anova([tiny, tiny])).toThrow(vanishes);
  expect(() => algorithmS(tiny, 3)).toThrow(vanishes);
  expect(() => fitLine([1, 2, 3], tiny)).toThrow(vanishes);
  expect(() => fitCalibration(tiny.map((y, x) => ({ x, y })))).toThrow(vanishes);
});
