import { compare, type Decimal, decimal, minus, times } from "../decimal.ts";
import { needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";
import { meanHolds, type NetContentEdition, tolerableDeficiency } from "./net-content.ts";
import { judgeStages, type Stage } from "./staged-plan.ts";

/** Whether packages survive the test. */
export type DirectiveTest = "non-destructive" | "destructive";

type LotRange = { readonly from: number; readonly to: number | null };

/** The statistical check of Directive 76/211/EEC, as `data/sampling/net-content.json` keeps it; a stage is [n, Ac, Re]. */
export type DirectiveRules = Pick<NetContentEdition, "tolerances" | "rounding"> & {
  readonly document: string;
  readonly mean: readonly (LotRange & { readonly test: DirectiveTest; readonly n: number; readonly factor: string })[];
  readonly double: readonly (LotRange & { readonly stages: readonly (readonly [number, number, number])[] })[];
  readonly destructive: LotRange & { readonly stages: readonly (readonly [number, number, number])[] };
};

/** A batch of packages, its contents in the order in which the packages were drawn at random. */
export type DirectiveLot = {
  readonly nominal: Decimal;
  readonly lotSize: number;
  readonly test: DirectiveTest;
  readonly contents: readonly Decimal[];
};

export type DirectiveVerdict = {
  /** Packages short by more than the tolerable negative error, and by more than twice that. */
  readonly defective: number;
  readonly beyondTwice: number;
  readonly individuals: "accepted" | "not-accepted" | "continue";
  /** By the first packages drawn, as many as the check of the mean asks for. */
  readonly meanOk: boolean;
  /** Packages of the second sample that are still to be measured. */
  readonly needed: number;
  readonly verdict: "accepted" | "not-accepted" | "continue";
};

/**
 * Judges a batch by the reference test of the directive: defective packages by a double plan (destructive: single), and
 * the mean by x̄ ≥ Q_n − t s/√n. A package that is short by more than twice the tolerable error may not bear the mark; it
 * is counted apart, and counts as defective.
 *
 * @param lot all contents of the first sample, or of both
 * @example judgeDirectiveLot({ tolerances: [{ over: "50", upTo: "100", absolute: "4.5" }], rounding: [{ upTo: "10000", step: "0.1", mode: "up" }], mean: [{ test: "destructive", from: 100, to: null, n: 20, factor: "0.640" }], double: [], destructive: { from: 100, to: null, stages: [[20, 1, 2]] } }, { nominal: decimal("75"), lotSize: 200, test: "destructive", contents: Array.from({ length: 20 }, (_, i) => decimal(i === 0 ? "70" : "76")) }) // → { defective: 1, individuals: "accepted", meanOk: true, verdict: "accepted" } (70 < 75 − 4.5, and one of 20 is borne: annex II, 2.2.2)
 * @throws Refusal `no-sampling-plan` for a batch below 100, for which the directive has no plan; `values-differ-in-number`
 *   unless the contents fill the first sample or both; `outside-domain` for a nominal quantity outside the directive
 * @source Directive 76/211/EEC, annexes I, 2.4 and 2.5, and II, 2.2 and 2.3 (plans and factors as SI 2006/659 gives them; rounding
 *   of tolerable errors up to 0.1 recalled)
 */
export function judgeDirectiveLot(rules: DirectiveRules, lot: DirectiveLot): DirectiveVerdict {
  const { nominal, contents } = lot;
  const { stages, n, factor } = planOf(rules, lot);
  const samples = parted(contents, stages);
  const tolerance = tolerableDeficiency(rules, nominal);
  const shortBy = (multiple: string) => (content: Decimal) =>
    compare(minus(nominal, content), times(tolerance, decimal(multiple))) > 0;
  const found = samples.map((sample) => sample.filter(shortBy("1")).length);
  const individuals = judgeStages(stages, found);
  const meanOk = meanHolds(nominal, contents.slice(0, n), decimal(factor));
  return {
    defective: found.reduce((sum, each) => sum + each, 0),
    beyondTwice: contents.filter(shortBy("2")).length,
    individuals,
    meanOk,
    needed: individuals === "continue" && meanOk ? (stages[samples.length]?.n ?? 0) : 0,
    verdict: meanOk ? individuals : "not-accepted",
  };
}

function planOf(rules: DirectiveRules, { lotSize, test }: DirectiveLot) {
  needWhole("lotSize", lotSize, 1);
  const covers = ({ from, to }: LotRange) => lotSize >= from && (to === null || lotSize <= to);
  const individual = (test === "destructive" ? [rules.destructive] : rules.double).find(covers);
  const mean = rules.mean.find((row) => row.test === test && covers(row));
  if (!individual || !mean) return refuse("no-sampling-plan", { name: "lotSize", given: lotSize });
  const stages = individual.stages.map(([n, acceptance, rejection]): Stage => ({ n, acceptance, rejection }));
  return { stages, n: mean.n, factor: mean.factor };
}

/** The contents by sample: the first, or as many as are full. */
function parted(contents: readonly Decimal[], stages: readonly Stage[]): readonly (readonly Decimal[])[] {
  const samples: (readonly Decimal[])[] = [];
  let drawn = 0;
  for (const { n } of stages) {
    if (drawn === contents.length) break;
    samples.push(contents.slice(drawn, drawn + n));
    drawn += n;
  }
  if (samples.length === 0 || drawn !== contents.length) {
    refuse("values-differ-in-number", { given: contents.length, needed: drawn || (stages[0]?.n ?? 0) });
  }
  return samples;
}
