import { z } from "zod";
import { Bilingual, Fen, IsoDate, IsoTime, idOf, MarketCode } from "./common.ts";
import { DecisionRule } from "./decision-rule.ts";
import { MarketVerdict } from "./market-verdict.ts";

export const COMMISSION_STATES = [
  "draft",
  "submitted",
  "declined",
  "agreed",
  "in-progress",
  "reported",
  "closed",
  "cancelled",
] as const;

/** Who drew the sample; a laboratory states when and where (ISO/IEC 17025:2017, 7.8.5), an authority by which record. */
export const Sampling = z.discriminatedUnion("by", [
  z.object({ by: z.literal("client") }),
  z.object({ by: z.literal("laboratory"), on: IsoDate, place: z.string().trim().min(2).max(120) }),
  z.object({
    by: z.literal("authority"),
    body: z.string().trim().min(2).max(120),
    record: z.string().trim().min(2).max(120),
  }),
]);
export type Sampling = z.infer<typeof Sampling>;

/** What is to be assessed, as the enterprise states it (customer-supplied, 7.8.2.2). */
export const Item = z.object({
  /** As it will stand on the report, which is in both languages. */
  name: z.object({ zh: z.string().min(1).max(120), en: z.string().min(1).max(120) }),
  lotNumber: z.string().min(1).max(60),
  /** Size of the lot, e.g. 500; as people type it on the way in, plain digits on the way out. */
  lotQuantity: z.string().min(1).max(40),
  /** One of `LOT_UNITS`. */
  lotUnit: z.string().min(1).max(20),
  producedOn: IsoDate.nullable(),
  gtin: z.string().max(14).nullable(),
  brand: z.string().max(80).nullable(),
  remarks: z.string().max(1000).nullable(),
  /** Absent means that the client drew it. */
  sampling: Sampling.optional(),
});
export type Item = z.infer<typeof Item>;

export const CommissionDraft = z.object({
  product: z.string().min(1).max(60),
  item: Item,
  markets: z.array(MarketCode).min(1).max(16),
  /** Claim key (`grade` or `CN.grade`) → claimed value; see the requirement data's variants. */
  claims: z.record(z.string().max(40), z.string().max(60)),
  appliesOn: IsoDate,
  neededBy: IsoDate.nullable(),
  /** How much sample the enterprise can give, in grams. */
  sampleAvailableG: z.number().int().min(1).max(1_000_000),
});
export type CommissionDraft = z.infer<typeof CommissionDraft>;

export const CommissionSummary = z.object({
  id: idOf("com"),
  number: z.string(),
  state: z.enum(COMMISSION_STATES),
  version: z.number().int(),
  product: z.string(),
  productName: Bilingual,
  itemName: Bilingual,
  lotNumber: z.string(),
  markets: z.array(MarketCode),
  enterpriseName: Bilingual,
  createdAt: IsoTime,
  dueOn: IsoDate.nullable(),
  late: z.boolean(),
  tasksTotal: z.number().int(),
  tasksApproved: z.number().int(),
  /** Markets of a further agreement that laboratories are still asked to accept; empty where none is. */
  awaitedMarkets: z.array(MarketCode).default([]),
});
export type CommissionSummary = z.infer<typeof CommissionSummary>;

/** One requirement as it applies on the commission's day. */
export const ApplicableRequirement = z.object({
  rowId: z.string(),
  versionId: idOf("req"),
  market: MarketCode,
  document: z.string(),
  documentTitle: Bilingual,
  clause: z.string(),
  characteristic: z.string(),
  characteristicName: Bilingual,
  variant: z.record(z.string(), z.unknown()).nullable(),
  limit: z.record(z.string(), z.unknown()),
  /** The limit as a sentence, e.g. "≤ 0.04". */
  limitText: Bilingual,
  unit: z.string().nullable(),
  methods: z.array(z.string()),
  force: z.enum(["mandatory", "voluntary", "conditional"]),
  effectiveFrom: IsoDate.nullable(),
  effectiveTo: IsoDate.nullable(),
  confidence: z.enum(["high", "medium"]),
  status: z.enum(["read", "recalled", "proposed", "verified", "retired"]),
  source: z.string().nullable(),
  note: z.string().nullable(),
  /** Whether a test of this platform can decide it; the others are listed as not tested, with the reason. */
  testable: z.boolean(),
});
export type ApplicableRequirement = z.infer<typeof ApplicableRequirement>;

export const StrictestLimit = z.object({
  characteristic: z.string(),
  characteristicName: Bilingual,
  unit: z.string().nullable(),
  min: z.string().nullable(),
  max: z.string().nullable(),
  minBy: z.array(z.string()),
  maxBy: z.array(z.string()),
  setByMarkets: z.array(MarketCode),
  rows: z.array(z.string()),
  empty: z.boolean(),
});
export const RequirementAnswer = z.object({
  date: IsoDate,
  knownOn: IsoTime,
  requirements: z.array(ApplicableRequirement),
  strictest: z.array(StrictestLimit),
  /** Claims the product's rows ask for that are not stated yet, with the values found. */
  openClaims: z.array(z.object({ market: MarketCode, key: z.string(), values: z.array(z.string()) })),
});
export type RequirementAnswer = z.infer<typeof RequirementAnswer>;

export const PlanLine = z.object({
  offerId: idOf("ofr"),
  institutionId: idOf("ins"),
  institutionName: Bilingual,
  method: z.string(),
  characteristics: z.array(z.object({ id: z.string(), name: Bilingual })),
  priceFen: Fen,
  days: z.number().int(),
  covers: z.array(z.object({ rowId: z.string(), market: MarketCode, characteristic: z.string(), because: Bilingual })),
  coversNothing: z.boolean(),
});
export const RefusedOffer = z.object({
  offerId: idOf("ofr"),
  institutionName: Bilingual,
  method: z.string(),
  priceFen: Fen,
  insteadOf: z.string(),
  because: Bilingual,
});
export const Plan = z.object({
  id: idOf("pln"),
  kind: z.enum(["cheapest", "fastest", "balanced"]),
  status: z.enum(["optimal", "gap", "infeasible"]),
  gapPercent: z.number().nullable(),
  costFen: Fen.nullable(),
  days: z.number().int().nullable(),
  sampleG: z.number().int().nullable(),
  discountFen: Fen.nullable(),
  lines: z.array(PlanLine),
  refused: z.array(RefusedOffer),
  uncoverable: z.array(
    z.object({
      rowId: z.string(),
      market: MarketCode,
      characteristicName: Bilingual,
      because: Bilingual,
      /** What a test would have to be like to cover it. */
      remedy: Bilingual.nullable().default(null),
    }),
  ),
  /** The limits that leave no plan although every requirement could be tested; empty when there is a plan. */
  limits: z.array(z.object({ binding: z.enum(["sample", "hours", "deadline", "budget"]), because: Bilingual })),
  labs: z.array(
    z.object({
      institutionId: idOf("ins"),
      name: Bilingual,
      fixedFen: Fen,
      subtotalFen: Fen,
      discountFen: Fen,
      days: z.number().int(),
    }),
  ),
  /** In which order each laboratory spends least on average if the first failing result stops the rest. */
  orders: z
    .array(
      z.object({
        institutionId: idOf("ins"),
        offerIds: z.array(idOf("ofr")),
        expectedFen: Fen,
        fullFen: Fen,
      }),
    )
    .default([]),
  /** Requirements that reports already held answer. */
  held: z
    .array(
      z.object({
        rowId: z.string(),
        market: MarketCode,
        characteristicName: Bilingual,
        evidenceIds: z.array(idOf("evd")),
        /** Shown by interim reports only, which final ones have to replace. */
        provisional: z.boolean().default(false),
      }),
    )
    .default([]),
  /** What a report already held does not answer although it tested it, and why. */
  heldRefused: z
    .array(
      z.object({
        evidenceId: idOf("evd"),
        rowId: z.string(),
        market: MarketCode,
        characteristicName: Bilingual,
        because: Bilingual,
      }),
    )
    .default([]),
});
export type Plan = z.infer<typeof Plan>;
export const PlanAnswer = z.object({
  commissionVersion: z.number().int(),
  plans: z.array(Plan),
  /** Price of doing each market alone, and their sum: what the common plan saves. */
  alone: z.array(
    z.object({
      market: MarketCode,
      costFen: Fen.nullable(),
      days: z.number().int().nullable(),
      uncoverable: z.number().int(),
    }),
  ),
  aloneSumFen: Fen.nullable(),
  /** Requirements no laboratory test answers (conformity of labels, paperwork …): listed, never silently dropped. */
  notTested: z.array(
    z.object({ rowId: z.string(), market: MarketCode, characteristicName: Bilingual, because: Bilingual }),
  ),
});
export type PlanAnswer = z.infer<typeof PlanAnswer>;

export const DecisionRuleChoice = z.object({
  rule: DecisionRule,
  sentence: Bilingual,
  risk: Bilingual,
  recommended: z.boolean(),
});

export const Agreement = z.object({
  id: idOf("agr"),
  number: z.number().int(),
  planId: idOf("pln"),
  rule: DecisionRule,
  ruleSentence: Bilingual,
  sha256: z.string(),
  agreedBy: Bilingual,
  agreedAt: IsoTime,
  costFen: Fen,
  days: z.number().int(),
});

export const TimelineStep = z.object({
  key: z.enum(["draft", "submitted", "agreed", "sample-received", "in-test", "reviewed", "issued", "closed"]),
  state: z.enum(["done", "now", "next", "failed"]),
  at: IsoTime.nullable(),
  note: Bilingual.nullable(),
});
export const CommissionDetail = CommissionSummary.extend({
  /** Key of the commission as a consignment (GINC, AI 401). */
  ginc: z.string(),
  item: Item,
  claims: z.record(z.string(), z.string()),
  appliesOn: IsoDate,
  neededBy: IsoDate.nullable(),
  sampleAvailableG: z.number().int(),
  agreement: Agreement.nullable(),
  declineReason: z.string().nullable(),
  timeline: z.array(TimelineStep),
  daysLeft: z.number().int().nullable(),
  tasks: z.array(
    z.object({
      id: idOf("tsk"),
      characteristic: z.string(),
      characteristicName: Bilingual,
      method: z.string(),
      institutionName: Bilingual,
      state: z.enum(["waiting", "ready", "entered", "returned", "approved", "cancelled"]),
      dueOn: IsoDate,
    }),
  ),
  samples: z.array(
    z.object({
      id: idOf("smp"),
      number: z.string(),
      institutionName: Bilingual,
      state: z.string(),
      receivedAt: IsoTime.nullable(),
      condition: z.string().nullable(),
    }),
  ),
  attestations: z.array(
    z.object({
      id: idOf("att"),
      number: z.string(),
      status: z.string(),
      issuedAt: IsoTime,
      institutionName: Bilingual,
    }),
  ),
  /** What issued results come to for markets that were added later, decided under the agreed rule without a new test. */
  shown: z
    .array(
      MarketVerdict.extend({
        characteristicName: Bilingual,
        /** As the report prints it; null where no report of it stands any more. */
        reported: z.string().nullable(),
        unit: z.string().nullable(),
        report: z.object({ id: idOf("att"), number: z.string() }).nullable(),
      }),
    )
    .default([]),
  /** What this reader may do now, and why not where not. */
  actions: z.array(z.object({ action: z.string(), allowed: z.boolean(), reason: Bilingual.nullable() })),
});
export type CommissionDetail = z.infer<typeof CommissionDetail>;
