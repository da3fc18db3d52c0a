import { z } from "zod";
import { Bilingual, DecimalText, Fen, IsoDate, IsoTime, idOf, MarketCode } from "./common.ts";
import { Plan } from "./selection.ts";

/** Plans before anything is stored: what a visitor is told. */
export const PlanQuestion = z.object({
  product: z.string().min(1).max(60),
  markets: z.array(MarketCode).min(1).max(16),
  claims: z.record(z.string().max(40), z.string().max(60)).default({}),
  on: IsoDate,
  neededBy: IsoDate.nullable(),
  sampleAvailableG: z.number().int().min(1).max(1_000_000),
});
export type PlanQuestion = z.infer<typeof PlanQuestion>;

/** How far the computation of plans is. */
export const PlanProgress = z.object({
  search: z.number().int(),
  nodes: z.number().int(),
  bestFen: Fen.nullable(),
  gapPercent: z.number().nullable(),
  seconds: z.number().int(),
});

/** What the best plan would be if one thing were otherwise. */
export const WhatIfScenario = z.object({
  kind: z.enum(["without-market", "deadline", "without-limit"]),
  market: MarketCode.nullable(),
  days: z.number().int().nullable(),
  limit: z.enum(["sample", "hours", "deadline", "budget"]).nullable(),
  status: z.enum(["optimal", "gap", "infeasible", "stopped"]),
  costFen: Fen.nullable(),
  planDays: z.number().int().nullable(),
  /** Against the plan as things are; negative where the change costs. */
  savesFen: z.number().int().nullable(),
  savesDays: z.number().int().nullable(),
  sentence: Bilingual,
});
export const WhatIfAnswer = z.object({ scenarios: z.array(WhatIfScenario) });
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>;

/** Plans for markets that are added to a commission under way; each buys only what the agreed tests leave open. */
export const AddMarketsAnswer = z.object({
  commissionVersion: z.number().int(),
  plans: z.array(Plan),
  /** What the agreed tests answer of the further markets. */
  kept: z.array(
    z.object({
      rowId: z.string(),
      market: MarketCode,
      characteristicName: Bilingual,
      method: z.string(),
      institutionName: Bilingual,
      /** Number of the report that states the result; null while it is still to come. */
      issuedAs: z.string().nullable(),
      because: Bilingual,
    }),
  ),
});
export type AddMarketsAnswer = z.infer<typeof AddMarketsAnswer>;

const StatedValue = z
  .string()
  .max(40)
  .regex(/^[<>]?-?\d+(\.\d+)?$/u);

/** A report that the client already holds, as it states it. */
export const EvidenceDraft = z.object({
  issuer: z.string().trim().min(1).max(120),
  /** The laboratory, where it is one of the cluster's. */
  institutionId: idOf("ins").nullable(),
  number: z.string().trim().min(1).max(60),
  issuedOn: IsoDate,
  method: z.string().trim().min(1).max(80),
  /** Accreditation bodies whose mark the report bears. */
  accreditedBy: z.array(z.string().trim().min(1).max(20)).max(8),
  /** A supplementary report refers to an earlier one, an interim report will be replaced by a final one. */
  kind: z.enum(["full", "supplementary", "interim"]).default("full"),
  /** Who drew the sample, where the report says so. */
  sampledBy: z.enum(["laboratory", "authority", "client"]).nullable().default(null),
  characteristics: z
    .array(
      z.object({
        id: z.string().min(1).max(60),
        /** Quantification limit and expanded uncertainty in the characteristic's unit, where the report states them. */
        loq: DecimalText.nullable(),
        U: DecimalText.nullable(),
        /** The result as the report prints it, `0.02` or `<0.02`, in the characteristic's unit. */
        value: StatedValue.nullable().default(null),
      }),
    )
    .min(1)
    .max(40),
});
export type EvidenceDraft = z.input<typeof EvidenceDraft>;
export const Evidence = EvidenceDraft.extend({
  id: idOf("evd"),
  statedAt: IsoTime,
  characteristics: z.array(
    z.object({
      id: z.string(),
      name: Bilingual,
      unit: z.string().nullable(),
      loq: DecimalText.nullable(),
      U: DecimalText.nullable(),
      value: StatedValue.nullable().default(null),
    }),
  ),
});
export type Evidence = z.infer<typeof Evidence>;
