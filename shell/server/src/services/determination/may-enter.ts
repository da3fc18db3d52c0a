import { taskStateNames } from "@quanheng/contract/messages/terms.ts";
import { allowanceSentence } from "@quanheng/flow/review/independence.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { type Competence, covers } from "../../store/competence.ts";
import type { SampleReceipt } from "../../store/sample.ts";
import type { TaskListRow, TaskState } from "../../store/task.ts";

/** States in which readings can be entered: fresh, returned, or entered and not reviewed yet. */
export const ENTERABLE: readonly TaskState[] = ["ready", "returned", "entered"];

/**
 * Insists that a task awaits readings: its sample fit and here, its commission running.
 *
 * @param sample number of the sample, for the refusal
 * @throws Refusal `not-received`, `sample-unsuitable`, `task-not-ready`
 */
export function requireReady(
  { state }: Pick<TaskListRow, "state">,
  ground: {
    readonly commissionState: TaskListRow["commission_state"] | undefined;
    readonly condition: SampleReceipt["condition"] | null;
    readonly sample: string | null;
  },
): void {
  const { condition, sample } = ground;
  if (condition === null) refuse("not-received", { sample });
  if (condition === "unsuitable") refuse("sample-unsuitable", { sample });
  if (ground.commissionState !== "in-progress" || !ENTERABLE.includes(state)) refuse("task-not-ready", { state });
}

/**
 * Why the acting person may not enter readings now; null when they may. What is shown here is refused there.
 *
 * @param unauthorised what is said to one without competence, with its date
 */
export function whyNotEnter(
  { actor }: Pick<Context, "actor">,
  task: Pick<TaskListRow, "state" | "definition" | "commission_state">,
  condition: SampleReceipt["condition"] | null,
  competences: readonly Competence[],
  unauthorised: Bilingual,
): Bilingual | null {
  if (actor.role !== "analyst") return allowanceSentence({ allowed: false, reason: "not-the-role" });
  if (condition === null) return { zh: "样品尚未接收。", en: "The sample has not been received yet." };
  if (condition === "unsuitable")
    return { zh: "样品被判为不适于检测。", en: "The sample was found unsuitable for testing." };
  if (task.commission_state !== "in-progress" || !ENTERABLE.includes(task.state)) {
    const { zh, en } = taskStateNames[task.state];
    return {
      zh: `任务状态为“${zh}”，不能录入读数。`,
      en: `The task is “${en}”; readings cannot be entered.`,
    };
  }
  if (!covers(competences, task.definition)) return unauthorised;
  return null;
}
