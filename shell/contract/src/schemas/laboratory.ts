import { ROUNDING_CONVENTIONS } from "@quanheng/kernel/limit-comparison.ts";
import { z } from "zod";
import { Bilingual, DecimalText, IsoDate, IsoTime, idOf, MarketCode } from "./common.ts";
import { MarketVerdict } from "./market-verdict.ts";
import { Evidence } from "./planning.ts";

export const ContractFinding = z.object({
  kind: z.enum(["capability", "scope", "competence", "equipment", "capacity", "method-edition", "impartiality"]),
  ok: z.boolean(),
  subject: z.string(),
  sentence: Bilingual,
});
export const ContractReviewView = z.object({
  commissionId: idOf("com"),
  number: z.string(),
  enterpriseName: Bilingual,
  itemName: Bilingual,
  lotNumber: z.string(),
  markets: z.array(MarketCode),
  dueOn: IsoDate,
  ruleSentence: Bilingual,
  lines: z.array(
    z.object({
      offerId: idOf("ofr"),
      method: z.string(),
      characteristicNames: z.array(Bilingual),
      markets: z.array(MarketCode),
    }),
  ),
  findings: z.array(ContractFinding),
  /** Reports the client already holds; whoever accepts has looked at them. */
  evidence: z.array(Evidence).default([]),
  mayAccept: z.boolean(),
  /** False once the laboratory has answered, or when the commission does not await an answer. */
  mayDecline: z.boolean(),
  why: Bilingual.nullable(),
});

export const SampleView = z.object({
  id: idOf("smp"),
  number: z.string(),
  commissionId: idOf("com"),
  commissionNumber: z.string(),
  description: Bilingual,
  lot: z.string(),
  quantity: z.string(),
  unit: z.string(),
  state: z.enum(["expected", "received", "in-test", "stored", "returned", "disposed"]),
  /** Digital Link of the sample's key, as the QR on its label carries it. */
  digitalLink: z.string(),
  createdAt: IsoTime,
  receipt: z
    .object({
      receivedAt: IsoTime,
      receivedBy: Bilingual,
      condition: z.enum(["intact", "damaged", "unsuitable"]),
      remarks: z.string().nullable(),
      quantity: z.string(),
      unit: z.string(),
      temperatureC: z.string().nullable(),
      photoFileId: idOf("fil").nullable(),
    })
    .nullable(),
});
export type SampleView = z.infer<typeof SampleView>;

export const TASK_STATES = ["waiting", "ready", "entered", "returned", "approved", "cancelled"] as const;
export const TaskSummary = z.object({
  id: idOf("tsk"),
  commissionId: idOf("com"),
  commissionNumber: z.string(),
  sampleNumber: z.string().nullable(),
  itemName: Bilingual,
  definition: z.string(),
  methodTitle: Bilingual,
  method: z.string(),
  characteristic: z.string(),
  characteristicName: Bilingual,
  state: z.enum(TASK_STATES),
  version: z.number().int(),
  dueOn: IsoDate,
  late: z.boolean(),
  assignedTo: Bilingual.nullable(),
  reported: z.string().nullable(),
  unit: z.string(),
});
export type TaskSummary = z.infer<typeof TaskSummary>;

/** Rows of a table of readings, e.g. a curve; a longer record comes as a file that its method thins or integrates. */
export const MAX_ROWS = 100_000;

/** Raw readings by input name: the texts as typed or read from a file. */
export const RawReadings = z.record(
  z.string().max(60),
  z.union([z.string().max(200), z.array(z.string().max(200)).max(MAX_ROWS)]),
);
export type RawReadings = z.infer<typeof RawReadings>;
export const InstrumentUse = z.object({ type: z.string(), instrumentId: idOf("equ") });
export const Environment = z.object({
  temperatureC: z.string().max(20).nullable(),
  humidityPercent: z.string().max(20).nullable(),
});

export const ObservationEntry = z.object({
  version: z.number().int(),
  readings: RawReadings,
  instruments: z.array(InstrumentUse),
  environment: Environment,
  fileId: idOf("fil").nullable(),
  /** Required when a former entry is replaced. */
  reason: z.string().max(500).nullable(),
});

export const EvaluationView = z.object({
  value: z.string(),
  u: z.string(),
  k: z.string(),
  expanded: z.string(),
  dof: z.string(),
  unit: z.string(),
  reported: z.string(),
  reportedExpanded: z.string(),
  intermediate: z.array(z.object({ name: z.string(), value: z.string(), unit: z.string() })),
  budget: z.array(
    z.object({
      source: z.string(),
      value: z.string().nullable(),
      unit: z.string().nullable(),
      distribution: z.string().nullable(),
      u: z.string(),
      sensitivity: z.string(),
      contribution: z.string(),
      percent: z.number(),
      dof: z.string(),
    }),
  ),
  flags: z.array(
    z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
  ),
  /** Results that came from the same readings, and what the method itself found out; absent in older evaluations. */
  further: z
    .array(
      z.object({
        name: z.string(),
        value: z.string(),
        unit: z.string(),
        u: z.string(),
        k: z.string(),
        expanded: z.string(),
        reported: z.string(),
        reportedExpanded: z.string(),
      }),
    )
    .optional(),
  findings: z
    .array(
      z.object({
        name: z.string(),
        label: Bilingual,
        outcome: Bilingual,
        kept: z.boolean().optional(),
        basis: z.enum(["published", "recalled"]),
        source: z.string(),
      }),
    )
    .optional(),
});
export type EvaluationView = z.infer<typeof EvaluationView>;

export const FieldProblem = z.object({
  field: z.string(),
  index: z.number().int().nullable(),
  code: z.string(),
  facts: z.record(z.string(), z.unknown()),
});

export const TaskDetail = TaskSummary.extend({
  sample: SampleView.nullable(),
  requirements: z.array(
    z.object({
      rowId: z.string(),
      market: MarketCode,
      document: z.string(),
      clause: z.string(),
      limitText: Bilingual,
      limit: z.record(z.string(), z.unknown()),
      unit: z.string().nullable(),
      status: z.string(),
      /** Circumstances under which the row holds; its verdict waits until somebody has said that they do. */
      condition: z.string().nullable(),
      /** What was found out about the condition; null while it is open, or where there is none. */
      standing: z.enum(["holds", "other-limit"]).nullable(),
      /** What must still be stated of the item. */
      asks: Bilingual.nullable(),
      /** How the row itself wants its limit compared; empty where it says nothing. */
      reading: z.object({
        comparison: z.enum(["full", "rounded"]).optional(),
        interval: z.string().optional(),
        convention: z.enum(ROUNDING_CONVENTIONS).optional(),
      }),
    }),
  ),
  /** Requirements that do not apply to the item as it was stated. */
  setAside: z.array(
    z.object({
      rowId: z.string(),
      market: MarketCode,
      document: z.string(),
      clause: z.string(),
      limitText: Bilingual,
      condition: z.string(),
    }),
  ),
  rule: z.record(z.string(), z.unknown()),
  ruleSentence: Bilingual,
  instruments: z.array(
    z.object({
      id: idOf("equ"),
      type: z.string(),
      name: Bilingual,
      serial: z.string(),
      dueOn: IsoDate,
      usable: z.boolean(),
      why: Bilingual.nullable(),
    }),
  ),
  observations: z.array(
    z.object({
      id: idOf("obs"),
      number: z.number().int(),
      readings: RawReadings,
      instruments: z.array(InstrumentUse),
      environment: Environment,
      origin: z.enum(["typed", "file"]),
      fileId: z.string().nullable(),
      fileSha256: z.string().nullable(),
      enteredBy: Bilingual,
      enteredById: z.string(),
      enteredAt: IsoTime,
      reason: z.string().nullable(),
      evaluation: EvaluationView.nullable(),
      verdicts: z.array(MarketVerdict),
    }),
  ),
  reviews: z.array(
    z.object({
      id: idOf("rev"),
      outcome: z.enum(["approved", "returned"]),
      comment: z.string().nullable(),
      reviewedBy: Bilingual,
      reviewedAt: IsoTime,
      observationNumber: z.number().int(),
    }),
  ),
  mayEnter: z.object({ allowed: z.boolean(), reason: Bilingual.nullable() }),
  mayReview: z.object({ allowed: z.boolean(), reason: Bilingual.nullable() }),
});
export type TaskDetail = z.infer<typeof TaskDetail>;

export const PreviewAnswer = z.object({
  evaluation: EvaluationView.nullable(),
  verdicts: z.array(MarketVerdict),
  problems: z.array(FieldProblem),
});
export { DecimalText };
