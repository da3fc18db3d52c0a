import type { Correlation } from "../linear/correlation-matrix.ts";
import { refuse } from "../refusals.ts";
import type { InputEstimate } from "./input-estimate.ts";

/**
 * Correlations of inputs that depend on sources in common.
 *
 * r(x_i, x_j) = Σ_s u_s(x_i) u_s(x_j) / (u(x_i) u(x_j))
 *
 * @throws Refusal `shared-part-too-large` where the parts make up more than the standard uncertainty of their input
 * @source JCGM 100:2008, 5.2.4 and F.1.2.3 (F.2)
 * @example sharedCorrelations([{ name: "a", x: 1, u: 0.02, shared: [{ source: "standard", u: 0.01 }] }, { name: "b", x: 2, u: 0.02, shared: [{ source: "standard", u: 0.01 }] }]) // → [{ a: "a", b: "b", r: 0.25 }] (0.01·0.01/(0.02·0.02))
 */
export function sharedCorrelations(inputs: readonly InputEstimate[]): Correlation[] {
  const sharing = inputs.filter((input) => input.shared !== undefined && input.u > 0);
  for (const input of inputs) checkParts(input);
  return sharing.flatMap((one, place) =>
    sharing.slice(place + 1).flatMap((other) => {
      const r = explained(one, other);
      return r === 0 ? [] : [{ a: one.name, b: other.name, r: Math.max(-1, Math.min(1, r)) }];
    }),
  );
}

/**
 * The correlation that sources in common give two inputs; of an input with itself, the share of u² that they make.
 *
 * Σ_s u_s(x_i) u_s(x_j) / (u(x_i) u(x_j))
 *
 * @source JCGM 100:2008, F.1.2.3 (F.2)
 * @example explained({ name: "a", x: 1, u: 0.02, shared: [{ source: "standard", u: 0.01 }] }, { name: "b", x: 2, u: 0.05, shared: [{ source: "standard", u: -0.03 }, { source: "scale", u: 0.02 }] }) // → -0.3 (0.01·(−0.03)/(0.02·0.05))
 */
export function explained(one: InputEstimate, other: InputEstimate): number {
  let total = 0;
  for (const { source, u } of one.shared ?? []) {
    for (const part of other.shared ?? []) if (part.source === source) total += (u / one.u) * (part.u / other.u);
  }
  return total;
}

/** Sums of given parts may exceed u by the rounding of their digits. */
const ROUNDING = 1e-9;

function checkParts({ name, u, shared = [] }: InputEstimate): void {
  if (shared.length === 0) return;
  const parts = Math.hypot(...shared.map((part) => part.u));
  if (!(parts <= u * (1 + ROUNDING))) refuse("shared-part-too-large", { input: name, parts, u });
}
