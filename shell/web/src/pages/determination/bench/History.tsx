import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { Quantity } from "../../../components/Quantity.tsx";
import { Timeline, type TimelineItem } from "../../../components/Timeline.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { ReadingsTable } from "../ReadingsTable.tsx";
import { statedExpanded } from "../stated-expanded.ts";

/** Everything that was entered and said of a test, newest first. Nothing ever leaves this list. */
export function History({ definition, task }: { readonly definition: MethodDefinition; readonly task: TaskDetail }) {
  const text = useText(determinationText);
  const entries = useEntries(task);
  const reviews = useReviews(task);
  const items = [...entries, ...reviews].sort((a, b) => ((a.at ?? "") < (b.at ?? "") ? 1 : -1));
  const numbers = [...task.observations].sort((a, b) => a.number - b.number);
  return (
    <section className="panel stack">
      <h2>{text("history.title")}</h2>
      {items.length === 0 ? <p className="quiet">{text("history.empty")}</p> : <Timeline items={items} />}
      {numbers.length > 0 && (
        <details>
          <summary>{text("history.readings")}</summary>
          <ReadingsTable definition={definition} task={task} observations={numbers} />
        </details>
      )}
    </section>
  );
}

function useEntries({ observations, unit }: TaskDetail): readonly TimelineItem[] {
  const text = useText(determinationText);
  const { own } = useLanguage();
  return observations.map(({ id, number, enteredBy, enteredAt, reason, fileSha256, evaluation }) => ({
    key: id,
    state: "done",
    at: enteredAt,
    label: `${text("history.entry", { number })}, ${text("history.by", { name: enteredBy[own] })}`,
    note: (
      <>
        {evaluation && <Quantity value={evaluation.reported} expanded={statedExpanded(evaluation)} unit={unit} />}
        {reason && <p>{text("history.reason", { reason })}</p>}
        {fileSha256 && <p className="code">{text("history.file", { sha256: fileSha256 })}</p>}
      </>
    ),
  }));
}

function useReviews({ reviews }: TaskDetail): readonly TimelineItem[] {
  const text = useText(determinationText);
  const { own } = useLanguage();
  return reviews.map(({ id, outcome, comment, reviewedBy, reviewedAt, observationNumber }) => ({
    key: id,
    state: outcome === "approved" ? "done" : "failed",
    at: reviewedAt,
    label: text(`history.review.${outcome}`, { name: reviewedBy[own], number: observationNumber }),
    note: comment,
  }));
}
