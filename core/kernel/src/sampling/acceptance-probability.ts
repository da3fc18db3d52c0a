import { binomialCdf, hypergeometricCdf, poissonCdf } from "../distributions.ts";
import { needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";

/** Accept with at most Ac in a sample of n. */
export type SinglePlan = { readonly n: number; readonly acceptance: number };

/**
 * The lots that a probability speaks of: a process (binomial), nonconformities per item (Poisson), or one lot of that
 * size, whose share is then a whole number of items (hypergeometric).
 */
export type LotModel = "process" | "nonconformities" | { readonly lotSize: number };

/**
 * Probability that a lot is accepted: the operating characteristic at one quality level.
 *
 * @param quality share of nonconforming items, or nonconformities per item [1]
 * @example n = 125, Ac = 3 at 1 %: 0.9626 (process), 0.9617 (nonconformities)
 * @throws Refusal `outside-domain` for a quality below 0 (or above 1 for items), or a sample that exceeds the lot
 * @source ISO 2859-1:1999, clause 12 and table 10
 */
export function acceptanceProbability({ n, acceptance }: SinglePlan, quality: number, model: LotModel): number {
  needWhole("n", n, 1);
  needWhole("Ac", acceptance, 0);
  if (model === "process") return binomialCdf(acceptance, n, quality);
  if (model === "nonconformities") return poissonCdf(acceptance, n * quality);
  return hypergeometricCdf(acceptance, model.lotSize, itemsOf(model.lotSize, quality), n);
}

/** The whole number of items that is nearest to a share of the lot. */
export function itemsOf(lotSize: number, quality: number): number {
  needWhole("lotSize", lotSize, 1);
  return Math.round(quality * lotSize);
}

/**
 * The quality at which a lot is accepted with a given probability, for example the limiting quality at 10 %.
 *
 * @example n = 125, Ac = 3: 1.10 % at 95 %, 5.27 % at 10 % (process)
 * @throws Refusal `outside-domain` unless 0 < probability < 1, or where the whole sample may be nonconforming, so that
 *   every quality is accepted
 * @source ISO 2859-1:1999, tables 5 and 6
 */
export function qualityAt(plan: SinglePlan, probability: number, model: "process" | "nonconformities"): number {
  if (!(probability > 0 && probability < 1)) {
    refuse("outside-domain", { name: "probability", given: String(probability), min: 0, max: 1 });
  }
  if (model === "process" && plan.acceptance >= plan.n) {
    refuse("outside-domain", { name: "Ac", given: plan.acceptance, min: 0, max: plan.n - 1 });
  }
  let [good, bad] = [0, 1];
  while (model === "nonconformities" && acceptanceProbability(plan, bad, model) > probability) bad *= 2;
  for (let step = 0; step < 200 && bad - good > 1e-16 * bad; step++) {
    const middle = 0.5 * (good + bad);
    if (acceptanceProbability(plan, middle, model) > probability) good = middle;
    else bad = middle;
  }
  return 0.5 * (good + bad);
}
