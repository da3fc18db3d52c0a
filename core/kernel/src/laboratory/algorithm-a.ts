import { mean, median, sum } from "../statistics.ts";
import { needFinite } from "./finite.ts";
import { type RobustEstimate, robustEstimate, scaledMad } from "./robust-start.ts";

/**
 * When the iteration ends. `converged` goes on to 1e-12 relative; `third-digit` stops, as the source words it, when the
 * third significant figure of both no longer changes, which depends on unit and origin and is offered for audits.
 */
export type Stopping = "converged" | "third-digit";

type Step = { readonly location: number; readonly scale: number; readonly iterations: number };

const MOST_ITERATIONS = 1000;
const CONVERGED = 1e-12;

/**
 * Robust mean x* and standard deviation s* by Algorithm A.
 *
 * x* = med(x), s* = 1.483 med|x − x*|; then with δ = 1.5 s* the values are drawn to within x* ± δ,
 * x* = mean of those, s* = 1.134 · their standard deviation, and again.
 *
 * @example E.1, 18 results: x* = 26.81, s* = 5.29
 * @returns flagged as degenerate where half of the values are equal, so that s* is or tends to zero
 * @throws Refusal `too-few-values` below three values; `not-finite`
 * @source ISO 13528:2022, C.3.1
 */
export function algorithmA(values: readonly number[], stopping: Stopping = "converged"): RobustEstimate {
  needFinite("values", values, 3);
  let step: Step = { location: median(values), scale: scaledMad(values), iterations: 0 };
  const start = step.scale;
  while (step.scale > 1e-9 * start && step.iterations < MOST_ITERATIONS) {
    const next = winsorised(values, step);
    if (ended(step, next, stopping)) return robustEstimate(values, next);
    step = next;
  }
  return robustEstimate(values, { ...step, scale: 0 });
}

function winsorised(values: readonly number[], { location, scale, iterations }: Step): Step {
  const delta = 1.5 * scale;
  const drawn = values.map((value) => Math.min(location + delta, Math.max(location - delta, value)));
  const center = mean(drawn);
  const spread = Math.sqrt(sum(drawn.map((value) => (value - center) ** 2)) / (values.length - 1));
  return { location: center, scale: 1.134 * spread, iterations: iterations + 1 };
}

function ended(before: Step, after: Step, stopping: Stopping): boolean {
  if (stopping === "third-digit") {
    const same = (a: number, b: number) => a.toPrecision(3) === b.toPrecision(3);
    return same(before.location, after.location) && same(before.scale, after.scale);
  }
  const moved = Math.abs(after.location - before.location) + Math.abs(after.scale - before.scale);
  return moved <= CONVERGED * after.scale;
}
