import type { CoverageMap } from "./coverage.ts";
import type { DiscountTier, Offer, PlanInstance } from "./instance.ts";

/**
 * A planning instance as numbers: only what decides cost is left. Indices stand for ids; -1 for none.
 *
 * Needs are requirements still to be covered; those that another need implies are left out.
 */
export type Problem = {
  readonly offers: readonly string[];
  readonly price: readonly number[];
  readonly lab: readonly number[];
  readonly prep: readonly number[];
  readonly instrument: readonly number[];
  readonly hours: readonly number[];
  readonly quantity: readonly number[];
  readonly destructive: readonly boolean[];
  /** Per need the offers that cover it, ascending. */
  readonly needs: readonly (readonly number[])[];
  /** Per offer the needs it covers, ascending. */
  readonly covers: readonly (readonly number[])[];
  readonly labs: readonly ProblemLab[];
  readonly preps: readonly { readonly lab: number; readonly cost: number; readonly quantity: number }[];
  readonly capacity: readonly number[];
  /** Infinity when the sample does not bind. */
  readonly sample: number;
};

export type ProblemLab = {
  readonly fixed: number;
  /** By ascending threshold. */
  readonly tiers: readonly DiscountTier[];
  readonly offers: readonly number[];
  readonly preps: readonly number[];
  /** Sizes that the specimen shared by non-destructive offers can have, ascending from 0. */
  readonly specimens: readonly number[];
};

/**
 * Compiles the part of an instance that can be done within some days; undefined when a requirement stays uncovered.
 *
 * Offers that cover nothing are kept only where a discount could make them worth buying.
 *
 * @param withinDays of shipping and testing
 * @example compile({ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }, { byOffer: new Map([["o", ["r"]]]), byEvidence: new Map(), uncoverable: [] }, 3) // → { offers: ["o"], price: [1000], needs: [[0]], sample: Infinity } (ready within 1 + 2 days)
 * @example compile({ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }, { byOffer: new Map([["o", ["r"]]]), byEvidence: new Map(), uncoverable: [] }, 2) // → undefined (nothing is ready in two days)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function compile(instance: PlanInstance, coverage: CoverageMap, withinDays: number): Problem | undefined {
  const labIndex = indexOf(instance.labs);
  const prepIndex = indexOf(instance.preps);
  const instrumentIndex = indexOf(instance.instruments);
  const ship = new Map(instance.labs.map(({ id, shipDays }) => [id, shipDays]));
  const discounting = new Set(instance.labs.filter(({ discount }) => discount.length > 0).map(({ id }) => id));
  const offers = instance.offers.filter(
    (offer) =>
      (ship.get(offer.lab) ?? 0) + offer.leadDays <= withinDays &&
      (discounting.has(offer.lab) || coverage.byOffer.get(offer.id)?.length),
  );

  const needs = essentialNeeds(
    instance,
    coverage,
    offers.map(({ id }) => id),
  );
  if (needs === undefined) return undefined;
  const lab = offers.map((offer) => at(labIndex, offer.lab));
  return {
    offers: offers.map(({ id }) => id),
    price: offers.map(({ price }) => price),
    lab,
    prep: offers.map((offer) => at(prepIndex, offer.prep)),
    instrument: offers.map((offer) => at(instrumentIndex, offer.instrument)),
    hours: offers.map(({ hours }) => hours),
    quantity: offers.map(({ sample }) => sample.qty),
    destructive: offers.map(({ sample }) => sample.destructive),
    needs,
    covers: offers.map((_, offer) => needs.flatMap((covering, need) => (covering.includes(offer) ? [need] : []))),
    labs: instance.labs.map((own, index) => ({
      fixed: own.fixedCost,
      tiers: [...own.discount].sort((a, b) => a.minSubtotal - b.minSubtotal),
      offers: indicesWhere(lab, index),
      preps: indicesWhere(
        instance.preps.map((prep) => at(labIndex, prep.lab)),
        index,
      ),
      specimens: specimensOf(offers.filter((offer) => offer.lab === own.id)),
    })),
    preps: instance.preps.map((prep) => ({
      lab: at(labIndex, prep.lab),
      cost: prep.cost,
      quantity: prep.sampleQty,
    })),
    capacity: instance.instruments.map(({ hoursAvailable }) => hoursAvailable),
    sample: instance.sampleAvailable ?? Number.POSITIVE_INFINITY,
  };
}

/** Sets of covering offers, without supersets of another: whoever covers the smaller set covers the larger. */
function essentialNeeds(
  instance: PlanInstance,
  coverage: CoverageMap,
  offers: readonly string[],
): readonly (readonly number[])[] | undefined {
  const covering = new Map<string, number[]>();
  for (const { id } of instance.requirements) if (!coverage.byEvidence.has(id)) covering.set(id, []);
  offers.forEach((offer, index) => {
    for (const id of coverage.byOffer.get(offer) ?? []) covering.get(id)?.push(index);
  });
  const sets = [...covering.values()].sort((a, b) => a.length - b.length);
  if (sets[0]?.length === 0) return undefined;
  const kept: number[][] = [];
  for (const set of sets) {
    if (!kept.some((smaller) => smaller.every((offer) => set.includes(offer)))) kept.push(set);
  }
  return kept;
}

function specimensOf(offers: readonly Offer[]): readonly number[] {
  const sizes = offers.filter(({ sample }) => !sample.destructive).map(({ sample }) => sample.qty);
  return [...new Set([0, ...sizes])].sort((a, b) => a - b);
}

function indexOf(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, index) => [id, index]));
}

function at(index: ReadonlyMap<string, number>, id: string | undefined): number {
  return id === undefined ? -1 : (index.get(id) ?? -1);
}

function indicesWhere(values: readonly number[], wanted: number): readonly number[] {
  return values.flatMap((value, index) => (value === wanted ? [index] : []));
}
