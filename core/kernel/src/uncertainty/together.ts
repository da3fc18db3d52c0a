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
 * @param rule n − 1 leaves the inputs as they are; n − N gives t with fewer degrees of freedom and a wider scale √((n − 1)/(n − N))·s/√n
 * @throws Refusal `too-few-values` where there are no more readings than quantities
 * @source JCGM 101:2008, 6.4.9.2; JCGM 102:2011, 5.3.2 (recalled)
 * @example jointDistributions(["a", "b"].map((name) => ({ name, x: 3, u: 1, dof: 4, sample: "one", readings: [1, 2, 3, 4, 5], distribution: { kind: "t", x: 3, scale: 1, dof: 4 } })), "n-N")[0].distribution // → { dof: 3, scale: 1.1547 } (5 − 2 and √(4/3))
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
 * @example allCorrelations([{ name: "V", u: 0.0032, sample: "one", readings: [5.007, 4.994, 5.005, 4.990, 4.999] }, { name: "J", u: 0.0000095, sample: "one", readings: [0.019663, 0.019639, 0.019640, 0.019685, 0.019678] }], []) // → [{ a: "V", b: "J", r: -0.36 }] (JCGM 100:2008, table H.2)
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
 *
 * @param copula degrees of freedom of a t copula, null for the Gaussian one
 * @source JCGM 102:2011, 5.3.2 (multivariate t; recalled)
 * @example scatterGroups(["a", "b"].map((name) => ({ name, sample: "one", distribution: { kind: "t", x: 3, scale: 1, dof: 4 } })), [{ a: "a", b: "b", r: 0.5 }], null) // → [{ inputs: ["a", "b"], dof: 4 }] (observed together, four degrees of freedom each)
 * scatterGroups([], [{ a: "a", b: "b", r: 0.5 }], 3) // → [{ inputs: ["a", "b"], dof: 3 }] (a t copula that was asked for)
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
