import type { BudgetLine } from "../measurement.ts";
import { refuse } from "../refusals.ts";

/** What propagation needs of a budget line. */
export type Contribution = Pick<BudgetLine, "sensitivity" | "u" | "dof"> & { readonly source?: string };

/**
 * Combined standard uncertainty of uncorrelated sources, and its effective degrees of freedom.
 *
 * u_c² = Σ (c_i u_i)²,  ν_eff = u_c⁴ / Σ (c_i u_i)⁴ / ν_i
 *
 * @returns `dof` Infinity where no source has finite degrees of freedom, also when u is 0
 * @throws Refusal `uncertainty-invalid` for a negative or not finite u, or degrees of freedom that are not positive
 * @example combine([{ sensitivity: 1, u: 0.25, dof: 9 }, { sensitivity: 1, u: 0.57, dof: 4 }, { sensitivity: 1, u: 0.82, dof: 14 }]).u // → 1.03 (JCGM 100:2008, G.4.1, example)
 * @example combine([{ sensitivity: 1, u: 0.25, dof: 9 }, { sensitivity: 1, u: 0.57, dof: 4 }, { sensitivity: 1, u: 0.82, dof: 14 }]).dof // → 19.0 (JCGM 100:2008, G.4.1, example)
 * @source JCGM 100:2008, 5.1.2 (10) and G.4.1 (G.2b)
 */
export function combine(budget: readonly Contribution[]): { readonly u: number; readonly dof: number } {
  const contributions = budget.map(contribution);
  const u = Math.hypot(...contributions);
  if (u === 0) return { u, dof: Infinity };
  const share = budget.reduce((total, { dof }, i) => total + ((contributions[i] ?? 0) / u) ** 4 / dof, 0);
  return { u, dof: share === 0 ? Infinity : 1 / share };
}

/** |c_i| u_i, in the unit of the result. */
function contribution({ source = "", sensitivity, u, dof }: Contribution): number {
  const size = Math.abs(sensitivity) * u;
  if (!(u >= 0) || !(dof > 0) || !Number.isFinite(size)) refuse("uncertainty-invalid", { source, u, dof });
  return size;
}
