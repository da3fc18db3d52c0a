import { mean, median, scaleOf, sum } from "../statistics.ts";
import { needFinite } from "./finite.ts";
import { type RobustEstimate, robustEstimate, scaledMad } from "./robust-start.ts";

/**
 * When the iteration ends. `converged` goes on to 1e-12 relative; `third-digit` stops, as the source words it, when the
 * third significant figure of both no longer changes, which depends on unit and origin and is offered for audits.
 */
export type Stopping = "converged" | "third-digit";

type Step = { readonly location: number; readonly scale: number; readonly iterations: number };

/** Far more than any converging set needs; a set that has not settled by then is drifting to zero. */
const MOST_ITERATIONS = 20_000;
const CONVERGED = 1e-12;

/**
 * Robust mean x* and standard deviation s* by Algorithm A.
 *
 * x* = med(x), s* = 1.483 med|x − x*|; then with δ = 1.5 s* the values are drawn to within x* ± δ,
 * x* = mean of those, s* = 1.134 · their standard deviation, and again.
 *
 * @param stopping when the iteration ends; the figures of the source are those of `converged`
 * @returns flagged as degenerate where half of the values are equal, so that s* is or tends to zero
 * @example algorithmA([12, 19, 20, 23, 23, 25, 25, 26, 28, 28, 28, 29, 30, 30, 31, 32, 32, 45]) // → { kind: "estimate", location: 26.81, scale: 5.29 } (ISO 13528:2022, E.1)
 * @example algorithmA([5, 5, 5, 5, 9]) // → { kind: "degenerate", location: 5, identical: 4 } (four of five are equal, so that med|x − x*| = 0)
 * @throws Refusal `too-few-values` below three values; `not-finite`
 * @source ISO 13528:2022, C.3.1
 */
export function algorithmA(values: readonly number[], stopping: Stopping = "converged"): RobustEstimate {
  needFinite("values", values, 3);
  const unit = scaleOf(values);
  const { location, scale, iterations } = iterated(unit === 1 ? values : values.map((value) => value / unit), stopping);
  return robustEstimate(values, { location: location * unit, scale: scale * unit, iterations });
}

/** The last step of the iteration; a scale of zero where it does not settle. */
function iterated(values: readonly number[], stopping: Stopping): Step {
  // Deviations from the median, so that a small scatter on a large value converges as it would about zero.
  const center = median(values);
  const deviations = values.map((value) => value - center);
  const start = scaledMad(deviations);
  let step: Step = { location: 0, scale: start, iterations: 0 };
  while (step.scale > COLLAPSED * start && step.iterations < MOST_ITERATIONS) {
    const next = winsorised(deviations, step);
    const result = { ...next, location: center + next.location };
    if (ended(step, next, stopping, center)) return result;
    step = next;
  }
  return { ...step, location: center + step.location, scale: 0 };
}

/** A scale that has fallen below this share of its start is on its way to zero. */
const COLLAPSED = 1e-9;

function winsorised(values: readonly number[], { location, scale, iterations }: Step): Step {
  const delta = 1.5 * scale;
  const drawn = values.map((value) => Math.min(location + delta, Math.max(location - delta, value)));
  const center = mean(drawn);
  const spread = Math.sqrt(sum(drawn.map((value) => (value - center) ** 2)) / (values.length - 1));
  return { location: center, scale: 1.134 * spread, iterations: iterations + 1 };
}

/** The start is no iteration, so that the older rule compares from the second one on. */
function ended(before: Step, after: Step, stopping: Stopping, center: number): boolean {
  if (stopping === "third-digit") {
    const same = (a: number, b: number): boolean => a.toPrecision(3) === b.toPrecision(3);
    const location = same(center + before.location, center + after.location);
    return before.iterations > 0 && location && same(before.scale, after.scale);
  }
  const moved = Math.abs(after.location - before.location) + Math.abs(after.scale - before.scale);
  return moved <= CONVERGED * after.scale;
}
