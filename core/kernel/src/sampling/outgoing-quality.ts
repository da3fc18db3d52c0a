import { needWhole } from "../laboratory/finite.ts";
import { acceptanceProbability, type SinglePlan } from "./acceptance-probability.ts";

/**
 * Average outgoing quality where lots that are not accepted are sorted, and what is found is replaced:
 * AOQ = p P_a(p) (N − n)/N. Without a lot size the sample is negligible and the last factor is 1.
 *
 * @param quality share of nonconforming items [1]
 * @throws Refusal `outside-domain` where the sample exceeds the lot
 * @source ISO 2859-1:1999, 12.3; H. F. Dodge and H. G. Romig, Sampling Inspection Tables (1959)
 */
export function outgoingQuality(plan: SinglePlan, quality: number, lotSize = Infinity): number {
  return quality * acceptanceProbability(plan, quality, "process") * uninspected(plan, lotSize);
}

/**
 * The worst average outgoing quality (AOQL) and the incoming quality that leads to it.
 *
 * @example n = 80, Ac = 2 without a lot size: AOQL = 1.7 % (ISO 2859-1:1999, table 8-A)
 */
export function outgoingQualityLimit(plan: SinglePlan, lotSize = Infinity): { quality: number; outgoing: number } {
  const at = (p: number): number => outgoingQuality(plan, p, lotSize);
  let [low, high] = [0, 1];
  // The curve has one top; narrowed by thirds.
  for (let step = 0; step < 200; step++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (at(left) < at(right)) low = left;
    else high = right;
  }
  const quality = 0.5 * (low + high);
  return { quality, outgoing: at(quality) };
}

/**
 * Average total inspection per lot where lots that are not accepted are sorted: ATI = n + (1 − P_a)(N − n).
 *
 * @throws Refusal `outside-domain` where the sample exceeds the lot
 */
export function totalInspection(plan: SinglePlan, quality: number, lotSize: number): number {
  needWhole("lotSize", lotSize, plan.n);
  return plan.n + (1 - acceptanceProbability(plan, quality, "process")) * (lotSize - plan.n);
}

function uninspected({ n }: SinglePlan, lotSize: number): number {
  if (lotSize === Infinity) return 1;
  needWhole("lotSize", lotSize, n);
  return (lotSize - n) / lotSize;
}
