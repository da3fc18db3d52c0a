import { takeTask } from "@quanheng/contract/routes/determination.ts";
import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { useSend } from "../../../api/use-call.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";

/** Lets the others know who has the test. Readings may be entered without it. */
export function TakeTask({ task }: { readonly task: TaskDetail }) {
  const text = useText(determinationText);
  const take = useSend(takeTask);
  if (task.assignedTo || task.state !== "ready") return null;
  return (
    <div className="take">
      <ActionButton
        permit={task.mayEnter}
        loading={take.isPending}
        onClick={() => take.mutate({ params: { id: task.id }, body: { version: task.version } })}
      >
        {text("bench.take")}
      </ActionButton>
      <ProblemAlert error={take.error} />
    </div>
  );
}
