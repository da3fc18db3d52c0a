import { type getRequirement, verifyRequirement } from "@quanheng/contract/routes/library.ts";
import { type FormEvent, useState } from "react";
import type { Answer } from "../../api/client.ts";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { ConflictDialog, isConflict } from "../../components/ConflictDialog.tsx";
import { DraftNote } from "../../components/DraftNote.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { libraryText } from "../../i18n/library.ts";
import { today } from "./today.ts";

type Requirement = Answer<typeof getRequirement>;

/** The shortest text that says anything; the platform asks for as much. */
const SHORTEST = 5;

/**
 * Where a standards engineer vouches for a requirement. The versions are counted, so that a verification of a version
 * that somebody replaced meanwhile is noticed and not recorded on the new one.
 */
export function VerifyForm({ of: { rowId, versions, mayVerify } }: { readonly of: Requirement }) {
  const text = useText(libraryText);
  const { own } = useLanguage();
  const [tried, setTried] = useState(false);
  const draft = useDraft(`requirement.${rowId}`, versions.length, {
    source: "",
    reason: "",
    clause: versions[0]?.clause ?? "",
    comparedOn: today(),
  });
  const send = useSend(verifyRequirement, { onDone: () => draft.clear() });
  const { source, reason, clause, comparedOn } = draft.value;
  const short = (typed: string) => tried && typed.trim().length < SHORTEST && text("verify.short");
  const compared = versions[versions.length - draft.version];

  if (!mayVerify.allowed) {
    return (
      <section className="panel">
        <h2>{text("verify.title")}</h2>
        {send.isSuccess && <p role="status">{text("verify.done")}</p>}
        <ActionButton permit={mayVerify}>{text("verify.confirm")}</ActionButton>
      </section>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (source.trim().length < SHORTEST || reason.trim().length < SHORTEST || !compared) return;
    if (clause.trim() === "" || comparedOn === "") return;
    send.mutate({
      params: { rowId },
      body: {
        versionId: compared.versionId,
        source: source.trim(),
        clause: clause.trim(),
        comparedOn,
        reason: reason.trim(),
      },
    });
  };
  return (
    <form className="panel stack" onSubmit={submit} noValidate>
      <h2>{text("verify.title")}</h2>
      <p className="quiet">{text("verify.lead")}</p>
      <DraftNote draft={draft} />
      <TextAreaField
        label={text("verify.source")}
        hint={text("verify.source.hint")}
        rows={2}
        maxLength={500}
        value={source}
        onChange={(typed) => draft.change((former) => ({ ...former, source: typed }))}
        problem={short(source)}
      />
      <TextField
        label={text("verify.clause")}
        maxLength={200}
        value={clause}
        onChange={(typed) => draft.change((former) => ({ ...former, clause: typed }))}
        problem={tried && clause.trim() === "" && text("verify.needed")}
      />
      <TextField
        label={text("verify.compared-on")}
        type="date"
        max={today()}
        value={comparedOn}
        onChange={(typed) => draft.change((former) => ({ ...former, comparedOn: typed }))}
        problem={tried && comparedOn === "" && text("verify.needed")}
      />
      <TextAreaField
        label={text("verify.reason")}
        hint={text("verify.reason.hint")}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(typed) => draft.change((former) => ({ ...former, reason: typed }))}
        problem={short(reason)}
      />
      {!isConflict(send.error) && <ProblemAlert error={send.error} />}
      <ConflictDialog
        error={send.error}
        close={() => send.reset()}
        rows={[
          {
            label: text("limit"),
            mine: compared?.limitText[own] ?? "",
            theirs: versions[0]?.limitText[own] ?? "",
          },
          {
            label: text("status"),
            mine: compared ? text(`status.${compared.status}`) : "",
            theirs: versions[0] ? text(`status.${versions[0].status}`) : "",
          },
        ]}
        keepMine={() => {
          draft.rebase();
          send.reset();
        }}
        takeTheirs={() => {
          draft.clear();
          send.reset();
        }}
      />
      <ActionButton type="primary" htmlType="submit" loading={send.isPending} permit={mayVerify}>
        {text("verify.confirm")}
      </ActionButton>
    </form>
  );
}
