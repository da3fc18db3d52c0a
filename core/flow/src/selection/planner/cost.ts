import type { DiscountTier, Offer, PlanInstance, PlanLab } from "./instance.ts";

/** The bill of one laboratory, in minor units, and what it takes in time and sample. */
export type LabBill = {
  readonly lab: string;
  readonly fixedCost: number;
  /** Offers and preparations before the discount. */
  readonly subtotal: number;
  readonly discount: number;
  readonly cost: number;
  readonly days: number;
  readonly sample: number;
  readonly preps: readonly string[];
};

/** What a set of bought offers costs and needs. `hours` is per instrument used. */
export type Evaluation = {
  readonly cost: number;
  readonly days: number;
  readonly sample: number;
  readonly hours: ReadonlyMap<string, number>;
  readonly labs: readonly LabBill[];
};

/**
 * Costs, time and sample of buying exactly these offers.
 *
 * Lab cost = fixed + S − ⌊S·bp/10000⌋ with S the sum of prices and used preparations; days = max(ship + lead);
 * sample = destructive quantities + preparations + the largest non-destructive one, which they share.
 *
 * @param bought ids of offers
 * @example evaluate({ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }, new Set(["o"])) // → { cost: 1500, days: 3, sample: 3 } (500 + 1000; 1 + 2 days)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function evaluate(instance: PlanInstance, bought: ReadonlySet<string>): Evaluation {
  const offers = instance.offers.filter(({ id }) => bought.has(id));
  const labs = instance.labs
    .map((lab) => [lab, offers.filter((offer) => offer.lab === lab.id)] as const)
    .filter(([, own]) => own.length > 0)
    .map(([lab, own]) => billOf(instance, lab, own));
  const hours = new Map<string, number>();
  for (const { instrument, hours: used } of offers) {
    if (instrument !== undefined) hours.set(instrument, (hours.get(instrument) ?? 0) + used);
  }
  return {
    cost: sum(labs.map(({ cost }) => cost)),
    days: Math.max(0, ...labs.map(({ days }) => days)),
    sample: sum(labs.map(({ sample }) => sample)),
    hours,
    labs,
  };
}

/**
 * The all-unit discount on a subtotal: the tier with the highest threshold that it reaches.
 *
 * @param subtotal in minor units
 * @returns in minor units, rounded down
 * @example discountOn(90000, [{ minSubtotal: 80000, bp: 1000 }]) // → 9000 (10 % of 90 000)
 * @example discountOn(79999, [{ minSubtotal: 80000, bp: 1000 }]) // → 0 (below the threshold)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function discountOn(subtotal: number, tiers: readonly DiscountTier[]): number {
  let best: DiscountTier | undefined;
  for (const tier of tiers) {
    if (subtotal >= tier.minSubtotal && (!best || tier.minSubtotal > best.minSubtotal)) best = tier;
  }
  return best ? Math.floor((subtotal * best.bp) / 10_000) : 0;
}

function billOf(instance: PlanInstance, lab: PlanLab, offers: readonly Offer[]): LabBill {
  const preps = instance.preps.filter((prep) => offers.some((offer) => offer.prep === prep.id));
  const subtotal = sum(offers.map(({ price }) => price)) + sum(preps.map(({ cost }) => cost));
  const discount = discountOn(subtotal, lab.discount);
  const destructive = offers.filter(({ sample }) => sample.destructive).map(({ sample }) => sample.qty);
  const shared = offers.filter(({ sample }) => !sample.destructive).map(({ sample }) => sample.qty);
  return {
    lab: lab.id,
    fixedCost: lab.fixedCost,
    subtotal,
    discount,
    cost: lab.fixedCost + subtotal - discount,
    days: lab.shipDays + Math.max(...offers.map(({ leadDays }) => leadDays)),
    sample: sum(destructive) + sum(preps.map(({ sampleQty }) => sampleQty)) + Math.max(0, ...shared),
    preps: preps.map(({ id }) => id),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
