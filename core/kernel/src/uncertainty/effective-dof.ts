import type { InputEstimate } from "./input-estimate.ts";

/**
 * Effective degrees of freedom by Welch and Satterthwaite, in which inputs of one sample count as one source.
 *
 * ν_eff = u_c⁴ / Σ_g u_g⁴ / ν_g, where u_g² sums the (correlated) contributions of group g
 *
 * @param weighted c_i u(x_i) of every input, with sign
 * @returns undefined where inputs with finite degrees of freedom are correlated without sharing a sample: there the
 * formula does not hold. Infinity where nothing limits them.
 * @source JCGM 100:2008, G.4.1; Willink, Metrologia 44 (2007) 340 for groups that were observed together
 */
export function effectiveDof(
  inputs: readonly InputEstimate[],
  weighted: readonly number[],
  r: readonly Float64Array[],
  u: number,
): number | undefined {
  if (u === 0) return Infinity;
  const groups = grouped(inputs);
  if (!groups || correlatedAcross(groups, weighted, inputs, r)) return undefined;
  let share = 0;
  for (const { members, dof } of groups) {
    let square = 0;
    for (const i of members) for (const j of members) square += weighted[i]! * weighted[j]! * r[i]![j]!;
    share += (square / (u * u)) ** 2 / dof;
  }
  return share === 0 ? Infinity : 1 / share;
}

type Group = { readonly members: number[]; readonly dof: number };

/** Groups by sample; undefined where a sample is said to have different degrees of freedom. */
function grouped(inputs: readonly InputEstimate[]): readonly Group[] | undefined {
  const groups = new Map<string, Group>();
  for (const [i, { sample, dof = Infinity }] of inputs.entries()) {
    const key = sample === undefined ? `input ${i}` : `sample ${sample}`;
    const group = groups.get(key);
    if (group && group.dof !== dof) return undefined;
    if (group) group.members.push(i);
    else groups.set(key, { members: [i], dof });
  }
  return [...groups.values()];
}

/** Whether a correlation that matters joins two groups of which one has finite degrees of freedom. */
function correlatedAcross(
  groups: readonly Group[],
  weighted: readonly number[],
  inputs: readonly InputEstimate[],
  r: readonly Float64Array[],
): boolean {
  const groupOf = inputs.map((_, i) => groups.find(({ members }) => members.includes(i)));
  return inputs.some((_, i) =>
    inputs.some(
      (_other, j) =>
        groupOf[i] !== groupOf[j] &&
        weighted[i]! * weighted[j]! * r[i]![j]! !== 0 &&
        Math.min(inputs[i]!.dof ?? Infinity, inputs[j]!.dof ?? Infinity) < Infinity,
    ),
  );
}
