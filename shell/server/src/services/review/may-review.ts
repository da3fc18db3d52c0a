import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { allowanceSentence, mayReview } from "@quanheng/flow/review/independence.ts";
import type { Context } from "../../context.ts";
import { type Competence, covers } from "../../store/competence.ts";
import type { Observation } from "../../store/observation.ts";
import type { TaskListRow } from "../../store/task.ts";

/** Whether the acting person may review the newest readings of a task, with the reason where not. */
export function mayReviewTask(
  { actor }: Pick<Context, "actor">,
  { row, observations }: { readonly row: TaskListRow; readonly observations: readonly Observation[] },
  competences: readonly Competence[],
): TaskDetail["mayReview"] {
  const allowance = mayReview(
    {
      personId: actor.personId ?? "",
      hasRole: actor.role === "reviewer",
      competent: covers(competences, row.definition),
    },
    { enteredBy: observations.map(({ entered_by }) => entered_by), reviewedBy: [] },
    row.state === "entered",
  );
  return { allowed: allowance.allowed, reason: allowanceSentence(allowance) };
}
