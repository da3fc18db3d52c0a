import { z } from "zod";
import { defineRoute } from "../route.ts";
import { idOf, PageQuery, pageOf } from "../schemas/common.ts";
import { ItemAnswers, ItemFactsView } from "../schemas/item-facts.ts";
import {
  ContractReviewView,
  Environment,
  FieldProblem,
  ObservationEntry,
  PreviewAnswer,
  RawReadings,
  SampleView,
  TASK_STATES,
  TaskDetail,
  TaskSummary,
} from "../schemas/laboratory.ts";
import { CommissionDetail } from "../schemas/selection.ts";
import { EntryOutcome, MAX_ENTRIES, WorksheetEntry } from "../schemas/worksheet.ts";

const CommissionById = z.object({ id: idOf("com") });
const SampleById = z.object({ id: idOf("smp") });
const TaskById = z.object({ id: idOf("tsk") });

/** A photograph of a phone or an instrument's export; more is refused before it is read. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export const getContractReview = defineRoute({
  method: "GET",
  path: "/api/commissions/:id/contract-review",
  summary: "What the laboratory must know before it accepts: capability, scope, competence, equipment, capacity",
  permission: "contract.review",
  params: CommissionById,
  response: ContractReviewView,
});
export const recordContractReview = defineRoute({
  method: "POST",
  path: "/api/commissions/:id/contract-review",
  summary: "Accept or decline a commission for one's laboratory",
  permission: "contract.review",
  params: CommissionById,
  body: z.object({
    version: z.number().int(),
    outcome: z.enum(["accepted", "declined"]),
    note: z.string().max(1000).nullable(),
  }),
  response: CommissionDetail,
  status: 201,
});

/** Facts of the item on which conditions of its requirements turn: asked of client and laboratory alike. */
export const getItemFacts = defineRoute({
  method: "GET",
  path: "/api/commissions/:id/item-facts",
  summary: "What has to be known of the item before requirements under a condition can be decided",
  permission: "commission.read",
  params: CommissionById,
  response: ItemFactsView,
});
export const stateItemFacts = defineRoute({
  method: "POST",
  path: "/api/commissions/:id/item-facts",
  summary: "State facts of the item; what was stated before stays in the record",
  permission: "item.state",
  params: CommissionById,
  body: ItemAnswers,
  response: ItemFactsView,
});

export const listSamples = defineRoute({
  method: "GET",
  path: "/api/samples",
  summary: "Samples, newest first",
  permission: "sample.read",
  query: PageQuery.extend({
    state: z.enum(["expected", "received", "in-test", "stored", "returned", "disposed"]).optional(),
    text: z.string().max(100).optional(),
    commissionId: idOf("com").optional(),
  }),
  response: pageOf(SampleView),
});
/** Finds a sample by what a scanner reads from its label: number, Digital Link address or element string. */
export const findSample = defineRoute({
  method: "GET",
  path: "/api/samples/find",
  summary: "The sample whose label was scanned",
  permission: "sample.read",
  query: z.object({ code: z.string().min(3).max(400) }),
  response: SampleView,
});
export const getSample = defineRoute({
  method: "GET",
  path: "/api/samples/:id",
  summary: "One sample with its parts",
  permission: "sample.read",
  params: SampleById,
  response: SampleView.extend({ parts: z.array(SampleView), partOf: SampleView.nullable() }),
});
export const receiveSample = defineRoute({
  method: "POST",
  path: "/api/samples/:id/receipt",
  summary: "Record arrival, condition, quantity and a photograph",
  permission: "sample.receive",
  params: SampleById,
  body: z.object({
    condition: z.enum(["intact", "damaged", "unsuitable"]),
    remarks: z.string().max(1000).nullable(),
    quantity: z.string().min(1).max(40),
    unit: z.string().min(1).max(20),
    temperatureC: z.string().max(20).nullable(),
    photoFileId: idOf("fil").nullable(),
    /** True when an earlier receipt is corrected; remarks then say why. */
    supersedes: z.boolean().default(false),
  }),
  response: SampleView,
  status: 201,
});
export const splitSample = defineRoute({
  method: "POST",
  path: "/api/samples/:id/split",
  summary: "Divide a received sample into parts, once",
  permission: "sample.receive",
  params: SampleById,
  body: z.object({
    parts: z
      .array(
        z.object({
          quantity: z.string().min(1).max(40),
          unit: z.string().min(1).max(20),
          purpose: z.string().min(1).max(100),
        }),
      )
      .min(2)
      .max(20),
  }),
  response: z.object({ parts: z.array(SampleView) }),
  status: 201,
});
export const getSampleLabel = defineRoute({
  method: "GET",
  path: "/api/samples/:id/label",
  summary: "The label to stick on the sample: QR code of its GS1 Digital Link and text",
  permission: "sample.read",
  params: SampleById,
  query: z.object({ format: z.enum(["pdf", "svg", "png"]).default("pdf") }),
  produces: "application/pdf",
  response: z.unknown(),
});

export const uploadFile = defineRoute({
  method: "POST",
  path: "/api/files",
  summary: "Keep a file with its hash",
  permission: "sample.read",
  body: z.object({
    purpose: z.enum(["sample-photo", "instrument-file", "attachment"]),
    commissionId: idOf("com").optional(),
  }),
  upload: { maxBytes: MAX_FILE_BYTES },
  response: z.object({
    id: idOf("fil"),
    name: z.string(),
    mediaType: z.string(),
    size: z.number().int(),
    sha256: z.string(),
  }),
  status: 201,
});
export const getFile = defineRoute({
  method: "GET",
  path: "/api/files/:id",
  summary: "The exact bytes of a kept file",
  permission: "sample.read",
  params: z.object({ id: idOf("fil") }),
  produces: "application/octet-stream",
  response: z.unknown(),
});

export const listTasks = defineRoute({
  method: "GET",
  path: "/api/tasks",
  summary: "Work of the laboratory by due date",
  permission: "task.read",
  query: PageQuery.extend({
    state: z.enum(TASK_STATES).optional(),
    mine: z.stringbool().optional(),
    /** Only work that is past its day and not done. */
    late: z.stringbool().optional(),
    commissionId: idOf("com").optional(),
    /** Only work by one bench method. */
    definition: z.string().max(80).optional(),
    text: z.string().max(100).optional(),
  }),
  response: pageOf(TaskSummary),
});
export const getTask = defineRoute({
  method: "GET",
  path: "/api/tasks/:id",
  summary: "One task with readings, budgets, history and what the reader may do",
  permission: "task.read",
  params: TaskById,
  response: TaskDetail,
});
export const takeTask = defineRoute({
  method: "POST",
  path: "/api/tasks/:id/take",
  summary: "Take a task to the bench",
  permission: "task.enter",
  params: TaskById,
  body: z.object({ version: z.number().int() }),
  response: TaskDetail,
});
export const previewTask = defineRoute({
  method: "POST",
  path: "/api/tasks/:id/preview",
  summary: "Value, budget, rounding and verdicts of readings that are not kept yet",
  permission: "task.read",
  params: TaskById,
  body: z.object({ readings: RawReadings }),
  response: PreviewAnswer,
});
export const enterObservation = defineRoute({
  method: "POST",
  path: "/api/tasks/:id/observations",
  summary: "Keep readings as they were read",
  permission: "task.enter",
  params: TaskById,
  body: ObservationEntry,
  response: TaskDetail,
  status: 201,
});
/** Each entry is kept whole or not at all and answered by itself; the same worksheet sent again is kept once. */
export const enterObservations = defineRoute({
  method: "POST",
  path: "/api/tasks/observations",
  summary: "Keep the readings of a whole worksheet at once, with an answer for each entry",
  permission: "task.enter",
  body: z.object({ entries: z.array(WorksheetEntry).min(1).max(MAX_ENTRIES) }),
  response: z.object({ outcomes: z.array(EntryOutcome) }),
});
export const readInstrumentFile = defineRoute({
  method: "POST",
  path: "/api/tasks/:id/readings-from-file",
  summary: "Readings from a kept instrument file, for the analyst to check before they are entered",
  permission: "task.enter",
  params: TaskById,
  body: z.object({ fileId: idOf("fil") }),
  response: z.object({
    readings: RawReadings,
    environment: Environment.nullable(),
    problems: z.array(FieldProblem.extend({ row: z.number().int().nullable() })),
    sha256: z.string(),
  }),
});

export const determinationRoutes = {
  getContractReview,
  recordContractReview,
  getItemFacts,
  stateItemFacts,
  listSamples,
  findSample,
  getSample,
  receiveSample,
  splitSample,
  getSampleLabel,
  uploadFile,
  getFile,
  listTasks,
  getTask,
  takeTask,
  previewTask,
  enterObservation,
  enterObservations,
  readInstrumentFile,
} as const;
