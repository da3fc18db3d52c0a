import assert from "node:assert/strict";
import { test } from "vitest";
import { Refusal } from "../refusal.ts";
import { agrees, near } from "../testing/agree.ts";
import { anova } from "./anova.ts";
import {
  type CalibrationPoint,
  detectionByBlanks,
  detectionBySlope,
  detectionCapability,
  fitCalibration,
  lackOfFit,
  readFromCurve,
  responseAt,
} from "./calibration-curve.ts";
import { asFound, driftForecast, reliabilityInterval, staircaseInterval } from "./calibration-interval.ts";
import { horRat, trueness, withinPrecision } from "./method-validation.ts";

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

// Eurachem/CITAC QUAM:2012, example A5, table A5.2: cadmium standards [mg/L], each measured three times.
const responses: readonly [number, readonly number[]][] = [
  [0.1, [0.028, 0.029, 0.029]],
  [0.3, [0.084, 0.083, 0.081]],
  [0.5, [0.135, 0.131, 0.133]],
  [0.7, [0.18, 0.181, 0.183]],
  [0.9, [0.215, 0.23, 0.216]],
];
const cadmium: CalibrationPoint[] = responses.flatMap(([x, ys]) => ys.map((y) => ({ x, y })));

test("cadmium by AAS has the published line", () => {
  const curve = fitCalibration(cadmium);
  agrees(curve.slope, "0.2410");
  agrees(curve.uSlope, "0.0050");
  agrees(curve.intercept, "0.0087");
  agrees(curve.uIntercept, "0.0029");
  agrees(curve.s, "0.005486");
  agrees(curve.sxx, "1.2");
});

test("a concentration is read with the published uncertainty", () => {
  const curve = fitCalibration(cadmium);
  const y = curve.intercept + curve.slope * 0.26;
  const found = readFromCurve(curve, [y, y], { from: 0.1, to: 0.9 });
  agrees(found.x, "0.26");
  agrees(found.u, "0.018");
  assert.equal(found.extrapolated, false);
  assert.equal(readFromCurve(curve, [1], { from: 0.1, to: 0.9 }).extrapolated, true);
});

test("limits of detection follow from scatter and slope", () => {
  const curve = fitCalibration(cadmium);
  // 3.3 · 0.005486/0.2410 = 0.0751 and 10 · 0.005486/0.2410 = 0.228.
  agrees(detectionBySlope(curve).detection, "0.075");
  agrees(detectionBySlope(curve).quantification, "0.228");
  near(detectionByBlanks({ slope: -2 }, 0.1).detection, 0.15, 1e-12);
  // t_0.95(13) = 1.7709; √(1/3 + 1/15 + 0.25/1.2) = 0.7799; 1.7709 · 0.022763 · 0.7799 = 0.03144.
  agrees(detectionCapability(curve, 3).critical, "0.0314");
});

test("with equal weights the weight does not matter, and a heavy point draws the line to itself", () => {
  const double = fitCalibration(cadmium.map((point) => ({ ...point, weight: 2 })));
  near(double.slope, fitCalibration(cadmium).slope, 1e-12);
  near(double.uSlope, fitCalibration(cadmium).uSlope, 1e-12);
  const bent = [
    { x: 0, y: 0, weight: 1e9 },
    { x: 1, y: 1, weight: 1e9 },
    { x: 2, y: 5, weight: 1 },
  ];
  near(fitCalibration(bent).slope, 1, 1e-6);
});

test("the curve is most certain at the mean of the standards", () => {
  const curve = fitCalibration(cadmium);
  near(responseAt(curve, 0.5).u, curve.s / Math.sqrt(15), 1e-12);
  near(responseAt(curve, 0.5).uPrediction, curve.s * Math.sqrt(1 + 1 / 15), 1e-12);
});

test("a bent curve is found by lack of fit, a straight one is not", () => {
  const bent = [0, 1, 2, 3].flatMap((x) => [x * x - 0.01, x * x + 0.01].map((y) => ({ x, y })));
  assert.ok(lackOfFit(bent).probability < 1e-6);
  // Means 0, 1, 2 on the line exactly: no lack of fit.
  const straight = [0, 1, 2].flatMap((x) => [x - 0.1, x + 0.1].map((y) => ({ x, y })));
  near(lackOfFit(straight).probability, 1, 1e-6);
});

test("curves that cannot be fitted or read are refused", () => {
  assert.throws(() => fitCalibration(cadmium.slice(0, 2)), refusal("too-few-values"));
  assert.throws(() => fitCalibration([1, 2, 3].map((y) => ({ x: 1, y }))), refusal("no-variation"));
  assert.throws(() => fitCalibration([1, 2, 3].map((x) => ({ x, y: Number.NaN }))), refusal("not-finite"));
  assert.throws(() => fitCalibration([1, 2, 3].map((x) => ({ x, y: x, weight: 0 }))), refusal("outside-domain"));
  // 0.1 has no exact sum in binary; equal values must still have no slope and no scatter.
  assert.throws(() => fitCalibration([1, 2, 3].map((y) => ({ x: 0.1, y, weight: 0.3 }))), refusal("no-variation"));
  const flat = fitCalibration([0.7, 2, 3.3].map((x) => ({ x, y: 0.1, weight: 0.3 })));
  assert.throws(() => readFromCurve(flat, [5]), refusal("outside-domain"));
  assert.throws(() => readFromCurve(fitCalibration(cadmium), []), refusal("too-few-values"));
  assert.throws(() => lackOfFit(cadmium.slice(0, 6)), refusal("too-few-values"));
});

// NIST StRD SiRstv: resistivity of silicon wafers [Ω cm], five instruments.
const silicon = [
  [196.3052, 196.124, 196.189, 196.2569, 196.3403],
  [196.3042, 196.3825, 196.1669, 196.3257, 196.0422],
  [196.1303, 196.2005, 196.2889, 196.0343, 196.1811],
  [196.2795, 196.1748, 196.1494, 196.1485, 195.9885],
  [196.2119, 196.1051, 196.185, 196.0052, 196.209],
];

test("analysis of variance has the certified values of NIST StRD SiRstv", () => {
  const found = anova(silicon);
  near(found.between.squares, 5.11462616e-2, 1e-8);
  near(found.within.squares, 2.1663656e-1, 1e-8);
  near(found.f, 1.18046237, 1e-8);
  assert.deepEqual([found.between.dof, found.within.dof], [4, 20]);
});

test("analysis of variance refuses what has no scatter within", () => {
  assert.throws(
    () =>
      anova([
        [1, 1],
        [2, 2],
      ]),
    refusal("no-variation"),
  );
  assert.throws(() => anova([[1], [2]]), refusal("too-few-values"));
  assert.throws(() => anova([[1, 2]]), refusal("too-few-values"));
  assert.throws(() => anova([[1, 2], []]), refusal("too-few-values"));
});

test("precision of two days can be followed by hand", () => {
  const found = withinPrecision([
    [1, 3],
    [5, 7],
  ]);
  agrees(found.repeatabilitySd ** 2, "2.0");
  agrees(found.betweenDaysSd ** 2, "7.0");
  agrees(found.intermediateSd, "3.0");
  // 7 · (4 + 4)/16 + 2/4 = 4.
  agrees(found.uMean, "2.0");
});

test("a bias is significant beyond Student's t", () => {
  const found = trueness({ mean: 9.7, uMean: 0.1, dof: 9 }, { value: 10, u: 0.05 });
  agrees(found.bias, "-0.3");
  // √(0.01 + 0.0025) = 0.1118; 0.3/0.1118 = 2.683; t_0.975(9) = 2.262.
  agrees(found.t, "2.683");
  agrees(found.critical, "2.262");
  assert.equal(found.significant, true);
  agrees(found.recovery, "0.97");
  assert.throws(() => trueness({ mean: 1, uMean: 0, dof: 9 }, { value: 1, u: 0 }), refusal("outside-domain"));
  near(horRat(1e-9, 0.22e-9), 1, 1e-12);
});

test("the staircase lengthens, keeps and shortens", () => {
  assert.equal(asFound(0.5, 0.2, 1), "well-within");
  assert.equal(asFound(-0.7, 0.2, 1), "within");
  assert.equal(asFound(0.9, 0.2, 1), "outside");
  assert.equal(staircaseInterval(365, "well-within"), 456);
  assert.equal(staircaseInterval(365, "within"), 365);
  assert.equal(staircaseInterval(365, "outside"), 219);
  assert.equal(staircaseInterval(30, "outside"), 30);
  assert.throws(() => asFound(Number.NaN, 0, 1), refusal("not-finite"));
});

test("a steady drift of 0.001 a day reaches 1 with U = 0.2 at 0.8", () => {
  const history = [0, 100, 200, 300].map((day) => ({ day, error: day / 1000, expanded: 0.2 }));
  const found = driftForecast(history, 1);
  near(found.drift, 0.001, 1e-12);
  assert.ok(found.daysLeft !== null && found.daysLeft >= 500 && found.daysLeft <= 501);
  const still = [0, 100, 200].map((day) => ({ day, error: 0, expanded: 0.2 }));
  assert.equal(driftForecast(still, 1).daysLeft, null);
  assert.throws(() => driftForecast(history.slice(0, 2), 1), refusal("too-few-values"));
});

test("a population below its target is calibrated sooner, and chance changes nothing", () => {
  const policy = { intervalDays: 365, target: 0.9 };
  // 365 · ln 0.9 / ln 0.8 = 172.3.
  assert.equal(reliabilityInterval({ calibrations: 100, withinLimits: 80 }, policy).intervalDays, 172);
  assert.equal(reliabilityInterval({ calibrations: 100, withinLimits: 89 }, policy).intervalDays, 365);
  const perfect = reliabilityInterval({ calibrations: 100, withinLimits: 100 }, policy);
  assert.ok(perfect.intervalDays > 365 && perfect.intervalDays < 10_000);
  assert.throws(() => reliabilityInterval({ calibrations: 5, withinLimits: 6 }, policy), refusal("outside-domain"));
});
