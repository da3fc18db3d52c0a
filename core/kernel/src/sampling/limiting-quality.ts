import { needProbability, needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";
import { acceptanceProbability, itemsOf, type SinglePlan } from "./acceptance-probability.ts";

/** A plan for a lot that stands alone, and the consumer's risk that it leaves at the limiting quality. */
export type LimitingPlan = SinglePlan & { readonly risk: number };

/**
 * The smallest sample that keeps the consumer's risk for an isolated lot: P_a(LQ) ≤ β with Ac given, drawn without
 * replacement (hypergeometric).
 *
 * By derivation from the defining property of ISO 2859-2, procedure A (β about 10 %), and named so: the printed tables
 * round sample sizes to preferred numbers and may ask for a few items more or less.
 *
 * @param limitingQuality share of nonconforming items that shall seldom be accepted [1]
 * @example limitingQualityPlan(4, 0.25, 0, 0.3) // → { n: 3, risk: 0.250 } (one item of four is left out with 1/4; two would leave 1/2)
 * @throws Refusal `outside-domain` for a lot or share out of range; `no-sampling-plan` where Ac items may already be
 *   the
 *   limiting quality, so that no sample can tell
 * @source ISO 2859-2:2020, clauses 5 and 6 (properties only)
 */
export function limitingQualityPlan(
  lotSize: number,
  limitingQuality: number,
  acceptance = 0,
  beta = 0.1,
): LimitingPlan {
  needWhole("lotSize", lotSize, 1);
  needProbability("limiting quality", limitingQuality);
  needWhole("Ac", acceptance, 0);
  needProbability("beta", beta);
  const risk = (n: number): number => acceptanceProbability({ n, acceptance }, limitingQuality, { lotSize });
  if (itemsOf(lotSize, limitingQuality) <= acceptance) {
    return refuse("no-sampling-plan", { name: "Ac", given: acceptance });
  }
  let [low, high] = [1, lotSize];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (risk(middle) <= beta) high = middle;
    else low = middle + 1;
  }
  return { n: low, acceptance, risk: risk(low) };
}

/**
 * The smallest sample that keeps the consumer's risk of a process: P_a(LQ) ≤ β with Ac given, items drawn from a stream of
 * production (binomial), as the periodic inspection of GB/T 2829 judges it by its rejectable quality level RQL.
 *
 * By derivation from that property, and named so: the tables of GB/T 2829-2002 with their three levels of
 * discrimination were not at hand.
 *
 * @example processQualityPlan(0.3).n // → 7 (0.7⁷ = 0.082 ≤ 0.1 < 0.7⁶ = 0.118)
 * @example processQualityPlan(0.1, 1).n // → 38 (0.9³⁸ + 38·0.1·0.9³⁷ = 0.095; 37 items leave 0.104)
 * @throws Refusal `outside-domain` for a share or a risk that is none, or where more than 100 000 items were needed
 * @source GB/T 2829-2002, 5.9 (properties only, recalled)
 */
export function processQualityPlan(limitingQuality: number, acceptance = 0, beta = 0.1): LimitingPlan {
  needProbability("limiting quality", limitingQuality);
  needWhole("Ac", acceptance, 0);
  needProbability("beta", beta);
  const risk = (n: number): number => acceptanceProbability({ n, acceptance }, limitingQuality, "process");
  let [low, high] = [acceptance + 1, LARGEST_SAMPLE];
  if (risk(high) > beta) refuse("outside-domain", { name: "limiting quality", given: limitingQuality, min: 0, max: 1 });
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (risk(middle) <= beta) high = middle;
    else low = middle + 1;
  }
  return { n: low, acceptance, risk: risk(low) };
}

const LARGEST_SAMPLE = 100_000;
