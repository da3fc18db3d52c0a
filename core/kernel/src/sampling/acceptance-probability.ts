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
 * @param model process (binomial), nonconformities (Poisson) or one lot (hypergeometric)
 * @example acceptanceProbability({ n: 125, acceptance: 3 }, 0.01, "nonconformities") // → 0.9617 (e^−1.25 (1 + 1.25 + 1.25²/2 + 1.25³/6) = 0.28650·3.35677)
 * @example [0.01, 0.02, 0.05].map((p) => acceptanceProbability({ n: 89, acceptance: 2 }, p, "process")) // → [0.9397, 0.7366, 0.1721] (Montgomery, table 15.2)
 * @example acceptanceProbability({ n: 5, acceptance: 0 }, 0.1, { lotSize: 10 }) // → 0.500 (one item of ten: half of the lot is drawn)
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

/**
 * The whole number of items that is nearest to a share of the lot.
 *
 * @example itemsOf(2000, 0.01) // → 20 (2000·0.01)
 * @example itemsOf(30, 0.05) // → 2 (1.5, rounded up)
 * @throws Refusal `outside-domain` unless the lot is whole and has an item
 * @source ours: the nearest whole number, for a share of a lot is no whole number of items
 */
export function itemsOf(lotSize: number, quality: number): number {
  needWhole("lotSize", lotSize, 1);
  return Math.round(quality * lotSize);
}

/**
 * The quality at which a lot is accepted with a given probability, for example the limiting quality at 10 %.
 *
 * @example qualityAt({ n: 125, acceptance: 3 }, 0.95, "process") // → 0.0110 (ISO 2859-1:1999, table 10-K: 1.10 %)
 * @example qualityAt({ n: 1, acceptance: 0 }, 0.1, "process") // → 0.90 (1 − p = 0.1)
 * @example qualityAt({ n: 125, acceptance: 3 }, 0.1, "nonconformities") // → 0.0534 (χ²_0.90(8)/2 = 13.362/2 = 6.681; 6.681/125)
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
