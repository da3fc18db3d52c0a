import { needWithin, POSITIVE } from "../../method-guards.ts";

/**
 * Standard uncertainty of a single result where only the reproducibility of its method is known.
 *
 * u = R/2.8
 *
 * @throws Refusal `outside-method-range` unless R is positive
 * @source ISO 4259-1:2017, 4 (R = 2.8 standard deviations; recalled)
 * @example uncertaintyFromReproducibility(0.7) // → 0.25 (0.7/2.8)
 */
export function uncertaintyFromReproducibility(reproducibility: number): number {
  needWithin("reproducibility", reproducibility, POSITIVE);
  return reproducibility / 2.8;
}
