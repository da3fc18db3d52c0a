/**
 * The integral of a smooth function over a finite interval, by Gauss's rule of ten points on panels that are halved
 * until both halves agree with the whole.
 *
 * @param tolerance how far the halves of a panel may differ from the whole; the sum errs by much less
 * @param breaks places inside the interval where the function bends sharply; panels start there
 * @source Davis, Rabinowitz, "Methods of numerical integration", 2nd ed., 2.7 and 6.2
 * @example integrate((x) => x * x, 0, 3, 1e-12) // → 9 (3³/3)
 */
export function integrate(
  f: (x: number) => number,
  from: number,
  to: number,
  tolerance: number,
  breaks: readonly number[] = [],
): number {
  if (!(to > from)) return 0;
  const inner = breaks.filter((x) => x > from && x < to).toSorted((a, b) => a - b);
  const edges = [from, ...inner, to];
  let total = 0;
  for (let i = 1; i < edges.length; i++) total += panel(f, edges[i - 1]!, edges[i]!, tolerance);
  return total;
}

/** Halvings after which a panel is taken as it is. */
const DEEPEST = 20;

function panel(f: (x: number) => number, from: number, to: number, tolerance: number): number {
  const open = [{ from, to, whole: gauss(f, from, to), depth: 0 }];
  let total = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const middle = 0.5 * (next.from + next.to);
    const [left, right] = [gauss(f, next.from, middle), gauss(f, middle, next.to)];
    const depth = next.depth + 1;
    if (!(Math.abs(left + right - next.whole) > tolerance) || depth > DEEPEST) total += left + right;
    else
      open.push(
        { from: next.from, to: middle, whole: left, depth },
        { from: middle, to: next.to, whole: right, depth },
      );
  }
  return total;
}

/** Abscissas and weights of Gauss's rule of ten points on −1 to 1; the other five mirror these. */
const RULE = [
  [0.14887433898163122, 0.29552422471475287],
  [0.4333953941292472, 0.26926671930999635],
  [0.6794095682990244, 0.21908636251598204],
  [0.8650633666889845, 0.1494513491505806],
  [0.9739065285171717, 0.06667134430868814],
] as const;

function gauss(f: (x: number) => number, from: number, to: number): number {
  const [center, half] = [0.5 * (from + to), 0.5 * (to - from)];
  return half * RULE.reduce((sum, [x, w]) => sum + w * (f(center - half * x) + f(center + half * x)), 0);
}
