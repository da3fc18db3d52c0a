import type { Decimal } from "@quanheng/kernel/decimal.ts";

/** Which methods a market takes besides the listed ones; see `method-closure.ts`. */
export type MethodPolicy = "listed" | "equivalent" | "stricter";

/** Whose results a market accepts. Groups are members of one recognition arrangement, named in the instance. */
export type AccreditationRule =
  | { readonly mode: "any" }
  | { readonly mode: "accredited"; readonly bodies: readonly string[]; readonly groups: readonly string[] }
  | { readonly mode: "designated"; readonly labs: readonly string[] };

export type PlanMarket = {
  readonly code: string;
  readonly methodPolicy: MethodPolicy;
  readonly accreditation: AccreditationRule;
  /** Greatest age of a report already held, in days; null accepts any age. */
  readonly reportMaxAgeDays: number | null;
};

/** `identical` and `equivalent` hold both ways; in `stricter`, `a` is stricter than `b`. */
export type MethodRelation = {
  readonly a: string;
  readonly b: string;
  readonly type: "identical" | "equivalent" | "stricter";
  /** Only for these characteristics; absent holds for all that the methods determine. */
  readonly characteristics?: readonly string[];
};

/** What is asked: an interval to be measured against, a level to be passed, or plain conformity. */
export type Demand =
  | { readonly kind: "limit"; readonly min?: Decimal; readonly max?: Decimal }
  | { readonly kind: "severity"; readonly level: Decimal }
  | { readonly kind: "conform" };

export type PlanRequirement = {
  readonly id: string;
  readonly market: string;
  readonly characteristic: string;
  /** Methods the document names; empty leaves the method open. */
  readonly methods: readonly string[];
  readonly demand: Demand;
  /** Only these laboratories are accepted; replaces the market's rule. */
  readonly designatedLabs?: readonly string[];
};

/** What a laboratory can measure: the range of its scope, quantification limit and expanded uncertainty. */
export type Capability = {
  readonly id: string;
  readonly min?: Decimal;
  readonly max?: Decimal;
  readonly loq?: Decimal;
  readonly U?: Decimal;
};

/** Something that yields results: an offer to buy or a report already held. */
export type ResultSource = {
  readonly id: string;
  readonly lab: string;
  readonly method: string;
  readonly characteristics: readonly Capability[];
  readonly accreditedBy: readonly string[];
  readonly severity?: Decimal;
};

/** Money in minor units (fen), lead time in days, sample in the instance's unit, instrument time in hours. */
export type Offer = ResultSource & {
  readonly price: number;
  readonly leadDays: number;
  readonly sample: { readonly qty: number; readonly destructive: boolean };
  readonly instrument?: string;
  readonly hours: number;
  readonly prep?: string;
};

/** A report already held; free and always used. `issued` is an ISO date. */
export type Evidence = ResultSource & { readonly issued: string };

/** All-unit discount: the highest tier that the subtotal reaches applies to all of it, in basis points. */
export type DiscountTier = { readonly minSubtotal: number; readonly bp: number };

export type PlanLab = {
  readonly id: string;
  /** Paid once if anything is bought there. */
  readonly fixedCost: number;
  readonly shipDays: number;
  readonly discount: readonly DiscountTier[];
};

/** Sample preparation shared by the offers that name it; paid once. */
export type Preparation = {
  readonly id: string;
  readonly lab: string;
  readonly cost: number;
  readonly sampleQty: number;
};

export type PlanInstrument = { readonly id: string; readonly lab: string; readonly hoursAvailable: number };

/** Lexicographic order of goals, or cost plus a price per day. */
export type Objective =
  | { readonly order: readonly ("cost" | "days")[] }
  | { readonly weighted: { readonly perDay: number } };

/** Everything the planner needs to know: a closed world in which every id resolves (`readInstance` checks it). */
export type PlanInstance = {
  /** Day of planning; the age of evidence counts up to it. */
  readonly date: string;
  readonly policy: { readonly loqFraction: Decimal; readonly uFraction: Decimal };
  readonly accreditationGroups: Readonly<Record<string, readonly string[]>>;
  readonly markets: readonly PlanMarket[];
  readonly methodRelations: readonly MethodRelation[];
  readonly requirements: readonly PlanRequirement[];
  readonly labs: readonly PlanLab[];
  readonly preps: readonly Preparation[];
  readonly instruments: readonly PlanInstrument[];
  readonly offers: readonly Offer[];
  readonly evidence: readonly Evidence[];
  /** Sample quantity there is; null when it does not bind. */
  readonly sampleAvailable: number | null;
  readonly deadlineDays: number | null;
  readonly budget: number | null;
  readonly objective: Objective;
};
