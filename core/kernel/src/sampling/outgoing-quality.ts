import { needWhole } from "../laboratory/finite.ts";
import { acceptanceProbability, type SinglePlan } from "./acceptance-probability.ts";

/**
 * Average outgoing quality where lots that are not accepted are sorted, and what is found is replaced:
 * AOQ = p P_a(p) (N − n)/N. Without a lot size the sample is negligible and the last factor is 1.
 *
 * @param quality share of nonconforming items [1]
 * @example outgoingQuality({ n: 89, acceptance: 2 }, 0.01, 10000) // → 0.0093 (Montgomery, 15.2.2)
 * @throws Refusal `outside-domain` where the sample exceeds the lot
 * @source ISO 2859-1:1999, 12.3; H. F. Dodge and H. G. Romig, Sampling Inspection Tables (1959)
 */
export function outgoingQuality(plan: SinglePlan, quality: number, lotSize = Infinity): number {
  return quality * acceptanceProbability(plan, quality, "process") * uninspected(plan, lotSize);
}

/**
 * The worst average outgoing quality (AOQL) and the incoming quality that leads to it.
 *
 * @returns shares [1]
 * @example outgoingQualityLimit({ n: 80, acceptance: 2 }).outgoing // → 0.017 (ISO 2859-1:1999, table 8-A)
 * @example outgoingQualityLimit({ n: 1, acceptance: 0 }) // → { quality: 0.500, outgoing: 0.2500 } (p (1 − p) has its top at ½)
 * @throws Refusal `outside-domain` where the sample exceeds the lot
 * @source ISO 2859-1:1999, 12.4 and tables 8-A and 8-B
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
 * @example Math.round(totalInspection({ n: 89, acceptance: 2 }, 0.01, 10000)) // → 687 (Montgomery, 15.2.2)
 * @throws Refusal `outside-domain` where the sample exceeds the lot
 * @source H. F. Dodge and H. G. Romig, Sampling Inspection Tables (1959)
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
