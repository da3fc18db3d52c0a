import type { Correlation } from "../linear/correlation-matrix.ts";
import type { ScatterGroup } from "../montecarlo/plan.ts";
import { refuse } from "../refusals.ts";
import { correlation } from "../statistics.ts";
import type { ModelInput } from "./model-input.ts";
import { sharedCorrelations } from "./shared-sources.ts";

/**
 * Degrees of freedom of N quantities of which n sets of readings were made: n − 1, so that each has the distribution that
 * it has alone, or n − N.
 *
 * @source JCGM 101:2008, 6.4.9.2 (n − 1); JCGM 102:2011, 5.3.2 (n − N; recalled)
 */
export type MultivariateDof = "n-1" | "n-N";

type Samples = ReadonlyMap<string, readonly ModelInput[]>;

/**
 * Inputs whose trials follow the multivariate t that was asked for.
 *
 * @throws Refusal `too-few-values` where there are no more readings than quantities
 */
export function jointDistributions(inputs: readonly ModelInput[], rule: MultivariateDof): readonly ModelInput[] {
  if (rule === "n-1") return inputs;
  const samples = samplesOf(inputs);
  return inputs.map((input) => {
    const { distribution, readings, sample } = input;
    if (!readings || sample === undefined || distribution.kind !== "t") return input;
    const [n, size] = [readings.length, samples.get(sample)!.length];
    const dof = n - size;
    if (dof < 1) return refuse("too-few-values", { given: n, needed: size + 1, at: `inputs.${input.name}.readings` });
    return {
      ...input,
      distribution: { ...distribution, dof, scale: distribution.scale * Math.sqrt((n - 1) / dof) },
    };
  });
}

/**
 * All correlations: those of readings of one sample, r = s(q, w) / (s(q) s(w)), and of sources in common. A stated one
 * takes the place of these.
 *
 * @throws Refusal `values-differ-in-number`, `shared-part-too-large`
 * @source JCGM 100:2008, 5.2.3 (17), H.2.3 and F.1.2.3
 */
export function allCorrelations(inputs: readonly ModelInput[], stated: readonly Correlation[]): readonly Correlation[] {
  const pairs = new Set(stated.map(pairOf));
  const found: Correlation[] = [];
  for (const each of [...observedCorrelations(inputs), ...sharedCorrelations(inputs)]) {
    if (pairs.has(pairOf(each))) continue;
    pairs.add(pairOf(each));
    found.push(each);
  }
  return [...stated, ...found];
}

function pairOf({ a, b }: Correlation): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

function samplesOf(inputs: readonly ModelInput[]): Samples {
  const samples = new Map<string, ModelInput[]>();
  for (const input of inputs) {
    if (input.sample === undefined) continue;
    const known = samples.get(input.sample);
    if (known) known.push(input);
    else samples.set(input.sample, [input]);
  }
  return samples;
}

function observedCorrelations(inputs: readonly ModelInput[]): Correlation[] {
  return [...samplesOf(inputs).values()].flatMap((members) => {
    const read = members.filter(({ readings }) => readings !== undefined);
    return read.flatMap((one, place) => read.slice(place + 1).flatMap((other) => pairCorrelation(one, other)));
  });
}

function pairCorrelation(one: ModelInput, other: ModelInput): Correlation[] {
  const [xs, ys] = [one.readings ?? [], other.readings ?? []];
  if (xs.length !== ys.length) {
    return refuse("values-differ-in-number", {
      given: ys.length,
      needed: xs.length,
      at: `inputs.${other.name}.readings`,
    });
  }
  if (one.u === 0 || other.u === 0) return [];
  const r = correlation(xs, ys);
  return r === 0 ? [] : [{ a: one.name, b: other.name, r }];
}

/**
 * Inputs of one sample with a t of the same degrees of freedom scatter together, unless some other input is correlated
 * with them, which the divisor that they share would disturb. Where a t copula is asked for, all correlated inputs do.
 */
export function scatterGroups(
  inputs: readonly ModelInput[],
  correlations: readonly Correlation[],
  copula: number | null,
): readonly ScatterGroup[] {
  if (copula !== null) {
    const names = new Set(correlations.flatMap(({ a, b, r }) => (r === 0 ? [] : [a, b])));
    return names.size === 0 ? [] : [{ inputs: [...names], dof: copula }];
  }
  return [...samplesOf(inputs).values()].flatMap((members) => {
    const drawn = members.filter(({ distribution }) => distribution.kind === "t");
    const names = drawn.map(({ name }) => name);
    const dofs = new Set(drawn.map(({ distribution }) => (distribution.kind === "t" ? distribution.dof : Infinity)));
    const strangers = correlations.some(({ a, b, r }) => r !== 0 && names.includes(a) !== names.includes(b));
    return drawn.length < 2 || dofs.size > 1 || strangers ? [] : [{ inputs: names, dof: [...dofs][0]! }];
  });
}
