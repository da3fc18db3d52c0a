import { listTasks } from "@quanheng/contract/routes/determination.ts";
import { recordReview } from "@quanheng/contract/routes/review.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useCall, useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { ConflictDialog, isConflict } from "../../components/ConflictDialog.tsx";
import { DraftNote } from "../../components/DraftNote.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { reviewText } from "../../i18n/review.ts";
import { to, toPage } from "../../paths.ts";
import type { Observation } from "../determination/bench/bench-entry.ts";
import { Checklist, toConfirm } from "./Checklist.tsx";
import type { Review } from "./review.ts";

type Entry = {
  readonly comment: string;
  readonly acknowledged: readonly string[];
  /** The readings that were looked at while this was typed. */
  readonly seen: number | null;
};
type Outcome = "approved" | "returned";

/** The checklist and the outcome. What was confirmed is kept while the reviewer looks elsewhere. */
export function ReviewDecision({
  review: { task, checklist },
  newest,
}: {
  readonly review: Review;
  readonly newest: Observation | undefined;
}) {
  const text = useText(reviewText);
  const { own } = useLanguage();
  const draft = useDraft<Entry>(`review.${task.id}`, task.version, {
    comment: "",
    acknowledged: [],
    seen: newest?.number ?? null,
  });
  const [missing, setMissing] = useState(false);
  const send = useSend(recordReview, { onDone: draft.clear });
  const outcome = send.variables?.body.outcome;
  const { comment, acknowledged, seen } = draft.value;
  const change = (part: Partial<Entry>) => draft.change((former) => ({ ...former, ...part }));
  const open = toConfirm(checklist).filter((code) => !acknowledged.includes(code));
  const blocked = checklist.some(({ severity }) => severity === "blocking");

  const record = (wanted: Outcome) => {
    const said = comment.trim();
    setMissing(wanted === "returned" && said === "");
    if (!newest || (wanted === "returned" && said === "")) return;
    const known = toConfirm(checklist).filter((code) => acknowledged.includes(code));
    send.mutate({
      params: { id: task.id },
      body: {
        version: draft.version,
        observationId: newest.id,
        outcome: wanted,
        comment: said || null,
        acknowledged: known,
      },
    });
  };
  const reason = blocked
    ? text("approve.barred")
    : open.length > 0
      ? text("approve.unacknowledged", { count: open.length })
      : undefined;

  if (send.isSuccess && outcome) return <Done outcome={outcome} task={task} />;
  return (
    <aside className="panel stack review-decision" aria-label={text("decide.title")}>
      <h2>{text("checklist.title")}</h2>
      <DraftNote draft={draft} />
      <Checklist
        checklist={checklist}
        acknowledged={acknowledged}
        onChange={(next) => change({ acknowledged: next })}
      />
      <h2>{text("decide.title")}</h2>
      <TextAreaField
        label={text("comment")}
        hint={text("comment.hint")}
        problem={missing && text("comment.missing")}
        maxLength={2000}
        value={comment}
        onChange={(typed) => change({ comment: typed })}
      />
      {!isConflict(send.error) && <ProblemAlert error={send.error} />}
      <div className="row is-top">
        <ActionButton
          danger
          permit={task.mayReview}
          loading={send.isPending && outcome === "returned"}
          onClick={() => record("returned")}
        >
          {text("return")}
        </ActionButton>
        <ActionButton
          type="primary"
          permit={task.mayReview}
          reason={reason}
          loading={send.isPending && outcome === "approved"}
          onClick={() => record("approved")}
        >
          {text("approve")}
        </ActionButton>
      </div>
      <ConflictDialog
        error={send.error}
        rows={[
          {
            label: text("conflict.newest"),
            mine: seen === null ? "" : String(seen),
            theirs: newest ? text("conflict.entry", { number: newest.number, name: newest.enteredBy[own] }) : "",
          },
          { label: text("comment"), mine: comment, theirs: "" },
        ]}
        keepMine={() => {
          // Other readings want other eyes: only the words are kept, nothing counts as confirmed.
          change({ acknowledged: [], seen: newest?.number ?? null });
          draft.rebase();
          send.reset();
        }}
        takeTheirs={() => {
          draft.clear();
          send.reset();
        }}
        close={send.reset}
      />
    </aside>
  );
}

function Done({ outcome, task }: { readonly outcome: Outcome; readonly task: Review["task"] }) {
  const text = useText(reviewText);
  const { own } = useLanguage();
  const waiting = useCall(listTasks, { query: { state: "entered", limit: 20 } });
  const next = waiting.data?.items.find(({ id }) => id !== task.id);
  return (
    <aside className="panel stack review-decision">
      <p role="status" className="saved">
        {text(`done.${outcome}`)}
      </p>
      {next && (
        <Link to={to.review(next.id)}>
          {text("next")}: {next.characteristicName[own]}
        </Link>
      )}
      <Link to={toPage("reviews")}>{text("to.list")}</Link>
    </aside>
  );
}
