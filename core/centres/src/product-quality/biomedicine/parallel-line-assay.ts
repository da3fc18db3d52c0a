import { fCdf, tQuantile } from "@quanheng/kernel/distributions.ts";
import { mean, sum } from "@quanheng/kernel/statistics.ts";
import { needWithin, POSITIVE } from "../../method-guards.ts";
import { type Grouping, groupingSquares } from "./assay-design.ts";
import { refuse } from "./refusals.ts";

/** Responses of one preparation: a row a dose, in rising order of the dose's index, its replicates beside each other. */
export type Preparation = readonly (readonly number[])[];

export type ParallelLineAssay = {
  readonly design: Grouping;
  /** Ratio of neighbouring doses, or of neighbouring dilutions. */
  readonly doseRatio: number;
  readonly standard: Preparation;
  readonly tests: readonly Preparation[];
  readonly transformation?: "none" | "ln" | "log10";
  /** `decreasing`: the index runs with the dilution, so that the sign of the logarithm turns. */
  readonly doseOrder?: "increasing" | "decreasing";
  /** Assumed potency times the ratio of the pre-dilutions; the unit of the estimates. */
  readonly assumedPotency: number;
};

export type Component =
  | "preparations"
  | "regression"
  | "nonParallelism"
  | "nonLinearity"
  | "treatments"
  | "blocks"
  | "rows"
  | "columns"
  | "residual"
  | "total";
export type ComponentFigures = Readonly<Partial<Record<Component, number>>>;

export type PotencyEstimate = {
  /** ln of the potency ratio before the assumed potency is applied, as the doses are indexed. */
  readonly lnRatio: number;
  readonly lnLower: number;
  readonly lnUpper: number;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** Limits as a share of the estimate. [%] */
  readonly lowerPercent: number;
  readonly upperPercent: number;
};

export type ParallelLineResult = {
  readonly squares: ComponentFigures;
  readonly dof: ComponentFigures;
  readonly F: ComponentFigures;
  readonly p: ComponentFigures;
  /** Residual mean square. */
  readonly residualVariance: number;
  /** Common slope against ln dose. */
  readonly slope: number;
  readonly C: number;
  readonly V: number;
  readonly t: number;
  readonly potencies: readonly PotencyEstimate[];
  /** Regression significant, departures from parallelism and linearity not, C below 1.2. */
  readonly valid: boolean;
};

const SIGNIFICANCE = 0.05;
/** Beyond this the uncertainty of the slope dominates (g above about 0.17). @source pack of the method; Ph. Eur. 5.3 */
const GREATEST_C = 1.2;

/**
 * Parallel-line assay of h preparations with d doses each and n replicates, with Fieller's limits.
 *
 * P = Σ ȳ_i;  L = Σ i·ȳ_i − ½(d + 1)P;  H_P = n/d;  H_L = 12n/(d³ − d);  b = H_L ΣL/(ln r · n · h)
 * SS_prep = H_P ΣP² − K, SS_reg = H_L(ΣL)²/h, SS_nonpar = H_L ΣL² − SS_reg, SS_treat = nΣȳ² − K
 * ln M′ = (P_T − P_S)/(d·b);  C = SS_reg/(SS_reg − s²t²);  V = SS_reg/(b²dn)
 * limits C·M′ ± √[(C − 1)(C·M′² + 2V)]; potency = A·exp(±)
 *
 * @throws Refusal `dose-ratio`, `unequal-replicates`, `response-not-positive`, `sums-disagree`, `too-few-rows`,
 *   `no-residual-scatter`, `slope-not-significant`, `outside-method-range`
 * @example parallelLineAssay({ design: { kind: "completely-randomised" }, doseRatio: 2, doseOrder: "decreasing", transformation: "log10", assumedPotency: 535, standard: [[61.8, 63.2], [72.4, 76.1], [84.8, 90], [96.4, 99.6]], tests: [[[62.4, 65.4], [74, 76.1], [86.3, 89.9], [96, 99.4]]] }).potencies[0].estimate // → 511.616 (CombiStats, factor IX)
 * @source Ph. Eur. 5.3, clause 3.2 (parallel-line model), 3.2.3 to 3.2.5; USP <1034>; ChP 2020, 1431
 */
export function parallelLineAssay(assay: ParallelLineAssay): ParallelLineResult {
  const { doseRatio, assumedPotency, doseOrder = "increasing" } = assay;
  if (!(doseRatio > 0) || doseRatio === 1 || !Number.isFinite(doseRatio)) {
    refuse("dose-ratio", { field: "doseRatio", given: String(doseRatio) });
  }
  needWithin("assumedPotency", assumedPotency, POSITIVE);
  const { preparations, d, n } = responses(assay);
  const h = preparations.length;
  // All squares are of deviations from the grand mean: the correction K = (Σy)²/N is then zero and no digit is lost.
  const all = preparations.flat(2);
  const center = mean(all);
  const doseMeans = preparations.map((doses) => doses.map((values) => mean(values) - center));
  const P = doseMeans.map(sum);
  const L = doseMeans.map((means, k) => sum(means.map((value, i) => (i + 1) * value)) - 0.5 * (d + 1) * P[k]!);
  const [heightP, heightL] = [n / d, (12 * n) / (d ** 3 - d)];
  const square = (values: readonly number[]) => sum(values.map((value) => value * value));

  const regression = (heightL * sum(L) ** 2) / h;
  const preparation = heightP * square(P);
  const nonParallelism = heightL * square(L) - regression;
  const treatments = n * square(doseMeans.flat());
  const total = square(all.map((value) => value - center));
  const groups = groupingSquares(assay.design, { center, total: all.length, treatments: h * d, replicates: n });
  const residual = total - treatments - sum(groups.map((group) => group.squares));
  const curved = d > 2 ? { nonLinearity: treatments - preparation - regression - nonParallelism } : {};
  const squares: ComponentFigures = {
    preparations: preparation,
    regression,
    nonParallelism,
    treatments,
    ...curved,
    total,
    ...Object.fromEntries(groups.map(({ name, squares: ss }) => [name, ss])),
    residual,
  };
  const dofResidual = all.length - h * d - sum(groups.map((group) => group.dof));
  const dof: ComponentFigures = {
    preparations: h - 1,
    regression: 1,
    nonParallelism: h - 1,
    treatments: h * d - 1,
    ...(d > 2 ? { nonLinearity: h * (d - 2) } : {}),
    total: all.length - 1,
    ...Object.fromEntries(groups.map((group) => [group.name, group.dof])),
    residual: dofResidual,
  };
  if (!(dofResidual > 0)) refuse("too-few-rows", { field: "replicates", given: n, needed: n + 1 });
  if (!(residual > 1e-12 * total)) refuse("no-residual-scatter", { field: "standard" });

  const s2 = residual / dofResidual;
  const tests = significance(squares, dof, s2, dofResidual);
  const slope = (heightL * sum(L)) / (Math.log(doseRatio) * n * h);
  const t = tQuantile(1 - SIGNIFICANCE / 2, dofResidual);
  if (!(regression > s2 * t * t)) refuse("slope-not-significant", { regression, needed: s2 * t * t });
  const C = regression / (regression - s2 * t * t);
  const V = regression / (slope * slope * d * n);
  const potencies = P.slice(1).map((PT) =>
    potency((PT - P[0]!) / (d * slope), C, V, assumedPotency, doseOrder === "decreasing" ? -1 : 1),
  );
  const { regression: pSlope = 1, nonParallelism: pParallel = 0, nonLinearity: pLinear = 1 } = tests.p;
  const valid =
    pSlope < SIGNIFICANCE && pParallel >= SIGNIFICANCE && pLinear >= SIGNIFICANCE && C > 0 && C < GREATEST_C;
  return { squares, dof, ...tests, residualVariance: s2, slope, C, V, t, potencies, valid };
}

/** Transformed responses, with their number of doses d and replicates n. */
function responses({ standard, tests, transformation = "none" }: ParallelLineAssay) {
  const d = standard.length;
  const n = standard[0]?.length ?? 0;
  if (d < 2) refuse("too-few-rows", { field: "standard", given: d, needed: 2 });
  if (tests.length < 1) refuse("too-few-rows", { field: "tests", given: 0, needed: 1 });
  const preparations = [standard, ...tests].map((doses, k) => {
    const field = k === 0 ? "standard" : "tests";
    if (doses.length !== d) refuse("unequal-replicates", { field, given: doses.length, needed: d });
    return doses.map((values) => {
      if (values.length !== n || n < 1) refuse("unequal-replicates", { field, given: values.length, needed: n });
      return values.map((value) => transformed(field, value, transformation));
    });
  });
  return { preparations, d, n };
}

function transformed(field: string, value: number, transformation: "none" | "ln" | "log10"): number {
  needWithin(field, value);
  if (transformation === "none") return value;
  if (!(value > 0)) refuse("response-not-positive", { field, given: value });
  return transformation === "ln" ? Math.log(value) : Math.log10(value);
}

function significance(squares: ComponentFigures, dof: ComponentFigures, s2: number, dofResidual: number) {
  const names = ["preparations", "regression", "nonParallelism", "nonLinearity"] as const;
  const tested = names.filter((name) => squares[name] !== undefined);
  const ratios = tested.map((name) => [name, Math.max(0, squares[name]!) / dof[name]! / s2] as const);
  return {
    F: Object.fromEntries(ratios) as ComponentFigures,
    // The upper tail of F is the lower tail of 1/F with the degrees of freedom exchanged; it keeps its digits.
    p: Object.fromEntries(
      ratios.map(([name, F]) => [name, F > 0 ? fCdf(1 / F, dofResidual, dof[name]!) : 1]),
    ) as ComponentFigures,
  };
}

function potency(lnRatio: number, C: number, V: number, assumed: number, sign: 1 | -1): PotencyEstimate {
  const half = Math.sqrt((C - 1) * (C * lnRatio * lnRatio + 2 * V));
  const [lnLower, lnUpper] = [C * lnRatio - half, C * lnRatio + half];
  const [lower, upper] = [lnLower, lnUpper]
    .map((value) => assumed * Math.exp(sign * value))
    .toSorted((a, b) => a - b) as [number, number];
  const estimate = assumed * Math.exp(sign * lnRatio);
  const [lowerPercent, upperPercent] = [(100 * lower) / estimate, (100 * upper) / estimate];
  return { lnRatio, lnLower, lnUpper, estimate, lower, upper, lowerPercent, upperPercent };
}
