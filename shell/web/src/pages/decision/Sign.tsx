import { signAndIssue } from "@quanheng/contract/routes/attestation.ts";
import { useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { DraftNote } from "../../components/DraftNote.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { ReauthenticateDialog } from "../../components/ReauthenticateDialog.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useText } from "../../i18n/catalogue.ts";
import { decisionText } from "../../i18n/decision.ts";
import { chosen, type DocumentChoice, missingOf } from "./document-choice.ts";
import { Issued } from "./Issued.tsx";
import { Issuing } from "./Issuing.tsx";
import type { Signing } from "./signing.ts";

/**
 * The signature. It covers the hash of what this page shows; when anything has changed since, the platform refuses and the
 * page shows what is there now.
 */
export function Sign({ view, document }: { readonly view: Signing; readonly document: DocumentChoice }) {
  const text = useText(decisionText);
  const [asking, setAsking] = useState(false);
  const draft = useDraft(`signing.${view.commissionId}`, 1, "");
  const issue = useSend(signAndIssue, { onDone: draft.clear });
  const complete = missingOf(view, document).length === 0 && view.openTasks === 0 && chosen(document);

  const sign = (reauthentication: string) => {
    setAsking(false);
    issue.mutate({
      params: { id: view.commissionId },
      body: {
        reauthentication,
        shownSha256: view.shownSha256,
        meaning: "authorise-issue",
        statement: draft.value.trim() || null,
        document,
      },
    });
  };

  if (issue.isPending) return <Issuing />;
  if (issue.data) return <Issued attestation={issue.data} />;
  return (
    <section className="panel stack sign">
      <h2>{text("sign.title")}</h2>
      <DraftNote draft={draft} />
      <p>{text("sign.meaning")}</p>
      <TextAreaField
        label={text("sign.statement")}
        hint={text("sign.statement.hint")}
        maxLength={500}
        rows={2}
        value={draft.value}
        onChange={draft.change}
      />
      <p className="quiet small">
        {text("sign.covers")}
        <br />
        <span className="code">{view.shownSha256}</span>
      </p>
      <ProblemAlert error={issue.error} />
      <ActionButton
        type="primary"
        size="large"
        permit={view.maySign}
        reason={complete ? undefined : text("sign.barred")}
        onClick={() => setAsking(true)}
      >
        {text("sign.action")}
      </ActionButton>
      <ReauthenticateDialog
        open={asking}
        meaning={text("sign.meaning")}
        action={text("sign.action")}
        close={() => setAsking(false)}
        onProven={sign}
      />
    </section>
  );
}
