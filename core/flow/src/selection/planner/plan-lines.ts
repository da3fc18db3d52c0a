import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { type Exclusion, type Judge, judgeOf } from "./coverage.ts";
import { whyCovered, whyNotCovered } from "./explain.ts";
import type { Offer, PlanInstance, PlanRequirement } from "./instance.ts";
import { wouldCover, wouldCoverText } from "./would-cover.ts";

/** One bought offer with everything it answers, and why. An empty list is a purchase that only lowers the bill. */
export type PlanLine = {
  readonly offer: string;
  readonly covers: readonly {
    readonly requirement: string;
    readonly because: Bilingual;
    readonly provisional?: true;
  }[];
};

/**
 * The lines of a plan in the order of its selection.
 *
 * @param selection ids of bought offers
 * @example planLines({ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }, ["o"]) // → [{ offer: "o", covers: [{ requirement: "r" }] }] (what was bought, and what for)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function planLines(
  instance: PlanInstance,
  selection: readonly string[],
  judge: Judge = judgeOf(instance),
): readonly PlanLine[] {
  return selectedOffers(instance, selection).map((offer) => ({
    offer: offer.id,
    covers: instance.requirements.flatMap((requirement) => {
      const judgement = judge(offer, requirement);
      return judgement.covers ? [{ requirement: requirement.id, because: whyCovered(offer.method, judgement) }] : [];
    }),
  }));
}

/** A cheaper offer that the plan passes over, and why. */
export type PassedOver = {
  readonly offer: string;
  /** The bought offer that is dearer. */
  readonly insteadOf: string;
  readonly requirement: string;
  /** Null when it is accepted and the plan as a whole is still no dearer without it. */
  readonly exclusion: Exclusion | null;
  readonly because: Bilingual;
};

/**
 * For every bought offer the cheaper ones that determine a characteristic it was bought for: each once, with the first
 * requirement that excludes it, or as accepted but not chosen.
 *
 * @param selection ids of bought offers
 * @example passedOver({ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }, ["o"]) // → [] (no cheaper offer is there)
 * @example passedOver({ ...{ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }, offers: [{ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }.offers[0], { ...{ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }.offers[0], id: "p", price: 900 }] }, ["o"]) // → [{ offer: "p", insteadOf: "o", exclusion: null }] (900 < 1000, and accepted)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function passedOver(
  instance: PlanInstance,
  selection: readonly string[],
  judge: Judge = judgeOf(instance),
): readonly PassedOver[] {
  const bought = new Set(selection);
  return selectedOffers(instance, selection).flatMap((line) => {
    const served = instance.requirements.filter((requirement) => judge(line, requirement).covers);
    return instance.offers
      .filter((offer) => !bought.has(offer.id) && offer.price < line.price)
      .flatMap((offer) => passedFor(offer, line.id, served, judge));
  });
}

function passedFor(
  offer: Offer,
  insteadOf: string,
  served: readonly PlanRequirement[],
  judge: Judge,
): readonly PassedOver[] {
  const rivals = served.filter(({ characteristic }) => offer.characteristics.some(({ id }) => id === characteristic));
  const first = rivals[0];
  if (!first) return [];
  for (const requirement of rivals) {
    const judgement = judge(offer, requirement);
    if (judgement.covers) continue;
    const { exclusion } = judgement;
    const because = whyNotCovered(offer.method, exclusion);
    return [{ offer: offer.id, insteadOf, requirement: requirement.id, exclusion, because }];
  }
  return [{ offer: offer.id, insteadOf, requirement: first.id, exclusion: null, because: NOT_CHOSEN }];
}

const NOT_CHOSEN: Bilingual = {
  zh: "可被接受，但计入固定费用、折扣、时间和样品后，整体方案并不更优。",
  en: "It is accepted, but with fixed costs, discounts, time and sample the whole plan is no better with it.",
};

/** Why nothing covers a requirement: what every offer that determines the characteristic fails at. */
export type Uncoverable = {
  readonly requirement: string;
  readonly offers: readonly { readonly offer: string; readonly exclusion: Exclusion; readonly because: Bilingual }[];
  readonly because: Bilingual;
  /** What a test would have to be like. */
  readonly remedy: Bilingual;
};

/**
 * Why nothing covers a requirement: what every offer that determines the characteristic fails at.
 *
 * @param uncoverable ids of requirements
 * @example whyUncoverable({ ...{ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }, offers: [] }, ["r"])[0].because.en // → "No laboratory offers a test of this characteristic." (there is no offer)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function whyUncoverable(
  instance: PlanInstance,
  uncoverable: readonly string[],
  judge: Judge = judgeOf(instance),
): readonly Uncoverable[] {
  return instance.requirements
    .filter(({ id }) => uncoverable.includes(id))
    .map((requirement) => {
      const offers = instance.offers.flatMap((offer) => {
        const judgement = judge(offer, requirement);
        if (judgement.covers || judgement.exclusion.rule === "characteristic") return [];
        const { exclusion } = judgement;
        return [{ offer: offer.id, exclusion, because: whyNotCovered(offer.method, exclusion) }];
      });
      return {
        requirement: requirement.id,
        offers,
        because: summary(offers.map(({ because }) => because)),
        remedy: wouldCoverText(wouldCover(instance, requirement)),
      };
    });
}

function summary(reasons: readonly Bilingual[]): Bilingual {
  if (reasons.length === 0) {
    return { zh: "没有实验室提供该特性的检测。", en: "No laboratory offers a test of this characteristic." };
  }
  const distinct = (texts: readonly string[]) => [...new Set(texts)].join(" ");
  return { zh: distinct(reasons.map(({ zh }) => zh)), en: distinct(reasons.map(({ en }) => en)) };
}

function selectedOffers(instance: PlanInstance, selection: readonly string[]): readonly Offer[] {
  const wanted = new Set(selection);
  return instance.offers.filter(({ id }) => wanted.has(id));
}
