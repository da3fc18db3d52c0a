import { describe, expect, test } from "vitest";
import { decimal, dividedBy } from "../decimal.ts";
import { Refusal } from "../refusal.ts";
import { roundDigits, roundPlaces } from "../rounding.ts";
import { judgeMicrobiological } from "../sampling/microbiological-plan.ts";
import { pooledSd, range, sampleSd, sampleVariance } from "../statistics.ts";
import { fitLine, predictAt } from "../straight-line.ts";
import { convertLevel, levelOf, quantityOfLevel } from "../units/level.ts";
import { algorithmA } from "./algorithm-a.ts";
import { algorithmS } from "./algorithm-s.ts";
import { anova } from "./anova.ts";
import { assignedFromReference, isNegligible, sigmaFromPrecision } from "./assigned-value.ts";
import { countChart } from "./attribute-chart.ts";
import { shewhartRunLength } from "./average-run-length.ts";
import {
  detectionByBlanks,
  detectionBySlope,
  detectionCapability,
  fitCalibration,
  readFromCurve,
  responseAt,
} from "./calibration-curve.ts";
import { asFound, driftForecast } from "./calibration-interval.ts";
import { controlStatistics, individualsChart, subgroupChart } from "./control-chart.ts";
import { grubbsSingle } from "./grubbs.ts";
import { qHampel } from "./hampel.ts";
import { expandedLimit, homogeneity, isHomogeneous } from "./homogeneity.ts";
import { mandel } from "./mandel.ts";
import { trueness, withinPrecision } from "./method-validation.ts";
import { precision } from "./precision-experiment.ts";
import { enScore, zetaScore, zPrimeScore } from "./proficiency-score.ts";
import { qScale } from "./q-method.ts";
import { normalisedIqr, scaledMad } from "./robust-start.ts";
import { youdenRobustness } from "./robustness.ts";
import { validationUncertainty } from "./validation-uncertainty.ts";

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

describe("an uncertainty or a scatter that is negative or no number is refused, for its square would pass for another", () => {
  const line = fitCalibration([1, 2, 3, 5].map((y, x) => ({ x, y })));
  const split = homogeneity([
    [1, 2],
    [2, 4],
    [3, 3],
  ]);
  const days = [0, 100, 200];
  const taking: Readonly<Record<string, (u: number) => unknown>> = {
    zPrimeScore: (u) => zPrimeScore(1, { value: 2, u }, 1),
    "zetaScore, U": (u) => zetaScore({ value: 1, expanded: u, k: 2 }, { value: 3, u: 1 }),
    "zetaScore, u(x_pt)": (u) => zetaScore({ value: 1, expanded: 2, k: 2 }, { value: 3, u }),
    "enScore, U": (u) => enScore({ value: 1, expanded: u }, { value: 2, expanded: 1 }),
    "enScore, U(x_pt)": (u) => enScore({ value: 1, expanded: 1 }, { value: 2, expanded: u }),
    isNegligible: (u) => isNegligible(u, 1),
    assignedFromReference: (u) => assignedFromReference({ value: 1, u }, [1, 2]),
    sigmaFromPrecision: (s) => sigmaFromPrecision(2, s, 2),
    "trueness, u(mean)": (u) => trueness({ mean: 98, uMean: u, dof: 9 }, { value: 100, u: 1 }),
    "trueness, u(ref)": (u) => trueness({ mean: 98, uMean: 1, dof: 9 }, { value: 100, u }),
    responseAt: (s) => responseAt({ ...line, s }, 1),
    readFromCurve: (s) => readFromCurve({ ...line, s }, [2]),
    detectionBySlope: (s) => detectionBySlope({ ...line, s }),
    detectionByBlanks: (s) => detectionByBlanks(line, s),
    detectionCapability: (s) => detectionCapability({ ...line, s }, 1),
    driftForecast: (u) =>
      driftForecast(
        days.map((day) => ({ day, error: day / 100, expanded: u })),
        9,
      ),
    "driftForecast, an earlier one": (u) =>
      driftForecast(
        days.map((day, i) => ({ day, error: day / 100, expanded: i === 0 ? u : 0 })),
        9,
      ),
    asFound: (u) => asFound(0.1, u, 1),
    isHomogeneous: (s) => isHomogeneous({ ...split, betweenSd: s }, 1),
    expandedLimit: (s) => expandedLimit({ ...split, withinSd: s }, 1, 10),
    "validationUncertainty, s_Rw": (s) => validationUncertainty({ withinLaboratory: s, biases: [1], uReference: 1 }),
    "validationUncertainty, u(ref)": (u) => validationUncertainty({ withinLaboratory: 1, biases: [1], uReference: u }),
    "predictAt, u(a)": (u) => predictAt({ ...fitLine([1, 2, 3], [1, 2, 4]), uIntercept: u }, 1),
    "predictAt, u(b)": (u) => predictAt({ ...fitLine([1, 2, 3], [1, 2, 4]), uSlope: u }, 1),
  };
  const outside = expect.objectContaining({ code: "outside-domain" }) as unknown as Error;
  test.each(Object.entries(taking))("%s", (_, compute) => {
    for (const u of [-0.5, -1e-300, Number.NaN, Infinity, -Infinity])
      expect(() => compute(u), String(u)).toThrow(outside);
    expect(silent(() => compute(0.1))).toBeUndefined();
  });
});

describe("what no count, level or rounding can be is refused at once", () => {
  const refused = (code: string) => expect.objectContaining({ code }) as unknown as Error;
  test("a negative count, or a negative limit of counts", () => {
    const plan = { n: 1, c: 0, m: decimal("10"), M: decimal("100") };
    const count = (value: string) => [{ operator: "=" as const, value: decimal(value) }];
    expect(() => judgeMicrobiological(plan, count("-1"))).toThrow(refused("outside-domain"));
    expect(() => judgeMicrobiological({ ...plan, m: decimal("-1") }, count("1"))).toThrow(refused("outside-domain"));
    expect(judgeMicrobiological(plan, count("0")).verdict).toBe("acceptable");
  });
  test("a level whose quantity no binary number holds", () => {
    expect(() => quantityOfLevel(10_000, "dB{mW}", "mW")).toThrow(refused("not-finite"));
    expect(() => quantityOfLevel(-10_000, "dB{mW}", "mW")).toThrow(refused("outside-domain"));
    expect(() => convertLevel(10_000, "dB{mW}", "dB[W]")).toThrow(refused("not-finite"));
    expect(() => levelOf(1e300, "W", "dB{fW}")).toThrow(refused("not-finite"));
  });
  test("a laboratory with two cells at one level counts neither twice nor as one", () => {
    const twice = [
      { laboratory: "1", results: [1, 2] },
      { laboratory: "1", results: [2, 3] },
      { laboratory: "2", results: [3, 4] },
    ];
    for (const compute of [precision, qScale, qHampel, mandel])
      expect(() => compute(twice)).toThrow(
        expect.objectContaining({ code: "laboratory-twice", facts: { laboratory: "1" } }) as unknown as Error,
      );
  });
  test("places and digits that are not whole or that nobody prints", () => {
    for (const places of [1e9, -1e9, 1001, 0.5, Number.NaN, Infinity]) {
      expect(() => roundPlaces(decimal("1.5"), places, "half-even"), String(places)).toThrow(refused("outside-domain"));
      expect(() => dividedBy(decimal("1"), decimal("3"), places, "up"), String(places)).toThrow(
        refused("outside-domain"),
      );
    }
    for (const digits of [0, -1, 1.5, 1e9, Number.NaN])
      for (const value of ["1.5", "0"])
        expect(() => roundDigits(decimal(value), digits, "half-even")).toThrow(refused("outside-domain"));
    expect(roundDigits(decimal("1.26e-1100"), 2, "half-even")).toEqual(decimal("1.3e-1100"));
  });
});

describe("results that are all equal are refused where a spread is what was asked for, and flagged where it is not", () => {
  const equal = (n: number) => Array.from({ length: n }, () => 5);
  const noVariation = expect.objectContaining({ code: "no-variation" }) as unknown as Error;
  test("homogeneity", () => {
    expect(() => homogeneity(Array.from({ length: 10 }, () => equal(2)))).toThrow(noVariation);
    // Items that differ, each with equal results, scatter between items only.
    const apart = [1, 2, 3].map((value) => [value, value]);
    expect(homogeneity(apart)).toEqual({ mean: 2, itemMeanSd: 1, withinSd: 0, betweenSd: 1 });
  });
  test("a control, ruggedness, calibration lines and drift", () => {
    const flagged = { mean: 5, sd: 0, used: 20, degenerate: true };
    expect(controlStatistics(equal(20), 20)).toEqual(flagged);
    expect(controlStatistics([1, 2, ...equal(20)], 20, "latest")).toEqual(flagged);
    expect(controlStatistics([1, 2, ...equal(20)], 20)?.degenerate).toBe(false);
    expect(controlStatistics(equal(3), 20)).toBeUndefined();
    expect(youdenRobustness(equal(8), 1)).toMatchObject({ sd: 0, degenerate: true });
    expect(youdenRobustness([...equal(7), 6], 1).degenerate).toBe(false);
    const line = (ys: readonly number[]) => fitCalibration(ys.map((y, x) => ({ x, y })));
    expect(line(equal(5))).toMatchObject({ slope: 0, s: 0, degenerate: true });
    expect(line([...equal(5), 6]).degenerate).toBe(false);
    const drift = (errors: readonly number[]) =>
      driftForecast(
        errors.map((error, i) => ({ day: 100 * i, error, expanded: 0.1 })),
        9,
      );
    expect(drift(equal(4))).toMatchObject({ drift: 0, uDrift: 0, degenerate: true });
    expect(drift([...equal(4), 6]).degenerate).toBe(false);
  });
});
