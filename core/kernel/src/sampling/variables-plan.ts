import { compare, decimal } from "../decimal.ts";
import { normalCdf, normalQuantile, tCdf, tQuantile } from "../distributions.ts";
import { needFinite, needPositive, needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";
import { mean, sampleSd } from "../statistics.ts";
import type { Severity } from "./attribute-tables.ts";
import type { VariablesRow, VariablesTables } from "./variables-tables.ts";

/** Inspection by variables, standard deviation method with σ unknown. */
export type VariablesPlan = {
  readonly letter: string;
  readonly n: number;
  /** Largest estimated share of nonconforming items that is accepted (form 2) [1]. */
  readonly largestShare: number;
  /** Acceptability constant that follows from M; the printed constants of form 1 differ by up to 0.015. */
  readonly k: number;
};

/**
 * The plan for a lot.
 *
 * @param tables as in data/sampling; in the example only what it needs
 * @example variablesPlan({ aql: ["1.0"], levels: ["II"], lots: [{ from: 91, to: 150, letters: "H" }], unknownSigma: { normal: [{ letter: "H", n: "20", M: "2.93" }] }, knownSigma: { normal: [{ letter: "G", n: "6", M: "2.57" }] } }, 100, { level: "II", aql: "1.0" }, "normal") // → { letter: "H", n: 20, largestShare: 0.0293, k: 1.8 } (ANSI/ASQ Z1.9, tables B-1 and B-3: k = 1.82, M = 2.93 %)
 * @throws Refusal `no-sampling-plan` for a level or AQL that the table does not have; `outside-domain`
 * @source ANSI/ASQ Z1.9 (MIL-STD-414), tables A-2, B-3 and B-4
 */
export function variablesPlan(
  tables: VariablesTables,
  lotSize: number,
  asked: { readonly level: string; readonly aql: string },
  severity: Severity,
): VariablesPlan {
  needWhole("lotSize", lotSize, 2);
  const letters = tables.lots.find(({ from, to }) => lotSize >= from && (to === null || lotSize <= to))?.letters;
  const letter = letters?.[tables.levels.indexOf(asked.level)];
  if (letter === undefined) return refuse("no-sampling-plan", { name: "level", given: asked.level });
  return variablesPlanOf(tables, letter, asked.aql, severity);
}

/**
 * The plan of a code letter.
 *
 * @example variablesPlanOf({ aql: ["1.0"], levels: ["II"], lots: [{ from: 91, to: 150, letters: "H" }], unknownSigma: { normal: [{ letter: "H", n: "20", M: "2.93" }] }, knownSigma: { normal: [{ letter: "G", n: "6", M: "2.57" }] } }, "H", "1.0", "normal") // → { n: 20, largestShare: 0.0293 } (ANSI/ASQ Z1.9, table B-3)
 * @throws Refusal `no-sampling-plan`
 * @source ANSI/ASQ Z1.9 (MIL-STD-414), tables B-3 and B-4
 */
export function variablesPlanOf(
  tables: VariablesTables,
  letter: string,
  aql: string,
  severity: Severity,
): VariablesPlan {
  const { n, share } = cellOf(tables, tables.unknownSigma[severity], letter, aql);
  return { letter, n, largestShare: share, k: constantOf(share, n) };
}

/**
 * The plan of a code letter where σ is known, for normal inspection; k = z_M √((n − 1)/n).
 *
 * @example knownSigmaPlanOf({ aql: ["1.0"], levels: ["II"], lots: [{ from: 91, to: 150, letters: "H" }], unknownSigma: { normal: [{ letter: "H", n: "20", M: "2.93" }] }, knownSigma: { normal: [{ letter: "G", n: "6", M: "2.57" }] } }, "G", "1.0") // → { n: 6, largestShare: 0.0257, k: 1.778 } (ANSI/ASQ Z1.9, table D-3; z_0.0257 = 1.9478; 1.9478·√(5/6))
 * @throws Refusal `no-sampling-plan`
 * @source ANSI/ASQ Z1.9 (MIL-STD-414), section D, table D-3
 */
export function knownSigmaPlanOf(tables: VariablesTables, letter: string, aql: string): VariablesPlan {
  const { n, share } = cellOf(tables, tables.knownSigma.normal, letter, aql);
  return { letter, n, largestShare: share, k: -normalQuantile(share) * Math.sqrt((n - 1) / n) };
}

function cellOf(tables: VariablesTables, rows: readonly VariablesRow[], letter: string, aql: string) {
  const column = tables.aql.findIndex((printed) => compare(decimal(printed), decimal(aql)) === 0);
  const row = rows.find((each) => each.letter === letter);
  const [n, share] = [row?.n.split(" ")[column], row?.M.split(" ")[column]];
  if (n === undefined || share === undefined) return refuse("no-sampling-plan", { name: "AQL", given: aql });
  return { n: Number(n), share: Number(share) / 100 };
}

/**
 * Estimated share of items beyond a limit whose quality index is Q = (U − x̄)/s or (x̄ − L)/s.
 *
 * p̂ = P(B ≤ ½ − Q√n / (2(n − 1))) with B ~ Beta(n/2 − 1, n/2 − 1), written here with Student's t of n − 2 degrees
 *
 * @example estimatedShare((255 - 225) / 15, 42) // → 0.0207 (x̄ = 255, s = 15, L = 225: 2.07 %; ANSI/ASQ Z1.9, table B-5)
 * @example estimatedShare(1, 3) // → 0.166667 (½ − asin(√3/2)/π = 1/6)
 * @throws Refusal `outside-domain` below three items
 * @source ANSI/ASQ Z1.9, table B-5; G. J. Lieberman and G. J. Resnikoff, JASA 50 (1955) 457
 */
export function estimatedShare(qualityIndex: number, n: number): number {
  needWhole("n", n, 3);
  const reach = (qualityIndex * Math.sqrt(n)) / (n - 1);
  if (reach >= 1) return 0;
  if (reach <= -1) return 1;
  const dof = n - 2;
  return tCdf(-reach * Math.sqrt(dof / (1 - reach * reach)), dof);
}

/**
 * The quality index at which the estimated share is M: the inverse of `estimatedShare`.
 *
 * @example constantOf(1 / 6, 3) // → 1.000000 (the inverse of ½ − asin(√3/2)/π = 1/6)
 * @throws Refusal `outside-domain` below three items
 * @source ANSI/ASQ Z1.9, table B-5; G. J. Lieberman and G. J. Resnikoff, JASA 50 (1955) 457
 */
export function constantOf(largestShare: number, n: number): number {
  needWhole("n", n, 3);
  const dof = n - 2;
  const t = tQuantile(1 - largestShare, dof);
  return (((n - 1) / Math.sqrt(n)) * t) / Math.sqrt(t * t + dof);
}

/**
 * Estimated share where σ is known: p̂ = Φ(−Q √(n/(n − 1))).
 *
 * @example estimatedShareKnownSigma((110 - 100) / 8, 10) // → 0.094 (x̄ = 110, σ = 8, L = 100: Φ(−1.25·√(10/9)) = Φ(−1.318))
 * @throws Refusal `outside-domain` below two items
 * @source ANSI/ASQ Z1.9, section D
 */
export function estimatedShareKnownSigma(qualityIndex: number, n: number): number {
  needWhole("n", n, 2);
  return normalCdf(-qualityIndex * Math.sqrt(n / (n - 1)));
}

/** Specification limits of the characteristic; at least one. */
export type VariablesLimits = { readonly lower?: number; readonly upper?: number };

export type VariablesVerdict = {
  readonly mean: number;
  readonly sd: number;
  readonly lowerIndex: number | undefined;
  readonly upperIndex: number | undefined;
  /** Estimated share of nonconforming items beyond both limits [1]. */
  readonly share: number;
  /** Form 2: the estimated share does not exceed M. */
  readonly accepted: boolean;
  /** Form 1: the index is at least k; undefined with two limits, where only form 2 is defined. */
  readonly acceptedByConstant: boolean | undefined;
};

/**
 * Judges a lot from its sample.
 *
 * @example judgeVariables({ letter: "B", n: 3, largestShare: 0.2, k: 0.9 }, [1, 2, 3], { lower: 1 }) // → { mean: 2, sd: 1, lowerIndex: 1, share: 0.16667, accepted: true, acceptedByConstant: true } (Q = (2 − 1)/1; 1/6 ≤ 0.2; 1 ≥ 0.9)
 * @throws Refusal `values-differ-in-number` unless the sample has the plan's size; `not-finite`; `no-variation` for
 *   equal
 *   values; `outside-domain` without a limit or with the limits crossed
 * @source ANSI/ASQ Z1.9, B8 (one limit) and B9 (two limits, combined AQL)
 */
export function judgeVariables(
  plan: VariablesPlan,
  values: readonly number[],
  { lower, upper }: VariablesLimits,
): VariablesVerdict {
  needFinite("values", values, 2);
  if (values.length !== plan.n) refuse("values-differ-in-number", { given: values.length, needed: plan.n });
  if (lower === undefined && upper === undefined)
    refuse("outside-domain", { name: "limits", given: null, min: null, max: null });
  if (lower !== undefined && upper !== undefined) needPositive("upper - lower", upper - lower);
  const [center, sd] = [mean(values), sampleSd(values)];
  if (!(sd > 0)) refuse("no-variation", { name: "values" });
  const lowerIndex = lower === undefined ? undefined : (center - lower) / sd;
  const upperIndex = upper === undefined ? undefined : (upper - center) / sd;
  const indices = [lowerIndex, upperIndex].filter((index) => index !== undefined);
  const share = indices.reduce((all, index) => all + estimatedShare(index, plan.n), 0);
  const [only] = indices;
  return {
    mean: center,
    sd,
    lowerIndex,
    upperIndex,
    share,
    accepted: share <= plan.largestShare,
    acceptedByConstant: indices.length === 1 && only !== undefined ? only >= plan.k : undefined,
  };
}
