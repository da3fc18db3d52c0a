import { fCdf, tQuantile } from "../distributions.ts";
import { refuse } from "../refusals.ts";
import { mean, needSquares, sum } from "../statistics.ts";
import { needFinite, needNotNegative, needPositive, needProbability, needWhole } from "./finite.ts";

/** A standard and its response; the weight is 1/variance of the response, relative is enough, 1 where left out. */
export type CalibrationPoint = { readonly x: number; readonly y: number; readonly weight?: number };

/** A calibration line y = a + b x with what its use needs. */
export type CalibrationCurve = {
  readonly intercept: number;
  readonly slope: number;
  readonly uIntercept: number;
  readonly uSlope: number;
  /** Residual standard deviation of a response with weight 1, and its degrees of freedom n − 2. */
  readonly s: number;
  readonly dof: number;
  /** Weighted means, Σw, and Σ w (x − x̄)². */
  readonly meanX: number;
  readonly meanY: number;
  readonly sumWeights: number;
  readonly sxx: number;
  /** True where all responses are equal: nothing follows from x, and a scatter of zero is no uncertainty. */
  readonly degenerate: boolean;
};

/**
 * Fits a calibration line by weighted least squares.
 *
 * b = Σ w (x − x̄)(y − ȳ) / Σ w (x − x̄)²,  a = ȳ − b x̄,  s² = Σ w (y − a − b x)² / (n − 2)
 *
 * @example fitCalibration([[0.1, 0.028], [0.1, 0.029], [0.1, 0.029], [0.3, 0.084], [0.3, 0.083], [0.3, 0.081], [0.5, 0.135], [0.5, 0.131], [0.5, 0.133], [0.7, 0.18], [0.7, 0.181], [0.7, 0.183], [0.9, 0.215], [0.9, 0.23], [0.9, 0.216]].map(([x, y]) => ({ x, y }))) // → { slope: 0.2410, uSlope: 0.0050, intercept: 0.0087, uIntercept: 0.0029, s: 0.005486 } (Eurachem QUAM:2012, A5)
 * @example fitCalibration([1, 2, 3].map((x) => ({ x, y: 5 }))) // → { slope: 0, s: 0, degenerate: true } (the response is 5 whatever x is)
 * @throws Refusal `too-few-values` below three points; `not-finite`; `no-variation` where x does not vary;
 *   `outside-domain` unless every weight is positive, and where squares would overflow or vanish
 * @source Eurachem/CITAC QUAM:2012, appendix E.4 and example A5; ISO 11095:1996, 6.2 (clause from memory)
 */
export function fitCalibration(points: readonly CalibrationPoint[]): CalibrationCurve {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const weights = points.map(({ weight = 1 }) => weight);
  needFinite("x", xs, 3);
  needFinite("y", ys, 3);
  needSquares("x", xs);
  needSquares("y", ys);
  for (const weight of weights) needPositive("weight", weight);
  const sumWeights = sum(weights);
  const weighted = (values: readonly number[]): number => sum(values.map((v, i) => v * (weights[i] ?? 1)));
  // Measured from the first point, so that equal values have no scatter at all, not one of rounding.
  const [x0, y0] = [xs[0] ?? 0, ys[0] ?? 0];
  const [dx, dy] = [weighted(xs.map((x) => x - x0)) / sumWeights, weighted(ys.map((y) => y - y0)) / sumWeights];
  const [offX, offY] = [xs.map((x) => x - x0 - dx), ys.map((y) => y - y0 - dy)];
  const [meanX, meanY] = [x0 + dx, y0 + dy];
  const sxx = weighted(offX.map((d) => d * d));
  if (!(sxx > 0)) refuse("no-variation", { name: "x" });
  const slope = weighted(offX.map((d, i) => d * (offY[i] ?? 0))) / sxx;
  const intercept = meanY - slope * meanX;
  const dof = points.length - 2;
  const s = Math.sqrt(weighted(offX.map((d, i) => ((offY[i] ?? 0) - slope * d) ** 2)) / dof);
  needFinite("residual standard deviation", [s, slope, intercept]);
  const uIntercept = s * Math.sqrt(1 / sumWeights + meanX ** 2 / sxx);
  const degenerate = ys.every((y) => y === ys[0]);
  return {
    intercept,
    slope,
    uIntercept,
    uSlope: s / Math.sqrt(sxx),
    s,
    dof,
    meanX,
    meanY,
    sumWeights,
    sxx,
    degenerate,
  };
}

/** A concentration read from a curve, with its standard uncertainty from scatter and curve. */
export type Predicted = {
  readonly x: number;
  readonly u: number;
  readonly dof: number;
  /** True where the response lies outside the responses of the standards' range of x. */
  readonly extrapolated: boolean;
};

/**
 * Reads x from the mean of p responses.
 *
 * u(x) = s/|b| √(1/(w p) + 1/Σw + (y − ȳ)² / (b² Σ w (x − x̄)²))
 *
 * The uncertainty of the standards themselves is not in it: add it in the budget.
 *
 * @param responses of the same sample
 * @param options weight of one response; the smallest and largest standard, to say where the curve is left
 * @example readFromCurve({ intercept: 0.0087, slope: 0.241, s: 0.005486, dof: 13, meanX: 0.5, meanY: 0.1292, sumWeights: 15, sxx: 1.2 }, [0.07136, 0.07136], { from: 0.1, to: 0.9 }) // → { x: 0.26, u: 0.018, extrapolated: false } (Eurachem QUAM:2012, A5)
 * @throws Refusal `outside-domain` where the slope is zero or s negative; `too-few-values`; `not-finite`
 * @source Eurachem/CITAC QUAM:2012, E.4.3 (equation E3.5)
 */
export function readFromCurve(
  curve: CalibrationCurve,
  responses: readonly number[],
  { weight = 1, from = -Infinity, to = Infinity }: { weight?: number; from?: number; to?: number } = {},
): Predicted {
  needFinite("responses", responses);
  needPositive("weight", weight);
  needCurve(curve);
  const slope = sensitivity(curve);
  const y = mean(responses);
  const x = (y - curve.intercept) / curve.slope;
  const distance = (y - curve.meanY) ** 2 / (slope ** 2 * curve.sxx);
  const u = (curve.s / slope) * Math.sqrt(1 / (weight * responses.length) + 1 / curve.sumWeights + distance);
  return { x, u, dof: curve.dof, extrapolated: x < from || x > to };
}

/**
 * Response of the curve at x: its standard uncertainty, and that of a single new response there.
 *
 * u(ŷ) = s √(1/Σw + (x − x̄)²/Σ w (x − x̄)²),  u(y_new)² = u(ŷ)² + s²/w
 *
 * @param weight of the new response
 * @example responseAt({ intercept: 1, slope: 2, s: 3, meanX: 0, sumWeights: 9, sxx: 1 }, 0) // → { y: 1, u: 1.00, uPrediction: 3.162 } (3 √(1/9); 3 √(1 + 1/9) = √10)
 * @throws Refusal `not-finite`; `outside-domain` unless the weight is positive and the scatter s is not negative
 * @source ISO 11095:1996, 6.2 and 7 (clause from memory); N. R. Draper and H. Smith, Applied Regression Analysis, 3.1
 */
export function responseAt(
  curve: CalibrationCurve,
  x: number,
  weight = 1,
): { readonly y: number; readonly u: number; readonly uPrediction: number } {
  needFinite("x", [x]);
  needPositive("weight", weight);
  needCurve(curve);
  const { intercept, slope, s, meanX, sumWeights, sxx } = curve;
  const share = 1 / sumWeights + (x - meanX) ** 2 / sxx;
  return { y: intercept + slope * x, u: s * Math.sqrt(share), uPrediction: s * Math.sqrt(1 / weight + share) };
}

/** Limits of detection and quantification, in the unit of x. */
export type DetectionLimits = { readonly detection: number; readonly quantification: number };

/**
 * Limits from the scatter about the curve: 3.3 s/b and 10 s/b.
 *
 * @example detectionBySlope({ slope: 0.5, s: 0.1 }) // → { detection: 0.66, quantification: 2.0 } (3.3·0.1/0.5; 10·0.1/0.5)
 * @throws Refusal `outside-domain` where the slope is zero or s negative
 * @source ICH Q2(R1):2005, part II, 6.3 and 7.3
 */
export function detectionBySlope(curve: CalibrationCurve): DetectionLimits {
  needNotNegative("s", curve.s);
  const ratio = curve.s / sensitivity(curve);
  return { detection: 3.3 * ratio, quantification: 10 * ratio };
}

/**
 * Limits from repeated blanks: 3 s_0/b and 10 s_0/b above the blank.
 *
 * @param blankSd standard deviation s_0 of the responses of blanks
 * @example detectionByBlanks({ slope: 0.5 }, 0.1) // → { detection: 0.60, quantification: 2.0 } (3·0.1/0.5; 10·0.1/0.5)
 * @throws Refusal `outside-domain` where the slope is zero or s_0 is not positive
 * @source IUPAC, Pure Appl. Chem. 67 (1995) 1699; Eurachem, Fitness for Purpose (2014), 6.2
 */
export function detectionByBlanks(curve: Pick<CalibrationCurve, "slope">, blankSd: number): DetectionLimits {
  const ratio = blankSd / sensitivity(curve);
  needPositive("s0", blankSd);
  return { detection: 3 * ratio, quantification: 10 * ratio };
}

/**
 * Critical value and minimum detectable value of the net state variable, from the curve, for K responses of the sample
 * and α = β.
 *
 * x_C = t_{1−α}(ν) (s/b) √(1/K + 1/n + x̄²/Σ(x − x̄)²),  x_D ≈ 2 x_C
 *
 * @param responses K of the sample
 * @example detectionCapability({ slope: 1, s: 1, dof: 3, meanX: 1, sumWeights: 4, sxx: 1 }, 1) // → { critical: 3.530, detectable: 7.060 } (t_0.95(3) = 2.3534; 2.3534·√(1 + 1/4 + 1²/1))
 * @throws Refusal `outside-domain` where the slope is zero, s is negative or K is not whole
 * @source ISO 11843-2:2000, 5.2 and 5.3 (clause from memory) (δ ≈ 2 t, the approximation that the source allows)
 */
export function detectionCapability(
  curve: CalibrationCurve,
  responses: number,
  alpha = 0.05,
): { readonly critical: number; readonly detectable: number } {
  needWhole("K", responses, 1);
  needProbability("alpha", alpha);
  needCurve(curve);
  const spread = Math.sqrt(1 / responses + 1 / curve.sumWeights + curve.meanX ** 2 / curve.sxx);
  const critical = tQuantile(1 - alpha, curve.dof) * (curve.s / sensitivity(curve)) * spread;
  return { critical, detectable: 2 * critical };
}

/** Test of a straight line against the scatter of repeated responses. */
export type LackOfFit = {
  readonly f: number;
  readonly dofFit: number;
  readonly dofPure: number;
  /** Probability of so large an F by chance, if the line is straight. */
  readonly probability: number;
};

/**
 * Lack of fit of an unweighted line whose standards were measured repeatedly: F = MS(lack of fit)/MS(pure error).
 *
 * @example lackOfFit([[-1, 2], [-1, 0], [0, -1], [0, -3], [1, 2], [1, 0]].map(([x, y]) => ({ x, y }))) // → { f: 6.00, dofFit: 1, dofPure: 3 } (means 1, −2, 1 about a level line: 2·(1 + 4 + 1) = 12; pure 3·2 = 6; (12/1)/(6/3))
 * @throws Refusal `too-few-values` below three different x or without repeats; `no-variation` where repeats are equal
 * @source ISO 11095:1996, 6.4 (clause from memory); IUPAC, Pure Appl. Chem. 70 (1998) 993
 */
export function lackOfFit(points: readonly CalibrationPoint[]): LackOfFit {
  const curve = fitCalibration(points.map(({ x, y }) => ({ x, y })));
  const groups = Map.groupBy(points, ({ x }) => x);
  const [levels, dofPure] = [groups.size, points.length - groups.size];
  if (levels < 3) refuse("too-few-values", { given: levels, needed: 3 });
  if (dofPure < 1) refuse("too-few-values", { given: points.length, needed: levels + 1 });
  const squares = [...groups.values()].map((group) => {
    const center = mean(group.map(({ y }) => y));
    return sum(group.map(({ y }) => (y - center) ** 2));
  });
  const pure = sum(squares);
  if (!(pure > 0)) refuse("no-variation", { name: "y" });
  const fit = Math.max(0, curve.s ** 2 * curve.dof - pure);
  const dofFit = levels - 2;
  const f = fit / dofFit / (pure / dofPure);
  return { f, dofFit, dofPure, probability: 1 - fCdf(f, dofFit, dofPure) };
}

/** No fit has a negative scatter, or no weight and spread at all. */
function needCurve({ s, sumWeights, sxx }: CalibrationCurve): void {
  needNotNegative("s", s);
  needPositive("sum of weights", sumWeights);
  needPositive("spread of x", sxx);
}

function sensitivity({ slope }: Pick<CalibrationCurve, "slope">): number {
  needPositive("slope", Math.abs(slope));
  return Math.abs(slope);
}
