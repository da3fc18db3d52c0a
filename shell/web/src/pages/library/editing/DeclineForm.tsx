import { declineRequirement } from "@quanheng/contract/routes/library-editing.ts";
import { type FormEvent, useState } from "react";
import { useSend } from "../../../api/use-call.ts";
import { ActionButton, type Permit } from "../../../components/ActionButton.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { TextAreaField } from "../../../components/TextAreaField.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";

const SHORTEST = 5;

/** Where a second person says no to a proposed version. */
export function DeclineForm({
  rowId,
  versionId,
  permit,
}: {
  readonly rowId: string;
  readonly versionId: `req-${string}`;
  readonly permit: Permit;
}) {
  const text = useText(libraryEditingText);
  const [reason, setReason] = useState("");
  const send = useSend(declineRequirement, { onDone: () => setReason("") });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ params: { rowId }, body: { versionId, reason: reason.trim() } });
  };
  return (
    <form className="panel stack" onSubmit={submit} noValidate>
      <h2>{text("decline.title")}</h2>
      <TextAreaField label={text("decline.reason")} rows={2} maxLength={500} value={reason} onChange={setReason} />
      <ProblemAlert error={send.error} />
      <ActionButton
        htmlType="submit"
        permit={permit}
        loading={send.isPending}
        disabled={reason.trim().length < SHORTEST}
      >
        {text("decline.confirm")}
      </ActionButton>
    </form>
  );
}
