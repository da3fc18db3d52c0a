import type { Decimal } from "@quanheng/kernel/decimal.ts";

/** Which methods a market takes besides the listed ones; see `method-closure.ts`. */
export type MethodPolicy = "listed" | "equivalent" | "stricter";

/** Whose results a market accepts. Groups are members of one recognition arrangement, named in the instance. */
export type AccreditationRule =
  | { readonly mode: "any" }
  | { readonly mode: "accredited"; readonly bodies: readonly string[]; readonly groups: readonly string[] }
  | { readonly mode: "designated"; readonly labs: readonly string[] };

/** Who drew the sample that was tested. */
export type Sampler = "laboratory" | "authority" | "client";

/** What a market asks beyond method, laboratory and age; what is left out is not asked. */
export type Conditions = {
  /** Least edition by the name of a document without its edition: `IEC 61347-2-13` → `2014+A1:2016`. */
  readonly minEdition?: Readonly<Record<string, string>>;
  /** Supplementary reports, which refer to an earlier one, are refused. */
  readonly fullReportOnly?: boolean;
  /** An interim report counts for the time being, and is flagged wherever it counts. */
  readonly provisional?: boolean;
  /** Only samples drawn by one of these count. */
  readonly sampledBy?: readonly Sampler[];
};

/** What a signatory of an arrangement is recognised for. */
export type Activity = "testing" | "calibration" | "inspection" | "certification";

/** A body's place in an arrangement: half-open, `until` is the first day on which it no longer holds. */
export type Membership = {
  readonly group: string;
  readonly body: string;
  readonly activity: Activity;
  readonly from: string | null;
  readonly until: string | null;
};

export type PlanMarket = {
  readonly code: string;
  readonly conditions?: Conditions;
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
  | {
      readonly kind: "limit";
      readonly min?: Decimal;
      readonly max?: Decimal;
      /** Whether the bound itself already fails. */
      readonly minExclusive?: boolean;
      readonly maxExclusive?: boolean;
    }
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
  /** Conditions of this requirement; each replaces the market's condition of the same name. */
  readonly conditions?: Conditions;
};

/** What a laboratory can measure: the range of its scope, quantification limit and expanded uncertainty. */
export type Capability = {
  readonly id: string;
  readonly min?: Decimal;
  readonly max?: Decimal;
  readonly loq?: Decimal;
  readonly U?: Decimal;
  /** The value that a report already held states. */
  readonly value?: StatedValue;
};

/** A result as a report states it; `<` and `>` bound it. */
export type StatedValue = { readonly operator: "=" | "<" | ">"; readonly digits: Decimal };

/** Something that yields results: an offer to buy or a report already held. */
export type ResultSource = {
  readonly id: string;
  readonly lab: string;
  readonly method: string;
  readonly characteristics: readonly Capability[];
  readonly accreditedBy: readonly string[];
  readonly severity?: Decimal;
  /** Left out is testing. */
  readonly activity?: Activity;
  /** Left out is not known. */
  readonly sampledBy?: Sampler;
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

/** What kind of report is held; `interim` is to be replaced by a final one. */
export type ReportKind = "full" | "supplementary" | "interim";

/** A report already held; free and always used. `issued` is an ISO date; a report that does not say otherwise is full. */
export type Evidence = ResultSource & { readonly issued: string; readonly report?: ReportKind };

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
  /** Members by time and activity; a group named here is judged by this list instead. */
  readonly memberships?: readonly Membership[];
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
