import { needAllWithin, needAtLeast, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** A sample between two reference fuels in the engine. */
export type OctaneBracket = {
  readonly lowOctane: number;
  readonly lowKnock: number;
  readonly highOctane: number;
  readonly highKnock: number;
  readonly sampleKnock: number;
};

/** How far the two reference fuels may be apart. */
const GREATEST_GAP = 2;

/**
 * Octane number by bracketing.
 *
 * ON = ON_low + (KI_s − KI_low)/(KI_high − KI_low)·(ON_high − ON_low)
 *
 * @returns unrounded
 * @throws Refusal `not-bracketed`, `references-apart` for fuels more than 2 apart or in the wrong order,
 *   `outside-method-range`
 * @source ASTM D2699, D2700; GB/T 5487, GB/T 503 (recalled)
 * @example octaneNumber({ lowOctane: 92, lowKnock: 58, highOctane: 94, highKnock: 46, sampleKnock: 54.5 }) // → 92.583 (92 + 3.5/12·2)
 */
export function octaneNumber({ lowOctane, lowKnock, highOctane, highKnock, sampleKnock }: OctaneBracket): number {
  needAllWithin({ lowOctane, highOctane }, { min: 40, max: 120.3 });
  needAllWithin({ lowKnock, highKnock, sampleKnock }, { min: 0, max: 100 });
  const gap = highOctane - lowOctane;
  if (!(gap > 0 && gap <= GREATEST_GAP + 1e-9)) {
    refuse("references-apart", { low: lowOctane, high: highOctane, max: GREATEST_GAP });
  }
  const inside =
    sampleKnock >= Math.min(lowKnock, highKnock) &&
    sampleKnock <= Math.max(lowKnock, highKnock) &&
    lowKnock !== highKnock;
  if (!inside) refuse("not-bracketed", { field: "sampleKnock", given: sampleKnock, low: lowKnock, high: highKnock });
  return lowOctane + ((sampleKnock - lowKnock) / (highKnock - lowKnock)) * gap;
}

/**
 * Anti-knock index from the octane numbers as they are reported.
 *
 * AKI = (RON + MON)/2
 *
 * @throws Refusal `outside-method-range`
 * @source GB 17930-2016, 3.1
 * @example antiKnockIndex(92.6, 83.2) // → 87.9 ((92.6 + 83.2)/2)
 */
export function antiKnockIndex(research: number, motor: number): number {
  needAllWithin({ research, motor }, { min: 40, max: 130 });
  return (research + motor) / 2;
}

export type BlendComponent = { readonly share: number; readonly research: number; readonly motor: number };

/**
 * What a blend may come to, by the blending numbers of its components: for planning, never for a report.
 *
 * RON = Σv_i·BRON_i, MON = Σv_i·BMON_i
 *
 * @param components shares by volume, 1 in all
 * @throws Refusal `blend-sum` off 1 ± 0.001, `too-few-rows`, `outside-method-range`
 */
export function blendEstimate(components: readonly BlendComponent[]) {
  needAtLeast("components", components, 1);
  for (const { share, research, motor } of components) {
    needWithin("share", share, { min: 0, max: 1 });
    needAllWithin({ research, motor }, { min: 0, max: 200 });
  }
  const total = (part: (component: BlendComponent) => number) =>
    components.reduce((found, component) => found + component.share * part(component), 0);
  const sum = total(() => 1);
  if (!(Math.abs(sum - 1) <= 0.001)) refuse("blend-sum", { sum });
  const [research, motor] = [total((component) => component.research), total((component) => component.motor)];
  return { research, motor, antiKnock: (research + motor) / 2, reportable: false as const };
}
