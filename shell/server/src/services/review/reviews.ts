import type { getReview as contract } from "@quanheng/contract/routes/review.ts";
import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { type ChecklistItem, toAcknowledge } from "@quanheng/flow/review/checklist.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { announce } from "../../store/outbox.ts";
import { insertReview } from "../../store/review.ts";
import { changeTask, lockTask, openTaskCount } from "../../store/task.ts";
import { inTransaction, reading } from "../../store/transaction.ts";
import { requireCompetence } from "../determination/require-competence.ts";
import { refuseStaleTask } from "../determination/task-stale.ts";
import { readTask, type TaskWork, taskDetail } from "../determination/task-view.ts";
import { checklistOf } from "./review-facts.ts";

/** All a reviewer must see. @throws Refusal `not-found` */
export async function getReview(
  context: Context,
  id: string,
  root: string,
): Promise<z.output<(typeof contract)["response"]>> {
  return reading(context, async (tx) => {
    const checklist = await checklistOf(tx, await readTask(tx, context, id));
    return { task: await taskDetail(tx, context, id, root), checklist: [...checklist] };
  });
}

export type ReviewEntry = {
  readonly version: number;
  readonly observationId: string;
  readonly outcome: "approved" | "returned";
  readonly comment: string | null;
  readonly acknowledged: readonly string[];
};

/**
 * Approves the newest readings of a task or returns them with a comment. Whoever entered any of them does not review.
 *
 * @throws Refusal `not-found`, `not-independent`, `no-competence`, `stale`, `nothing-to-review`, `review-outdated`,
 *   `comment-needed`, `flags-unacknowledged`
 * @source ISO/IEC 17025:2017, 7.7.1 and 7.8.1.1
 */
export async function recordReview(
  context: Context,
  id: string,
  entry: ReviewEntry,
  root: string,
): Promise<TaskDetail> {
  return inTransaction(context, async (tx) => {
    const locked = (await lockTask(tx, id, context.actor.partyId)) ?? refuse("not-found");
    const task = await readTask(tx, context, id);
    checkIndependent(context, task);
    await requireCompetence(tx, context, "review", task.definition);
    if (locked.state !== "entered") refuse("nothing-to-review", { state: locked.state });
    const newest = task.observations.at(-1);
    if (newest?.id !== entry.observationId) refuse("review-outdated", { number: newest?.number ?? 0 });
    if (locked.version !== entry.version) await refuseStaleTask(tx, locked);
    if (entry.outcome === "returned" && !entry.comment?.trim()) refuse("comment-needed");
    const items = await checklistOf(tx, task);
    if (entry.outcome === "approved") checkAcknowledged(items, entry.acknowledged);

    await insertReview(tx, {
      id: context.newId("rev"),
      task_id: id,
      observation_id: entry.observationId,
      commission_id: locked.commission_id,
      institution_id: locked.institution_id,
      outcome: entry.outcome,
      comment: entry.comment?.trim() || null,
      checklist: { items, acknowledged: entry.acknowledged },
      reviewed_by: context.actor.personId ?? refuse("not-signed-in"),
      reviewed_at: context.now(),
    });
    await changeTask(tx, id, { state: entry.outcome });
    await recordAction(tx, context, {
      action: entry.outcome === "approved" ? "review.approve" : "review.return",
      subject: id,
      commissionId: locked.commission_id,
      facts: { observation: entry.observationId, number: newest.number, comment: entry.comment?.trim() || null },
    });
    const { open } = await openTaskCount(tx, locked.institution_id, locked.commission_id);
    const facts = {
      number: task.row.commission_number,
      commission: locked.commission_id,
      method: locked.method,
      characteristic: locked.characteristic,
      assignedTo: locked.assigned_to,
      comment: entry.comment?.trim() || null,
      open,
    };
    await announce(tx, context, { topic: topicOf(entry.outcome, open), subject: id, facts });
    return taskDetail(tx, context, id, root);
  });
}

/** When the last open task is approved, what follows is the signatory's. */
function topicOf(outcome: ReviewEntry["outcome"], open: number): string {
  if (outcome === "returned") return "task.returned";
  return open === 0 ? "results.reviewed" : "task.approved";
}

function checkIndependent({ actor }: Context, { observations }: TaskWork): void {
  if (!observations.some(({ entered_by }) => entered_by === actor.personId)) return;
  refuse("not-independent", {
    part_zh: "读数录入",
    part_en: "you entered readings",
    activity_zh: "审核",
    activity_en: "review",
  });
}

/** What blocks cannot be acknowledged away; what wants attention must be, item by item. */
function checkAcknowledged(items: readonly ChecklistItem[], acknowledged: readonly string[]): void {
  const open = new Set(toAcknowledge(items).filter((code) => !acknowledged.includes(code)));
  const left = items.filter(({ severity, code }) => severity === "blocking" || open.has(code));
  if (left.length === 0) return;
  refuse("flags-unacknowledged", {
    flags_zh: left.map(({ sentence }) => sentence.zh),
    flags_en: left.map(({ sentence }) => sentence.en),
    codes: left.map(({ code }) => code),
  });
}
