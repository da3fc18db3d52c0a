import { z } from "zod";
import { idOf } from "./common.ts";
import { ObservationEntry } from "./laboratory.ts";

/** Entries of one worksheet; a longer one is sent in parts. */
export const MAX_ENTRIES = 500;

/** Readings of one task among many, as typed; readings of an instrument's file are entered task by task. */
export const WorksheetEntry = ObservationEntry.omit({ fileId: true }).extend({ taskId: idOf("tsk") });
export type WorksheetEntry = z.infer<typeof WorksheetEntry>;

/** What became of one entry. */
export const EntryOutcome = z.object({
  taskId: idOf("tsk"),
  /** `kept-before`: exactly this entry was kept already, so nothing was added. */
  outcome: z.enum(["kept", "kept-before", "refused"]),
  /** Version of the task afterwards; null where the entry was refused. */
  version: z.number().int().nullable(),
  reported: z.string().nullable(),
  unit: z.string().nullable(),
  problem: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
});
export type EntryOutcome = z.infer<typeof EntryOutcome>;
