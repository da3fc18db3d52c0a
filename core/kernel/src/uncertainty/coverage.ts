import { normalQuantile, tQuantile } from "../distributions.ts";
import { refuse } from "../refusals.ts";

/**
 * What becomes of effective degrees of freedom that are not whole: `truncate` takes the next lower whole number, which
 * never understates (the GUM's choice), `interpolate` uses Student's distribution with the number as it is.
 */
export type DofPolicy = "truncate" | "interpolate";

/** The probability that k = 2 stands for, and the degrees of freedom from which it is used in place of Student's t. */
const TWO_SIGMA = 0.9545;
const TWO_FROM_DOF = 50;

/**
 * Coverage factor k with which U = k·u covers the value with the probability.
 *
 * For 95.45 % and at least 50 degrees of freedom k is 2, the rounded value that every certificate prints.
 *
 * @param dof effective degrees of freedom, Infinity where the uncertainty counts as exactly known
 * @param probability between 0 and 1, e.g. 0.95 or 0.9545
 * @throws Refusal `too-few-degrees-of-freedom` below one, `outside-domain` for an impossible probability
 * @example coverageFactor(16, 0.99) // → 2.92 (JCGM 100:2008, H.1.6)
 * @example coverageFactor(50, 0.9545) // → 2 (JCGM 100:2008, 6.3.3)
 * @source JCGM 100:2008, 6.3.3 and G.4.1
 */
export function coverageFactor(dof: number, probability: number, policy: DofPolicy = "truncate"): number {
  if (!(probability > 0 && probability < 1)) {
    refuse("outside-domain", { name: "probability", given: probability, min: 0, max: 1 });
  }
  if (probability === TWO_SIGMA && dof >= TWO_FROM_DOF) return 2;
  // From the tail below, which keeps its digits where the probability is next to one.
  const tail = 0.5 * (1 - probability);
  if (dof === Infinity) return -normalQuantile(tail);
  return -tQuantile(tail, policy === "truncate" ? truncated(dof) : positive(dof));
}

/**
 * The whole degrees of freedom that are used; a computed 15.9999999999999 is 16.
 *
 * @throws Refusal `too-few-degrees-of-freedom`
 * @example truncated(16.7) // → 16 (JCGM 100:2008, H.1.6)
 * @source JCGM 100:2008, G.4.1
 */
export function truncated(dof: number): number {
  const whole = Math.floor(dof * (1 + 1e-12));
  if (!(whole >= 1)) refuse("too-few-degrees-of-freedom", { dof });
  return whole;
}

function positive(dof: number): number {
  if (!(dof > 0)) refuse("too-few-degrees-of-freedom", { dof });
  return dof;
}
