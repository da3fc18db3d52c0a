import { z } from "zod";
import { defineRoute } from "../route.ts";
import { Bilingual, idOf } from "../schemas/common.ts";
import { TaskDetail } from "../schemas/laboratory.ts";

const TaskById = z.object({ id: idOf("tsk") });

export const ChecklistItem = z.object({
  code: z.string(),
  severity: z.enum(["info", "attention", "blocking"]),
  sentence: Bilingual,
});
export const getReview = defineRoute({
  method: "GET",
  path: "/api/tasks/:id/review",
  summary: "All a reviewer must see: readings, budget, history, flags and a checklist",
  permission: "review.read",
  params: TaskById,
  response: z.object({ task: TaskDetail, checklist: z.array(ChecklistItem) }),
});
export const recordReview = defineRoute({
  method: "POST",
  path: "/api/tasks/:id/review",
  summary: "Approve the newest readings of a task or return them with a comment",
  permission: "review.record",
  params: TaskById,
  body: z.object({
    version: z.number().int(),
    observationId: idOf("obs"),
    outcome: z.enum(["approved", "returned"]),
    comment: z.string().max(2000).nullable(),
    acknowledged: z.array(z.string().max(80)).max(50),
  }),
  response: TaskDetail,
  status: 201,
});

export const reviewRoutes = { getReview, recordReview } as const;
