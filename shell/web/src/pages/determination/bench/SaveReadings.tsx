import { taskStateNames } from "@quanheng/contract/messages/terms.ts";
import { listTasks } from "@quanheng/contract/routes/determination.ts";
import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { Link } from "@tanstack/react-router";
import type { ProblemError } from "../../../api/problem-error.ts";
import { useCall } from "../../../api/use-call.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { TextAreaField } from "../../../components/TextAreaField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { to } from "../../../paths.ts";

/** Keeps the readings: what still stands against it, the reason of a correction, and where to go afterwards. */
export function SaveReadings({
  task,
  correction,
  reason,
  onReason,
  tried,
  changed,
  open,
  pending,
  saved,
  error,
}: {
  readonly task: TaskDetail;
  readonly correction: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly tried: boolean;
  readonly changed: boolean;
  /** Entries that are missing or wrong. */
  readonly open: number;
  readonly pending: boolean;
  readonly saved: boolean;
  readonly error: ProblemError | null;
}) {
  const text = useText(determinationText);
  const barred = correction && !changed ? text("bench.unchanged") : undefined;
  return (
    <section className="panel stack bench-save">
      {correction && changed && (
        <TextAreaField
          label={text("bench.reason")}
          hint={text("bench.reason.hint")}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={onReason}
          problem={tried && reason.trim() === "" && text("bench.reason.missing")}
        />
      )}
      <ProblemAlert error={error} />
      {tried && open > 0 && (
        <p className="field-problem" role="alert">
          {text("bench.problems", { count: open })}
        </p>
      )}
      {saved && <Saved task={task} />}
      <ActionButton
        type="primary"
        size="large"
        htmlType="submit"
        permit={task.mayEnter}
        reason={barred}
        loading={pending}
      >
        {text(correction ? "bench.save.correction" : "bench.save")}
      </ActionButton>
    </section>
  );
}

/** The next test of the same sample, so that the hands stay on the keys. */
function Saved({ task }: { readonly task: TaskDetail }) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const tasks = useCall(listTasks, { query: { commissionId: task.commissionId, state: "ready", limit: 200 } });
  const next = tasks.data?.items.find(({ id }) => id !== task.id);
  return (
    <p role="status" className="saved">
      {text("bench.saved")}{" "}
      {next && (
        <Link to={to.bench(next.id)}>
          {text("bench.next")}: {next.characteristicName[own]} ({taskStateNames[next.state][own]})
        </Link>
      )}
    </p>
  );
}
