import type { InputEstimate } from "./input-estimate.ts";
import { explained } from "./shared-sources.ts";

/** Effective degrees of freedom, or the two inputs whose correlation leaves them undefined. */
export type EffectiveDof = { readonly dof: number } | { readonly between: readonly [string, string] };

/**
 * Effective degrees of freedom by Welch and Satterthwaite, in which inputs of one sample count as one source, and so
 * does what several inputs have from one source in common.
 *
 * ν_eff = u_c⁴ / Σ_g u_g⁴ / ν_g, where u_g² sums the (correlated) contributions of group g
 *
 * @param weighted c_i u(x_i) of every input, with sign
 * @returns two inputs in place of a number where inputs with finite degrees of freedom are correlated for another reason,
 * or one sample is said to have different degrees of freedom: there the formula does not hold. Infinity where nothing
 * limits them.
 * @source JCGM 100:2008, G.4.1; Willink, Metrologia 44 (2007) 340 for groups that were observed together
 * @example effectiveDof([{ name: "a", x: 0, u: 0.25, dof: 9 }, { name: "b", x: 0, u: 0.57, dof: 4 }, { name: "c", x: 0, u: 0.82, dof: 14 }], [0.25, 0.57, 0.82], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], Math.hypot(0.25, 0.57, 0.82)) // → { dof: 19.0 } (JCGM 100:2008, G.4.1, example)
 * effectiveDof([{ name: "a", x: 0, u: 1, dof: 4 }, { name: "b", x: 0, u: 1, dof: 4 }], [1, 1], [[1, 0.5], [0.5, 1]], Math.sqrt(3)) // → { between: ["a", "b"] } (correlated without a sample or source in common: undefined)
 */
export function effectiveDof(
  inputs: readonly InputEstimate[],
  weighted: readonly number[],
  r: readonly Float64Array[],
  u: number,
): EffectiveDof {
  if (u === 0) return { dof: Infinity };
  const relevant = [...inputs.keys()].filter((i) => weighted[i] !== 0);
  const groups = new Map<string, Group>();
  const groupOf = new Map<number, Group>();
  for (const i of relevant) {
    const { name, sample, dof = Infinity } = inputs[i]!;
    const key = sample === undefined ? `input ${i}` : `sample ${sample}`;
    const group = groups.get(key) ?? { members: [], dof };
    if (group.dof !== dof) return { between: [inputs[group.members[0]!]!.name, name] };
    group.members.push(i);
    groups.set(key, group);
    groupOf.set(i, group);
  }
  const own = (i: number, j: number) => r[i]![j]! - explained(inputs[i]!, inputs[j]!);
  const between = correlatedAcross(relevant, inputs, groupOf, own);
  if (between) return { between };
  let share = 0;
  for (const { members, dof } of groups.values()) {
    let square = 0;
    for (const i of members) for (const j of members) square += (weighted[i]! / u) * (weighted[j]! / u) * own(i, j);
    share += square ** 2 / dof;
  }
  for (const { size, dof } of commonSources(relevant, inputs, weighted)) share += (size / u) ** 4 / dof;
  return { dof: share === 0 ? Infinity : 1 / share };
}

type Group = { readonly members: number[]; readonly dof: number };

/** What each source in common adds to the result, all inputs together. */
function commonSources(
  relevant: readonly number[],
  inputs: readonly InputEstimate[],
  weighted: readonly number[],
): Iterable<{ readonly size: number; readonly dof: number }> {
  const sources = new Map<string, { size: number; dof: number }>();
  for (const i of relevant) {
    const { u, shared = [] } = inputs[i]!;
    for (const part of shared) {
      const known = sources.get(part.source) ?? { size: 0, dof: part.dof ?? Infinity };
      known.size += (weighted[i]! * part.u) / u;
      sources.set(part.source, known);
    }
  }
  return sources.values();
}

/** Correlations that differ by less than this are the same; they come from sums of products. */
const SAME = 1e-9;

/** Two inputs of different groups, one with finite degrees of freedom, that are correlated beyond their sources. */
function correlatedAcross(
  relevant: readonly number[],
  inputs: readonly InputEstimate[],
  groupOf: ReadonlyMap<number, Group>,
  own: (i: number, j: number) => number,
): readonly [string, string] | undefined {
  for (const i of relevant) {
    for (const j of relevant) {
      const finite = Math.min(inputs[i]!.dof ?? Infinity, inputs[j]!.dof ?? Infinity) < Infinity;
      if (i < j && finite && groupOf.get(i) !== groupOf.get(j) && Math.abs(own(i, j)) > SAME) {
        return [inputs[i]!.name, inputs[j]!.name];
      }
    }
  }
  return undefined;
}

/**
 * Effective degrees of freedom of u with the terms of next order: what they add to u² counts as one more source, with the
 * fewest degrees of freedom of any input (our choice, which does not leave an uncertain u out of account).
 *
 * ν₂ = u₂⁴ / (u₁⁴ / ν₁ + (u₂² − u₁²)² / ν_min), the last term only where u₂ > u₁
 *
 * @param first u and effective degrees of freedom of first order
 * @param u with the terms of next order
 * @returns Infinity where nothing limits them
 * @source JCGM 100:2008, G.4.1 (the formula); 5.1.2, note (the terms), which says nothing of their degrees of freedom
 * @example secondOrderDof({ u: 1, dof: 4 }, 1, [{ name: "x", x: 0, u: 1, dof: 4 }]) // → 4 (a linear model keeps those of first order)
 * secondOrderDof({ u: 0, dof: Infinity }, 1, [{ name: "x", x: 0, u: 1, dof: 4 }]) // → 4 (only the terms of next order: those of the input)
 */
export function secondOrderDof(
  first: { readonly u: number; readonly dof: number },
  u: number,
  inputs: readonly InputEstimate[],
): number {
  const fewest = Math.min(Infinity, ...inputs.flatMap((input) => (input.u > 0 ? [input.dof ?? Infinity] : [])));
  if (u === 0) return first.u === 0 ? Infinity : first.dof;
  // In parts of u: fourth powers of very small and very large ones are no numbers.
  const linear = (first.u / u) ** 2;
  const limit = linear ** 2 / first.dof + Math.max(0, 1 - linear) ** 2 / fewest;
  return limit === 0 ? Infinity : 1 / limit;
}
