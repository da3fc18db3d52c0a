import { answerDraftComment } from "@quanheng/contract/routes/drafting.ts";
import type { DraftComment } from "@quanheng/contract/schemas/drafting.ts";
import { useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";

const OUTCOMES = ["accepted", "partly", "rejected"] as const;
const SHORTEST = 5;

/** What becomes of a comment, and why. */
export function AnswerForm({
  of,
  draftId,
  close,
}: {
  readonly of: DraftComment;
  readonly draftId: `dst-${string}`;
  readonly close: () => void;
}) {
  const text = useText(draftingText);
  const [outcome, setOutcome] = useState<string>(of.answer?.outcome ?? "");
  const [reason, setReason] = useState(of.answer?.reason ?? "");
  const send = useSend(answerDraftComment, { onDone: close });
  const chosen = OUTCOMES.find((each) => each === outcome);
  return (
    <section className="panel stack" aria-labelledby="draft-answer">
      <h3 id="draft-answer">{text("comments.of", { clause: of.clause })}</h3>
      <p className="draft-text">{of.body}</p>
      <SelectField
        label={text("outcome.label")}
        value={outcome}
        onChange={setOutcome}
        choices={OUTCOMES.map((each) => ({ value: each, label: text(`outcome.${each}`) }))}
      />
      <TextAreaField label={text("comments.reason")} maxLength={2000} value={reason} onChange={setReason} />
      {send.error && <ProblemAlert error={send.error} />}
      <ActionButton
        type="primary"
        loading={send.isPending}
        disabled={!chosen || reason.trim().length < SHORTEST}
        onClick={() =>
          chosen &&
          send.mutate({ params: { id: draftId, commentId: of.id }, body: { outcome: chosen, reason: reason.trim() } })
        }
      >
        {text("comments.give")}
      </ActionButton>
    </section>
  );
}
