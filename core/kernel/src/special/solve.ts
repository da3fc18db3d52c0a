/**
 * The x > 0 at which a steadily falling or rising positive function reaches a target, by Newton's steps on both logarithms
 * inside a bracket that only shrinks. Made for tail probabilities, which are nearly straight on that paper.
 *
 * @param f value and derivative at x
 * @param target above 0
 * @param start above 0; near the solution is faster
 * @param rising whether f rises with x
 * @returns x to about 1e-15 relative; 0 or Infinity where the target lies beyond all finite x
 * @source NIST DLMF 3.8(ii) (Newton's rule), 3.8(iii) (bisection); taking logarithms and the bracket are ours
 * @example solvePositive((x) => ({ value: Math.exp(-x), slope: -Math.exp(-x) }), 0.5, 1, false) // → 0.6931471806 (e^−x = ½ at ln 2)
 */
export function solvePositive(
  f: (x: number) => { readonly value: number; readonly slope: number },
  target: number,
  start: number,
  rising: boolean,
): number {
  let low = 0;
  let high = Infinity;
  let x = start;
  for (let step = 0; step < 400; step++) {
    const { value, slope } = f(x);
    if (value === target) return x;
    if (value < target === rising) low = x;
    else high = x;
    const logStep = (Math.log(target / value) * value) / (slope * x);
    const next = inside(x * Math.exp(Math.max(-4, Math.min(4, logStep))), low, high, x);
    if (Math.abs(next - x) <= 2e-16 * x || next === low || next === high) return next;
    x = next;
  }
  return x;
}

/** A step that leaves the bracket, or is no number, is replaced by the bracket's middle on the logarithmic scale. */
function inside(next: number, low: number, high: number, x: number): number {
  if (next > low && next < high) return next;
  if (high === Infinity) return x * 16;
  if (low === 0) return x / 16;
  return Math.sqrt(low) * Math.sqrt(high);
}
