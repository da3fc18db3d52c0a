import { needFinite, needNotNegative } from "./laboratory/finite.ts";
import { refuse } from "./refusals.ts";
import { mean, needSquares, sum } from "./statistics.ts";

/** A straight line y = intercept + slope · x fitted by least squares, all points with the same unknown scatter. */
export type StraightLine = {
  readonly intercept: number;
  readonly slope: number;
  /** Standard uncertainties, and the correlation of intercept and slope. */
  readonly uIntercept: number;
  readonly uSlope: number;
  readonly r: number;
  /** Residual standard deviation with n − 2 degrees of freedom. */
  readonly s: number;
  readonly dof: number;
};

/**
 * Fits a straight line to points.
 *
 * b = Σ(x_k − x̄)(y_k − ȳ) / Σ(x_k − x̄)²,  a = ȳ − b x̄,  s² = Σ(y_k − a − b x_k)² / (n − 2)
 *
 * u²(b) = s² / Σ(x_k − x̄)²,  u²(a) = s² (1/n + x̄² / Σ(x_k − x̄)²),  r(a, b) = −x̄ / √(Σ x_k² / n)
 *
 * @throws Refusal `too-few-values` below three points, `values-differ-in-number`; `outside-domain` where x does not vary or squares
 * overflow or vanish; `not-finite`
 * @source JCGM 100:2008, H.3.2 (H.13)
 * @example fitLine([1.521, 2.012, 2.512, 3.003, 3.507, 3.999, 4.513, 5.002, 5.503, 6.010, 6.511], [-0.171, -0.169, -0.166, -0.159, -0.164, -0.165, -0.156, -0.157, -0.159, -0.161, -0.160]) // → { intercept: -0.1712, slope: 0.0022, s: 0.0035, dof: 9 } (JCGM 100:2008, H.3.3, with x − 20 °C in place of x)
 */
export function fitLine(xs: readonly number[], ys: readonly number[]): StraightLine {
  if (xs.length < 3) refuse("too-few-values", { given: xs.length, needed: 3 });
  if (xs.length !== ys.length) refuse("values-differ-in-number", { given: ys.length, needed: xs.length });
  needFinite("x", xs);
  needFinite("y", ys);
  needSquares("x", xs);
  needSquares("y", ys);
  const [x, y, n] = [mean(xs), mean(ys), xs.length];
  const dx = xs.map((value) => value - x);
  const squares = sum(dx.map((d) => d * d));
  if (!(squares > 0)) refuse("outside-domain", { name: "x", given: x, min: null, max: null });
  const slope = sum(dx.map((d, k) => d * (ys[k]! - y))) / squares;
  const residuals = dx.map((d, k) => ys[k]! - y - slope * d);
  const s = Math.sqrt(sum(residuals.map((e) => e * e)) / (n - 2));
  const uSlope = s / Math.sqrt(squares);
  const uIntercept = s * Math.sqrt(1 / n + (x * x) / squares);
  const r = -x / Math.sqrt(squares / n + x * x);
  return { intercept: y - slope * x, slope, uIntercept, uSlope, r, s, dof: n - 2 };
}

/**
 * The line's value at x and its standard uncertainty, without the scatter of a new observation.
 *
 * ŷ = a + b x,  u²(ŷ) = u²(a) + x² u²(b) + 2 x u(a) u(b) r(a, b)
 *
 * @param line of `fitLine`
 * @returns in the units of y
 * @throws Refusal `not-finite`; `outside-domain` for a negative uncertainty or a correlation outside −1 to 1
 * @source JCGM 100:2008, H.3.4 (H.14 and H.15)
 * @example predictAt({ intercept: -0.1712, slope: 0.00218, uIntercept: 0.0029, uSlope: 0.00067, r: -0.930 }, 10) // → { y: -0.1494, u: 0.0041 } (JCGM 100:2008, H.3.4, at 30 °C)
 */
export function predictAt(
  { intercept, slope, uIntercept, uSlope, r }: StraightLine,
  x: number,
): { y: number; u: number } {
  needFinite("line", [intercept, slope, x]);
  needNotNegative("u(a)", uIntercept);
  needNotNegative("u(b)", uSlope);
  if (!(Math.abs(r) <= 1)) refuse("outside-domain", { name: "r(a, b)", given: String(r), min: -1, max: 1 });
  const square = uIntercept ** 2 + (x * uSlope) ** 2 + 2 * x * uIntercept * uSlope * r;
  return { y: intercept + slope * x, u: Math.sqrt(Math.max(0, square)) };
}
