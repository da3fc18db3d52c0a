import { acceptanceProbability } from "@quanheng/kernel/sampling/acceptance-probability.ts";
import { needCount, needWithin } from "../../method-guards.ts";

/** Greatest risk of contradicting a declaration that is true. @source GB/T 2828.11-2008, 4 (recalled) */
const MAX_RISK = 0.05;

export type DeclaredQuality = {
  /** Lot size, and the nonconforming items in it that were declared. */
  readonly lotSize: number;
  readonly declaredCount: number;
  /** Sample size, and the nonconforming items in it up to which the declaration stands. */
  readonly n: number;
  readonly limit: number;
  /** Nonconforming items of a worse lot, for which the chance of finding out is told. */
  readonly alternativeCount: number;
};

/**
 * What an audit of a declared quality level can find out: the declaration is contradicted where d > L. "Not contradicted"
 * says nothing of a conforming lot, so both figures belong on the report.
 *
 * P(contradict) = 1 − Σ_{d ≤ L} C(D, d)·C(N − D, n − d)/C(N, n)
 *
 * @returns the risk of contradicting a true declaration, the chance of contradicting a lot of the alternative, and whether the
 *   risk is small enough for the plan to be used
 * @throws Refusal `not-whole`, `outside-method-range` where a count exceeds the lot, or the limit the sample
 * @source GB/T 2828.4-2008; GB/T 2828.11-2008; GB/T 16306-2008 (principle, recalled)
 * @example declaredQualityAudit({ lotSize: 500, declaredCount: 10, n: 13, limit: 1, alternativeCount: 40 }).risk // → 0.02499
 */
export function declaredQualityAudit({ lotSize, declaredCount, n, limit, alternativeCount }: DeclaredQuality) {
  for (const [field, count] of Object.entries({ lotSize, declaredCount, n, limit, alternativeCount }))
    needCount(field, count);
  needWithin("lotSize", lotSize, { min: 2 });
  needWithin("declaredCount", declaredCount, { max: lotSize });
  needWithin("alternativeCount", alternativeCount, { max: lotSize });
  needWithin("n", n, { min: 1, max: lotSize });
  needWithin("limit", limit, { max: n - 1 });
  const contradicted = (count: number) =>
    1 - acceptanceProbability({ n, acceptance: limit }, count / lotSize, { lotSize });
  const risk = contradicted(declaredCount);
  return { risk, detection: contradicted(alternativeCount), allowed: risk <= MAX_RISK };
}
