import { normalCdf, normalPdf } from "../distributions.ts";
import { refuse } from "../refusals.ts";
import { needFinite, needPositive } from "./finite.ts";

/**
 * Average run length of a Shewhart chart of normal values with limits at L standard deviations: the mean number of points
 * to a signal once the process has shifted by δ standard deviations.
 *
 * @example shewhartRunLength(0) // → 370.4 (Montgomery, 6.2)
 * @example shewhartRunLength(1) // → 43.89 (Montgomery, 9.1)
 * @throws Refusal `outside-domain` unless L is positive; `not-finite`, also where no signal ever comes
 * @source ISO 7870-2:2013, 6.3 (clause from memory); D. C. Montgomery, Introduction to Statistical Quality Control, 6.2
 */
export function shewhartRunLength(shift: number, limit = 3): number {
  needFinite("shift", [shift]);
  needPositive("limit", limit);
  const length = 1 / (normalCdf(shift - limit) + normalCdf(-limit - shift));
  needFinite("run length", [length]);
  return length;
}

/**
 * Average run length of a tabular CUSUM with both sides, from a start at zero: 1/ARL = 1/ARL⁺ + 1/ARL⁻.
 *
 * @param shift of the process [standard deviations]; k is the allowance and h the decision interval, in the same
 * @example Math.round(cusumRunLength(0, { k: 0.5, h: 4 })) // → 168 (Montgomery, table 9.3)
 * @example Math.round(cusumRunLength(0, { k: 0.5, h: 5 })) // → 465 (Montgomery, table 9.3)
 * @example cusumRunLength(1, { k: 0.5, h: 5 }) // → 10.4 (Montgomery, table 9.3)
 * @throws Refusal `outside-domain` unless k and h are positive; `not-finite`
 * @source D. Brook and D. A. Evans, Biometrika 59 (1972) 539; ISO 7870-4:2021
 */
export function cusumRunLength(shift: number, { k, h }: { readonly k: number; readonly h: number }): number {
  needFinite("shift", [shift]);
  needPositive("k", k);
  needPositive("h", h);
  const [up, down] = [oneSided(shift, k, h), oneSided(-shift, k, h)];
  return 1 / (1 / up + 1 / down);
}

/** L(x) = 1 + L(0) Φ(k − x − δ) + ∫₀ʰ L(y) φ(y + k − x − δ) dy, on Gauss's points. */
function oneSided(shift: number, k: number, h: number): number {
  const { points, weights } = gauss(0, h);
  const nodes = [0, ...points];
  const rows = nodes.map((x, i) =>
    nodes.map((y, j) => {
      const chance = j === 0 ? normalCdf(k - x - shift) : (weights[j - 1] ?? 0) * normalPdf(y + k - x - shift);
      return (i === j ? 1 : 0) - chance;
    }),
  );
  return firstOf(rows);
}

/**
 * Average run length of an EWMA chart with constant limits ±L σ √(λ/(2 − λ)), from a start at the target.
 *
 * @example Math.round(ewmaRunLength(0, { weight: 0.1, limit: 2.814 })) // → 500 (Lucas and Saccucci, table 3)
 * @example ewmaRunLength(1, { weight: 0.1, limit: 2.814 }) // → 10.3 (Lucas and Saccucci, table 3)
 * @throws Refusal `outside-domain` unless 0 < λ ≤ 1 and L is positive; `not-finite`
 * @source S. V. Crowder, Technometrics 29 (1987) 401; ISO 7870-6:2016
 */
export function ewmaRunLength(
  shift: number,
  { weight, limit }: { readonly weight: number; readonly limit: number },
): number {
  needFinite("shift", [shift]);
  needPositive("limit", limit);
  if (!(weight > 0 && weight <= 1)) refuse("outside-domain", { name: "lambda", given: String(weight), min: 0, max: 1 });
  const half = limit * Math.sqrt(weight / (2 - weight));
  const { points, weights } = gauss(-half, half);
  const kernel = (from: number, to: number) => normalPdf((to - (1 - weight) * from) / weight - shift) / weight;
  const nodes = [0, ...points];
  const rows = nodes.map((x, i) =>
    nodes.map((y, j) => (i === j ? 1 : 0) - (j === 0 ? 0 : (weights[j - 1] ?? 0) * kernel(x, y))),
  );
  return firstOf(rows);
}

const ORDER = 48;

/** Gauss's points and weights on an interval, by Newton on Legendre's polynomials. */
function gauss(from: number, to: number): { readonly points: number[]; readonly weights: number[] } {
  const [middle, half] = [0.5 * (from + to), 0.5 * (to - from)];
  const points: number[] = [];
  const weights: number[] = [];
  for (let i = 1; i <= ORDER; i++) {
    let x = Math.cos((Math.PI * (i - 0.25)) / (ORDER + 0.5));
    let slope = 1;
    for (let step = 0; step < 20; step++) {
      let [last, value] = [1, x];
      for (let n = 2; n <= ORDER; n++) [last, value] = [value, ((2 * n - 1) * x * value - (n - 1) * last) / n];
      slope = (ORDER * (x * value - last)) / (x * x - 1);
      x -= value / slope;
    }
    points.push(middle + half * x);
    weights.push((2 * half) / ((1 - x * x) * slope * slope));
  }
  return { points, weights };
}

/** The first unknown of a system whose right sides are all 1. */
function firstOf(rows: readonly (readonly number[])[]): number {
  const system = rows.map((row) => [...row, 1]);
  const size = system.length;
  const at = (r: number, c: number): number => system[r]?.[c] ?? 0;
  for (let column = size - 1; column >= 0; column--) {
    let pivot = column;
    for (let r = 0; r <= column; r++) if (Math.abs(at(r, column)) > Math.abs(at(pivot, column))) pivot = r;
    const head = system[pivot] ?? [];
    system[pivot] = system[column] ?? [];
    system[column] = head;
    for (let r = 0; r < column; r++) {
      const factor = at(r, column) / (head[column] ?? 1);
      system[r] = (system[r] ?? []).map((value, c) => value - factor * (head[c] ?? 0));
    }
  }
  return at(0, size) / at(0, 0);
}
