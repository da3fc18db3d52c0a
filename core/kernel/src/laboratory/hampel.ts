import { mean, median } from "../statistics.ts";
import { needPositive } from "./finite.ts";
import { type Cell, filledCells } from "./precision-experiment.ts";
import { qScale } from "./q-method.ts";
import { type RobustEstimate, robustEstimate } from "./robust-start.ts";

/**
 * Robust mean by Hampel's estimator with the scale of the Q method. Results further than 4.5 s* away have no weight.
 *
 * @example qHampel([0.04, 0.055, 0.178, 0.202, 0.206, 0.227, 0.228, 0.23, 0.23, 0.235, 0.236, 0.237, 0.243, 0.244, 0.245, 0.2555, 0.26, 0.264, 0.267, 0.27, 0.273, 0.274, 0.274, 0.278, 0.2811, 0.287, 0.287, 0.288, 0.289, 0.295, 0.296, 0.311, 0.331, 0.4246].map((x, i) => ({ laboratory: String(i + 1), results: [x] }))) // → { kind: "estimate", location: 0.2600, scale: 0.0426, u: 0.0091 } (ISO 13528:2022, E.3)
 * @throws Refusal `too-few-values` below two laboratories, `not-finite`
 * @source ISO 13528:2022, C.5.4
 */
export function qHampel(cells: readonly Cell[]): RobustEstimate {
  const means = filledCells(cells).map(({ results }) => mean(results));
  const scale = qScale(cells);
  const location = scale > 0 ? hampelMean(means, scale) : median(means);
  return robustEstimate(means, { location, scale, iterations: 0 });
}

/**
 * The solution of Σ Ψ((y_i − x*)/s*) = 0 that is nearest to the median; the median where two are equally near. Ψ is the
 * identity within ±1.5, constant to ±3 and falls to zero at ±4.5. The sum is piecewise linear in x*, so that it is
 * solved exactly, in a finite number of steps.
 *
 * @param scale s*, in the unit of the values
 * @example hampelMean([1, 2, 3, 100], 1) // → 2.00 (100 lies beyond 4.5 s* and the others within 1.5 s*: (1 + 2 + 3)/3)
 * @throws Refusal `outside-domain` unless the scale is positive
 * @source ISO 13528:2022, C.5.3.3
 */
export function hampelMean(values: readonly number[], scale: number): number {
  needPositive("scale", scale);
  const center = median(values);
  const nodes = [...new Set(values.flatMap((y) => KNOTS.map((knot) => y - knot * scale)))].toSorted((a, b) => a - b);
  const heights = nodes.map((node) => total(values, node, scale));
  const roots = nodes.flatMap((node, i) => segmentRoots(node, nodes[i + 1], heights[i] ?? 0, heights[i + 1]));
  const nearest = roots.reduce((best, root) => Math.min(best, Math.abs(root - center)), Infinity);
  const found = roots.filter((root) => Math.abs(root - center) <= nearest * (1 + 1e-12));
  const [first = center] = found;
  return found.some((root) => Math.abs(root - first) > 1e-9 * scale) ? center : first;
}

/** Where Ψ changes its slope. */
const KNOTS = [-4.5, -3, -1.5, 1.5, 3, 4.5];

function total(values: readonly number[], at: number, scale: number): number {
  return values.reduce((all, y) => all + psi((y - at) / scale), 0);
}

function psi(q: number): number {
  const size = Math.abs(q);
  if (size >= 4.5) return 0;
  const height = size <= 1.5 ? size : size <= 3 ? 1.5 : 4.5 - size;
  return Math.sign(q) * height;
}

/** Roots where the sum falls through zero: only there is x* a centre of results, elsewhere it is a gap between them. */
function segmentRoots(from: number, to: number | undefined, a: number, b: number | undefined): number[] {
  if (to === undefined || b === undefined || !(a >= 0 && b <= 0) || a === b) return [];
  return [from + ((to - from) * a) / (a - b)];
}
