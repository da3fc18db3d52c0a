import { declineDocument, type getDocument, verifyDocument } from "@quanheng/contract/routes/library-documents.ts";
import { useState } from "react";
import type { Answer } from "../../../api/client.ts";
import { useSend } from "../../../api/use-call.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { TextAreaField } from "../../../components/TextAreaField.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { libraryEditingText } from "../../../i18n/library-editing.ts";
import { today } from "../today.ts";

const SHORTEST = 5;

/** Where a second person says whether a document's record agrees with the official text. */
export function SettleForm({ of: { id, versions, mayVerify } }: { readonly of: Answer<typeof getDocument> }) {
  const text = useText(libraryEditingText);
  const [source, setSource] = useState("");
  const [clause, setClause] = useState("");
  const [comparedOn, setComparedOn] = useState(today);
  const [reason, setReason] = useState("");
  const verify = useSend(verifyDocument);
  const decline = useSend(declineDocument);
  const newest = versions[0];
  if (!newest) return null;
  const settled = { recordedAt: newest.recordedAt, reason: reason.trim() };
  const short = reason.trim().length < SHORTEST;
  const body = { ...settled, source: source.trim(), clause: clause.trim(), comparedOn };
  const incomplete = short || body.source.length < SHORTEST || body.clause === "" || comparedOn === "";
  return (
    <section className="panel stack">
      <h2>{text("document.verify")}</h2>
      {mayVerify.allowed && (
        <>
          <TextField label={text("document.verify.source")} value={source} onChange={setSource} maxLength={500} />
          <TextField label={text("document.verify.clause")} value={clause} onChange={setClause} maxLength={200} />
          <TextField label={text("document.verify.day")} value={comparedOn} onChange={setComparedOn} type="date" />
          <TextAreaField label={text("propose.reason")} rows={2} maxLength={500} value={reason} onChange={setReason} />
        </>
      )}
      <ProblemAlert error={verify.error ?? decline.error} />
      <div className="row">
        {newest.status === "proposed" && mayVerify.allowed && (
          <ActionButton
            loading={decline.isPending}
            disabled={short}
            onClick={() => decline.mutate({ params: { id }, body: settled })}
          >
            {text("document.decline")}
          </ActionButton>
        )}
        <ActionButton
          type="primary"
          permit={mayVerify}
          loading={verify.isPending}
          disabled={incomplete}
          onClick={() => verify.mutate({ params: { id }, body })}
        >
          {text("document.verify.confirm")}
        </ActionButton>
      </div>
    </section>
  );
}
